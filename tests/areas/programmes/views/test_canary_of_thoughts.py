"""What somebody thinks for herself is found nowhere but on her own page, whoever looks."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import serializers
from django.urls import URLPattern, reverse

from samskaper.areas.programmes import urls
from samskaper.areas.programmes.commands.actions import save_report
from samskaper.areas.programmes.models import ActionReport, Certificate, Enrolment
from samskaper.commons.mail.models import Letter
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from tests.areas.programmes.running import Series
from tests.cast import Somebody

CANARY = "kanarifugl-7f3a"
AGREED = "enighet-19bc"
OTHERS = ("adviser_a", "leader_a", "colleague_a", "adviser_b", "staff_b")


@pytest.fixture
def written(series: Series, place: Enrolment, staff_a: Somebody, leader_a: Somebody, colleague_a: Somebody) -> ActionReport:
    """Staff A has written thoughts on an action and on the meeting; colleague A takes part too."""
    series.enrol(colleague_a)
    for action, words in ((series.meeting, AGREED), (series.action, "Vi snakket.")):
        report = save_report(
            action=action, enrolment=place, done_on=clock.today(), reflection=words, thoughts=CANARY, version=0, by=staff_a.doer
        )
    Certificate.objects.create(enrolment=place, secret="k" * 32)
    return report


def addresses(series: Series) -> list[str]:
    """Every page of this area, with every id that the test has made."""
    found = []
    for pattern in urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        keys = list(pattern.pattern.converters)
        for number in (1, 2, 3, series.programme.pk, series.second.pk, series.action.pk, series.meeting.pk):
            given: dict[str, Any] = dict.fromkeys(keys, number)
            if "secret" in given:
                given["secret"] = "k" * 32
            if "stage" in given:
                given["stage"] = "signed-up"
            found.append(reverse(f"programmes:{pattern.name}", kwargs=given))
    return sorted(set(found))


@pytest.mark.parametrize("who", OTHERS)
def test_no_page_shows_it_to_anybody_else(request: pytest.FixtureRequest, series: Series, written: ActionReport, who: str) -> None:
    somebody: Somebody = request.getfixturevalue(who)
    seen = 0

    for address in addresses(series):
        answer = somebody.client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert CANARY.encode() not in body, address
        if AGREED.encode() in body:
            assert who == "leader_a", address
        seen += answer.status_code == 200

    assert seen, "a walk that opened nothing proves nothing"


def test_her_own_page_shows_it(series: Series, written: ActionReport, staff_a: Somebody) -> None:
    answer = staff_a.client.get(reverse("programmes:action", args=[series.action.pk]))

    assert CANARY in answer.content.decode()


def test_no_fact_and_no_letter_carries_it(series: Series, written: ActionReport) -> None:
    assert CANARY not in serializers.serialize("json", [*Fact.objects.all(), *Letter.objects.all()])


def test_the_lists_of_others_do_not_even_read_it(series: Series, written: ActionReport, adviser_a: Somebody, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection, ) as queries:
        for name in ("lead", "shared", "write"):
            adviser_a.client.get(reverse(f"programmes:{name}", args=[series.programme.pk]))

    assert not any("thoughts" in query["sql"] for query in queries)


def test_what_two_agreed_on_is_not_among_what_is_shared(series: Series, written: ActionReport, colleague_a: Somebody) -> None:
    body = colleague_a.client.get(reverse("programmes:shared", args=[series.programme.pk])).content.decode()

    assert "Vi snakket." in body
    assert AGREED not in body
