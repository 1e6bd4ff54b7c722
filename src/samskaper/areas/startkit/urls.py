"""Addresses of the starter kit. The methods themselves are edited pages."""

from django.urls import path

from samskaper.areas.startkit.views import (
    board,
    drafts,
    editions,
    experts,
    groups,
    kit,
    packages,
    papers,
    plans,
    preparing,
    revising,
    shared_plans,
    tryouts,
    voices,
)

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
    path("meeting-plan/<str:secret>/keep/", plans.keep, name="keep_plan"),
    path("meeting-plan/<str:secret>/delete/", plans.delete, name="plan_delete"),
    path("shared-plan/<str:secret>/", shared_plans.read, name="read_plan"),
    path("shared-plan/<str:secret>/now/", shared_plans.now, name="run_plan"),
    path("shared-plan/<str:secret>/paper/", shared_plans.paper, name="plan_paper"),
    path("shared-plan/<str:secret>/plan.pdf", shared_plans.pdf, name="plan_pdf"),
    path("shared-plan/<str:secret>/meeting.ics", shared_plans.calendar, name="plan_calendar"),
    path("shared-plan/<str:secret>/copy/", shared_plans.copy, name="copy_plan"),
]
editing = [
    path("coming/", preparing.coming, name="coming"),
    path("coming/contents/", preparing.contents, name="coming_contents"),
    path("coming/time/", preparing.set_time, name="coming_time"),
    path("coming/stop/", preparing.stop, name="coming_stop"),
    path("coming/<slug:key>/", preparing.rehearsal, name="rehearsal"),
    path("status/", preparing.status, name="status"),
    path("<int:number>/", editions.edition, name="edition"),
    path("<int:number>/<slug:key>/", editions.in_edition, name="in_edition"),
]
leaving = [
    path("<int:edition>/take/", packages.take, name="take"),
    path("<int:edition>/scorm.zip", packages.file, {"form": "scorm"}, name="scorm"),
    path("<int:edition>/offline.zip", packages.file, {"form": "offline"}, name="offline"),
    path("<int:edition>/offline-films.zip", packages.file, {"form": "offline", "films": True}, name="offline_films"),
    path("<int:edition>/offline-all.zip", packages.file, {"form": "offline", "every_language": True}, name="offline_all"),
    path("<int:edition>/<slug:key>/take/", packages.take, name="take_method"),
    path("<int:edition>/<slug:key>/scorm.zip", packages.file, {"form": "scorm"}, name="method_scorm"),
    path("<int:edition>/<slug:key>/offline.zip", packages.file, {"form": "offline"}, name="method_offline"),
    path("<int:edition>/<slug:key>/offline-films.zip", packages.file, {"form": "offline", "films": True}, name="method_offline_films"),
    path("<int:edition>/<slug:key>/offline-all.zip", packages.file, {"form": "offline", "every_language": True}, name="method_offline_all"),
]
printed = [
    path("<int:edition>/<slug:key>/sheet.pdf", papers.file, {"form": "sheet.pdf"}, name="sheet"),
    path("<int:edition>/<slug:key>/poster.pdf", papers.file, {"form": "poster.pdf"}, name="poster"),
    path("<int:edition>/<slug:key>/sheet.docx", papers.file, {"form": "sheet.docx"}, name="word"),
    path("coming/<slug:key>/sheet.pdf", papers.proof, name="proof"),
]
with_users = [
    path("<int:edition>/<slug:key>/how-it-went/", tryouts.how_it_went, name="how_it_went"),
    path("<int:edition>/<slug:key>/how-it-went/thank-you/", tryouts.thank_you, name="thank_you"),
    path("asked/<str:secret>/", tryouts.asked, name="asked"),
    path("voice/<str:secret>/", voices.voice, name="voice"),
    path("voice/<str:secret>/<int:place>/calendar/", voices.calendar, name="voice_calendar"),
    path("revision/", revising.revision, name="revision"),
    path("revision/board/", board.board, name="board"),
    path("revision/methods/", board.overview, name="overview"),
    path("revision/<int:number>/", board.finding, name="finding"),
    path("revision/<int:number>/press/", board.finding_press, name="finding_press"),
    path("revision/drafts/", drafts.index, name="drafts"),
    path("revision/drafts/<slug:key>/", drafts.draft, name="draft"),
    path("revision/experts/", experts.name_experts, name="experts"),
    path("revision/groups/", groups.index, name="groups"),
    path("revision/groups/<int:number>/", groups.group, name="group"),
    path("revision/groups/<int:number>/ask/", groups.ask, name="group_ask"),
    path("revision/groups/<int:number>/close/", groups.close, name="group_close"),
    path("revision/groups/<int:number>/<int:place>/", groups.workshop, name="workshop"),
    path("revision/groups/<int:number>/<int:place>/day/", groups.set_day, name="workshop_day"),
]
urlpatterns = [path("", kit.kit, name="kit"), *leaving, *printed, *planning, *with_users, *editing]
