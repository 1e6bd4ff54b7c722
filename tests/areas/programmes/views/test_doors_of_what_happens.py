"""Who gets through which door: a truth table, with ids of another organisation in the address."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.programmes.models import ActionReport, Certificate, Enrolment
from samskaper.foundation import clock
from tests.areas.programmes.running import Series
from tests.cast import Somebody

WHO = ("adviser_a", "leader_a", "staff_a", "colleague_a", "adviser_b", "staff_b", "guest")
IN, SIGN_IN, NO, NOTHING = 200, 302, 403, 404
# in the order of WHO; colleague_a works where staff_a does but is not signed up; guests are sent to sign in
TABLE = {
    "mine": (NOTHING, NOTHING, IN, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "action": (NOTHING, NOTHING, IN, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "shared": (IN, NOTHING, IN, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "agreement": (NOTHING, IN, IN, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "lead": (IN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "people_in": (IN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "write": (IN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "attendance": (IN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "code": (IN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "groups": (IN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, SIGN_IN),
    "colleagues": (NO, IN, NO, NO, NO, NO, SIGN_IN),
}


@pytest.fixture
def met(series: Series, place: Enrolment, leader_a: Somebody) -> ActionReport:
    """Staff A and her leader have met."""
    return ActionReport.objects.create(
        action=series.meeting, enrolment=place, done_on=clock.today(), reflection="Vi ble enige om tirsdager.", reflected=True
    )


def address(name: str, series: Series, met: ActionReport) -> str:
    given = {
        "mine": [series.programme.pk], "shared": [series.programme.pk], "lead": [series.programme.pk],
        "write": [series.programme.pk], "people_in": [series.programme.pk, "stuck"], "action": [series.action.pk],
        "agreement": [met.pk], "attendance": [series.second.pk], "code": [series.second.pk], "groups": [series.second.pk],
        "colleagues": [],
    }
    return reverse(f"programmes:{name}", args=given[name])


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("who", WHO)
def test_each_door_opens_for_those_it_is_for(
    request: pytest.FixtureRequest, series: Series, met: ActionReport, name: str, who: str
) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    answer = somebody.client.get(address(name, series, met))

    assert answer.status_code == TABLE[name][WHO.index(who)]


POSTS = {
    "attendance": ("adviser_a", {}),
    "change_state": ("adviser_a", {"change": "hold"}),
    "groups": ("adviser_a", {"size": "4"}),
    "move": ("adviser_a", {"enrolment": "1", "number": "0"}),
    "write": ("adviser_a", {"subject": "Hei", "words": "Hei", "to": "1"}),
    "send_word": ("staff_a", {"comes": "no"}),
    "action": ("staff_a", {"done": "1", "reflection": "", "thoughts": "", "version": "0"}),
}


@pytest.mark.parametrize(("name", "who"), [(name, who) for name in POSTS for who in WHO if who != POSTS[name][0]])
def test_nobody_else_can_change_anything(
    request: pytest.FixtureRequest, series: Series, met: ActionReport, name: str, who: str
) -> None:
    _allowed, data = POSTS[name]
    number = series.programme.pk if name == "write" else series.action.pk if name == "action" else series.second.pk

    answer = request.getfixturevalue(who).client.post(reverse(f"programmes:{name}", args=[number]), data)

    assert answer.status_code == (302 if who == "guest" else 404)
    if who == "guest":
        assert "/sign-in/" in answer["Location"]


@pytest.mark.parametrize("name", ["mine", "lead", "shared", "write"])
def test_a_programme_that_does_not_exist_is_nothing(adviser_a: Somebody, name: str) -> None:
    assert adviser_a.client.get(reverse(f"programmes:{name}", args=[10**15])).status_code == 404


@pytest.mark.parametrize("name", ["attendance", "code", "groups", "action", "agreement", "certificate"])
def test_a_record_that_does_not_exist_is_nothing(adviser_a: Somebody, name: str) -> None:
    assert adviser_a.client.get(reverse(f"programmes:{name}", args=[10**15])).status_code == 404


def test_a_stage_that_does_not_exist_is_nothing(series: Series, adviser_a: Somebody) -> None:
    assert adviser_a.client.get(reverse("programmes:people_in", args=[series.programme.pk, "best"])).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("staff_a", 200), ("adviser_a", 200), ("leader_a", 404), ("colleague_a", 404), ("adviser_b", 404)])
def test_a_certificate_is_fetched_by_its_holder_and_its_advisers(
    request: pytest.FixtureRequest, place: Enrolment, monkeypatch: pytest.MonkeyPatch, who: str, status: int
) -> None:
    monkeypatch.setattr("samskaper.areas.programmes.views.certificates.certificate_pdf", lambda proof: b"%PDF")
    certificate = Certificate.objects.create(enrolment=place, secret="x" * 32)

    answer = request.getfixturevalue(who).client.get(reverse("programmes:certificate", args=[certificate.pk]))

    assert answer.status_code == status


def test_another_leader_of_the_same_library_does_not_read_what_two_agreed_on(
    series: Series, met: ActionReport, town_a: object
) -> None:
    from samskaper.commons.people.models import Role
    from tests.cast import make_person

    second = make_person("Second Leader", (town_a, Role.LEADER))  # type: ignore[arg-type]

    assert second.client.get(address("agreement", series, met)).status_code == 404
    assert second.client.get(reverse("programmes:colleagues")).status_code == 200
