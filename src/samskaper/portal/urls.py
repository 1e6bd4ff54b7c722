"""Addresses of pages that join areas."""

from django.urls import path

from samskaper.portal.views import demo, desk, phone, search

app_name = "portal"
urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("demo/", demo.demo, name="demo"),
    path("demo/try/<int:person>/", demo.demo_try, name="demo_try"),
    path("search/", search.search, name="search"),
    path("phone/", phone.pages, name="phone"),
    path("gallery/", desk.gallery, name="gallery"),
]
