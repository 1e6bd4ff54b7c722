"""Addresses of the sign-in, under the names that the sign-in library asks for. Only these of its doors are open."""

from django.urls import path
from django.views.decorators.http import require_http_methods

from samskaper.commons.people.views import sign_in

forms = require_http_methods(["GET", "HEAD", "POST"])
urlpatterns = [
    path("sign-in/", forms(sign_in.SignIn.as_view()), name="account_login"),
    path("sign-in/", forms(sign_in.SignIn.as_view()), name="account_request_login_code"),
    path("sign-in/code/", forms(sign_in.Code.as_view()), name="account_confirm_login_code"),
    path("sign-out/", forms(sign_in.SignOut.as_view()), name="account_logout"),
]
