"""The adviser's own line in the invitation, the letter to oneself, and what the series says of itself."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.programmes.commands.publish import Guest, invite, send_programme, send_test, write_foreword
from samskaper.areas.programmes.models import Programme
from samskaper.areas.programmes.queries.publish import post_of
from samskaper.commons.mail.models import Letter
from samskaper.commons.mail.pieces import pieces
from samskaper.foundation.refusals import Refusal
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")
OWN = "Jeg heter Åse, og jeg gleder meg."


def door(course: Programme) -> str:
    return reverse("programmes:publish_words", args=[course.pk])


def sent_to_kari(course: Programme, adviser: Somebody) -> Letter:
    invite(programme=course, guests=[Guest("kari@example.org", "Kari")], source="listen", by=adviser.doer)
    send_programme(programme=course, by=adviser.doer)
    return Letter.objects.get(email="kari@example.org")


def test_the_line_stands_in_the_preview_and_in_the_letter(course: Programme, adviser_a: Somebody) -> None:
    page = adviser_a.client.post(door(course), {"foreword": OWN}, follow=True).content.decode()
    assert page.count(OWN) == 2  # in the field, and in the letter

    course.refresh_from_db()
    assert OWN in sent_to_kari(course, adviser_a).text


def test_signs_of_code_in_it_stay_words(course: Programme, adviser_a: Somebody) -> None:
    page = adviser_a.client.post(door(course), {"foreword": "<img src=x onerror=alert(1)>"}, follow=True).content.decode()

    assert "<img src=x" not in page


def test_a_line_that_is_too_long_is_refused(course: Programme, adviser_a: Somebody) -> None:
    assert adviser_a.client.post(door(course), {"foreword": "x" * 1501}).status_code == 422


def test_the_letter_to_oneself_goes_to_nobody_else_and_counts_as_nothing(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=[Guest("kari@example.org", "Kari")], source="listen", by=adviser_a.doer)

    answer = adviser_a.client.post(door(course), {"foreword": OWN, "test": "1"}, follow=True).content.decode()

    letter = Letter.objects.get()
    assert adviser_a.person and letter.person == adviser_a.person
    assert OWN in letter.text
    assert letter.email in answer
    post = post_of(course, visible_to=adviser_a.doer)
    assert (post.to_send, post.waiting, post.sent) == (1, 0, 0)


def test_the_button_says_what_it_does(course: Programme, adviser_a: Somebody) -> None:
    letter = sent_to_kari(course, adviser_a)

    buttons = [piece for piece in pieces(letter.text) if piece.kind == "button"]
    assert [button.words for button in buttons[:1]] == ["Meld deg på"]
    assert buttons[0].url.endswith(f"/programmes/{course.pk}/sign-up/")
    assert f"/programmes/{course.pk}/\n" in letter.text
    assert "<function" not in letter.text


def test_the_letter_says_what_one_does_and_not_what_has_been_done(course: Programme, adviser_a: Somebody) -> None:
    letter = sent_to_kari(course, adviser_a)

    assert course.about and course.about in letter.text
    assert course.aim not in letter.text


def test_an_older_series_without_a_description_says_its_aim(course: Programme, adviser_a: Somebody) -> None:
    Programme.objects.filter(pk=course.pk).update(about="")
    course.refresh_from_db()

    assert course.aim in sent_to_kari(course, adviser_a).text


@pytest.mark.parametrize("who", ["staff_a", "leader_a", "adviser_b", "guest"])
def test_others_neither_write_nor_try_it(request: pytest.FixtureRequest, course: Programme, who: str) -> None:
    doer = request.getfixturevalue(who).doer

    with pytest.raises(Refusal):
        write_foreword(programme=course, foreword=OWN, by=doer)
    with pytest.raises(Refusal):
        send_test(programme=course, by=doer)
