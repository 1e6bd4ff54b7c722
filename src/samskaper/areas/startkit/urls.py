"""Addresses of the starter kit. The methods themselves are edited pages."""

from django.urls import path

from samskaper.areas.startkit.views import kit, plans, shared_plans

app_name = "startkit"
planning = [
    path("meeting-plans/", plans.index, name="plans"),
    path("meeting-plans/forget/", plans.forget, name="forget_plan"),
    path("meeting-plans/put/<slug:method>/", plans.put, name="put_in_plan"),
    path("meeting-plan/<str:secret>/", plans.plan, name="plan"),
    path("meeting-plan/<str:secret>/about/", plans.about, name="plan_about"),
    path("meeting-plan/<str:secret>/add/", plans.add, name="plan_add"),
    path("meeting-plan/<str:secret>/point/", plans.point, name="plan_point"),
    path("meeting-plan/<str:secret>/press/", plans.press, name="plan_press"),
    path("meeting-plan/<str:secret>/rows/<int:number>/", plans.row, name="plan_row"),
    path("meeting-plan/<str:secret>/addresses/", plans.change_keys, name="plan_keys"),
    path("meeting-plan/<str:secret>/delete/", plans.delete, name="plan_delete"),
    path("shared-plan/<str:secret>/", shared_plans.read, name="read_plan"),
    path("shared-plan/<str:secret>/now/", shared_plans.now, name="run_plan"),
    path("shared-plan/<str:secret>/paper/", shared_plans.paper, name="plan_paper"),
    path("shared-plan/<str:secret>/plan.pdf", shared_plans.pdf, name="plan_pdf"),
    path("shared-plan/<str:secret>/meeting.ics", shared_plans.calendar, name="plan_calendar"),
    path("shared-plan/<str:secret>/copy/", shared_plans.copy, name="copy_plan"),
]
urlpatterns = [path("", kit.kit, name="kit"), *planning]
