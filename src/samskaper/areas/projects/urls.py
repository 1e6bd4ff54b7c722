"""Addresses of projects."""

from django.urls import URLPattern, path

from samskaper.areas.projects.views import goals, importing, plan, project, report

app_name = "projects"
urlpatterns: list[URLPattern] = [
    path("", project.projects, name="projects"),
    path("import/", importing.bring_in, name="import"),
    path("<int:number>/", project.project, name="project"),
    path("<int:number>/edit/", project.edit, name="edit"),
    path("<int:number>/application/", project.application, name="application"),
    path("<int:number>/remarks/<str:fingerprint>/accept/", plan.accept, name="accept"),
    path("<int:number>/remarks/<str:fingerprint>/refuse/", plan.refuse, name="refuse"),
    path("<int:number>/remarks/<str:fingerprint>/take-back/", plan.take_back, name="take_back"),
    path("<int:number>/activities/", project.activities, name="activities"),
    path("<int:number>/activities/new/", plan.new_activity, name="new_activity"),
    path("activities/<int:number>/", plan.activity, name="activity"),
    path("activities/<int:number>/done/", plan.done, name="done"),
    path("goals/<int:number>/", goals.goal, name="goal"),
    path("goals/<int:number>/measure/", goals.measure, name="measure"),
    path("goals/<int:number>/answer/", goals.answer, name="answer"),
    path("<int:number>/numbers/<str:key>/", goals.number, name="number"),
    path("<int:number>/dissemination/", goals.disseminate, name="disseminate"),
    path("dissemination/<int:number>/", goals.edit_dissemination, name="dissemination"),
    path("<int:number>/report/", report.report, name="report"),
    path("<int:number>/report.pdf", report.pdf, name="report_pdf"),
    path("<int:number>/report/hand-in/", report.hand_in, name="hand_in"),
    path("<int:number>/reports/<int:version>/", report.frozen, name="frozen"),
    path("<int:number>/reports/<int:version>.pdf", report.frozen_pdf, name="frozen_pdf"),
]
