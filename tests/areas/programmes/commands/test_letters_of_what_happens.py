"""Letters about what happens, in every language: whole sentences, and an address that leads on."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.commands.evaluation import ask_about_gathering
from samskaper.areas.programmes.commands.gatherings import Mark, cancel, record_attendance
from samskaper.areas.programmes.commands.lead import write_to_stuck
from samskaper.areas.programmes.models import Enrolment, GatheringState
from samskaper.commons.mail.models import Letter
from tests.areas.programmes.running import Series
from tests.cast import Somebody

LANGUAGES = ("nb", "nn", "da", "en")
SUBJECTS = {
    "cancelled": {"nb": "«Samling 2» er avlyst", "nn": "«Samling 2» er avlyst", "da": "«Samling 2» er aflyst", "en": "“Samling 2” is cancelled"},
    "left": {"nb": "Dette gjenstår", "nn": "Dette står att", "da": "Dette mangler", "en": "This is left"},
}


def whole(letter: Letter) -> bool:
    """Whether nothing of the machinery shows: no placeholder, no function, no empty line of words."""
    return not any(sign in letter.text + letter.subject for sign in ("%(", "<function", "{{", "None"))


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, place: Enrolment) -> str:
    """The language of the participant."""
    language: str = request.param
    place.person.language = language
    place.person.save()
    return language


def test_a_cancelled_gathering(series: Series, place: Enrolment, adviser_a: Somebody, reader: str) -> None:
    cancel(gathering=series.second, by=adviser_a.doer)

    letter = Letter.objects.get()
    assert letter.subject == SUBJECTS["cancelled"][reader]
    assert f"/{reader}/programmes/{series.programme.pk}/mine/" in letter.text
    assert whole(letter)


def test_something_is_left(series: Series, place: Enrolment, adviser_a: Somebody, reader: str) -> None:
    series.first.state = GatheringState.HELD
    series.first.save()

    sent = write_to_stuck(programme=series.programme, enrolments=[place.pk], subject="Hei", words="Ring meg.", language=reader, by=adviser_a.doer)

    letter = Letter.objects.get()
    assert sent == 1
    assert SUBJECTS["left"][reader] in letter.text
    assert "Ring meg." in letter.text
    assert whole(letter)


def test_what_did_you_think(series: Series, place: Enrolment, adviser_a: Somebody, reader: str) -> None:
    record_attendance(gathering=series.second, marks={place.pk: Mark("", "present")}, by=adviser_a.doer)
    series.second.refresh_from_db()

    asked = ask_about_gathering(gathering=series.second, by=adviser_a.doer)

    letter = Letter.objects.get()
    assert f"/{reader}/questions/{asked.pk}/" in letter.text
    assert whole(letter)


def test_somebody_without_an_address_gets_none(series: Series, adviser_a: Somebody) -> None:
    series.enrol_many(3)

    cancel(gathering=series.second, by=adviser_a.doer)

    assert not Letter.objects.exists()
