"""Addresses of pages that join areas."""

from django.urls import path

from samskaper.portal import views

app_name = "portal"
urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("demo/", views.demo, name="demo"),
    path("demo/try/<int:person>/", views.demo_try, name="demo_try"),
    path("gallery/", views.gallery, name="gallery"),
]
