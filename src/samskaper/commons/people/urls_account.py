"""Addresses of the sign-in, under the names that the sign-in library asks for. Only these of its doors are open."""

from django.urls import path

from samskaper.commons.people.views import sign_in

urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="account_login"),
    path("sign-in/", sign_in.SignIn.as_view(), name="account_request_login_code"),
    path("sign-in/code/", sign_in.Code.as_view(), name="account_confirm_login_code"),
    path("sign-out/", sign_in.SignOut.as_view(), name="account_logout"),
]
