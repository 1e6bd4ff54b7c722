"""Addresses of questionnaires."""

from django.urls import path

from samskaper.commons.feedback import views

app_name = "feedback"
urlpatterns = [
    path("<int:number>/", views.answer, name="answer"),
    path("<int:number>/results/", views.results, name="results"),
    path("<int:number>/close/", views.close, name="close"),
]
