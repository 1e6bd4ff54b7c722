"""Addresses of plans."""

from django.urls import URLPattern, path

from samskaper.commons.anchoring import views

app_name = "anchoring"
urlpatterns: list[URLPattern] = [
    path("", views.documents, name="documents"),
    path("new/", views.new_document, name="new_document"),
    path("tie/", views.tie, name="tie"),
    path("tie/<int:number>/away/", views.untie, name="untie"),
    path("sentence/<int:number>/", views.edit_section, name="edit_section"),
    path("<int:number>/", views.document, name="document"),
    path("<int:number>/edit/", views.edit_document, name="edit_document"),
    path("<int:number>/sentence/", views.new_section, name="new_section"),
]
