"""Addresses."""

from django.urls import URLPattern, path

from samskaper.areas.programmes.views import (
    actions,
    certificates,
    colleagues,
    consent,
    dates,
    enrolment,
    gatherings,
    lead,
    publish,
    series,
    setup,
)

app_name = "programmes"
happening: list[URLPattern] = [
    path("colleagues/", colleagues.colleagues, name="colleagues"),
    path("actions/<int:number>/", actions.action, name="action"),
    path("agreements/<int:number>/", actions.agreement, name="agreement"),
    path("certificates/<int:number>/", certificates.certificate, name="certificate"),
    path("certificates/<int:number>/show/", certificates.show, name="show_certificate"),
    path("gatherings/<int:number>/attendance/", gatherings.attendance, name="attendance"),
    path("gatherings/<int:number>/code/", gatherings.code, name="code"),
    path("gatherings/<int:number>/state/", gatherings.change_state, name="change_state"),
    path("gatherings/<int:number>/word/", gatherings.send_word, name="send_word"),
    path("gatherings/<int:number>/groups/", gatherings.groups, name="groups"),
    path("gatherings/<int:number>/groups/move/", gatherings.move, name="move"),
    path("<int:programme>/mine/", actions.mine, name="mine"),
    path("<int:programme>/shared/", actions.shared, name="shared"),
    path("<int:programme>/lead/", lead.lead, name="lead"),
    path("<int:programme>/lead/write/", lead.write, name="write"),
    path("<int:programme>/lead/<slug:stage>/", lead.people_in, name="people_in"),
]
arranging: list[URLPattern] = [
    path("", series.index, name="index"),
    path("new/", series.new, name="new"),
    path("<int:number>/", series.programme, name="programme"),
    path("<int:number>/calendar.ics", series.calendar, name="calendar"),
    path("<int:number>/setup/", setup.setup, name="setup"),
    path("<int:number>/edit/", setup.edit, name="edit"),
    path("<int:number>/state/", setup.change_state, name="programme_state"),
    path("<int:number>/dates/", setup.move, name="move_dates"),
    path("<int:number>/dates/tell/", setup.tell, name="tell_dates"),
    path("<int:number>/rule/", setup.rule, name="rule"),
    path("<int:number>/gatherings/new/", dates.add_gathering, name="add_gathering"),
    path("gatherings/<int:number>/edit/", dates.edit_gathering, name="edit_gathering"),
    path("gatherings/<int:number>/remove/", dates.remove_gathering, name="remove_gathering"),
    path("gatherings/<int:number>/agenda/", dates.agenda, name="agenda"),
    path("gatherings/<int:number>/material/", dates.add_material, name="add_material"),
    path("material/<int:number>/", dates.material, name="material"),
    path("material/<int:number>/remove/", dates.remove_material, name="remove_material"),
    path("<int:number>/actions/new/", dates.add_action, name="add_action"),
    path("actions/<int:number>/edit/", dates.edit_action, name="edit_action"),
    path("actions/<int:number>/remove/", dates.remove_action, name="remove_action"),
    path("<int:number>/publish/", publish.publish, name="publish"),
    path("<int:number>/publish/libraries/", publish.libraries, name="publish_libraries"),
    path("<int:number>/publish/addresses/", publish.addresses, name="publish_addresses"),
    path("<int:number>/publish/list/", publish.invitations, name="invitations"),
    path("<int:number>/publish/list/remove/", publish.uninvite, name="uninvite"),
    path("<int:number>/publish/send/", publish.send, name="send"),
]
signing_up: list[URLPattern] = [
    path("<int:number>/sign-up/", enrolment.sign_up, name="sign_up"),
    path("<int:number>/place/", enrolment.place, name="place"),
    path("<int:number>/leader/", enrolment.leader, name="leader"),
    path("<int:number>/leave/", enrolment.leave, name="leave"),
    path("<int:number>/people/", enrolment.people, name="people"),
    path("people/<int:number>/remove/", enrolment.remove, name="remove"),
    path("consent/<int:number>/", consent.signed_in, name="consent"),
    path("yes-or-no/<str:secret>/", consent.by_link, name="consent_by_link"),
]
urlpatterns: list[URLPattern] = [*arranging, *signing_up, *happening]
