"""Writing letters into the outbox."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from samskaper.commons.mail import letters
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, Attachment, absolute, checked, compose
from samskaper.commons.mail.models import Enclosed, Letter, State
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.foundation.letters import Post, post
from samskaper.foundation.refusals import Invalid
from tests.commons.mail.letters import ABOUT, template, write

pytestmark = pytest.mark.django_db


def test_letter_waits_with_its_words(library_a: Organisation) -> None:
    letter = write("kari@example.org", owner=library_a)

    assert letter.state == State.WAITING
    assert letter.subject == "Welcome, Kari"
    assert letter.text.startswith("The first gathering is soon.\n\nSee the programme:\nhttp")
    assert (letter.about_kind, letter.about_id) == ("programmes.programme", 7)


def test_second_letter_with_the_same_key_is_the_first() -> None:
    first = write("kari@example.org", key="once")
    second = write("ola@example.org", key="once")

    assert second == first
    assert Letter.objects.count() == 1


def test_letter_goes_with_the_transaction_of_what_it_tells_of() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError

    assert not Letter.objects.exists()


def test_posted_letter_from_below_is_written() -> None:
    with template("Subject: Code\n\n{{ code }}"):
        post(Post(to=Address("a@example.org"), template="x", context={"code": "AB12"}, about=ABOUT, key="p"), by=SYSTEM)

    assert Letter.objects.get().text.startswith("AB12")


@pytest.mark.parametrize(("language", "word"), [("nb", "/nb/"), ("nn", "/nn/"), ("da", "/da/"), ("en", "/en/")])
def test_functions_in_the_context_speak_the_receivers_language(language: str, word: str) -> None:
    link = {"link": lambda: absolute(reverse("mail:outbox"))}
    letter = write(language=language, text="Subject: x\n\n{{ link }}", context=link)

    assert word in letter.text


def test_unknown_language_becomes_the_installations() -> None:
    assert write(language="xx").language == "nb"


def test_text_is_not_escaped() -> None:
    letter = write(name="Æ & <b>", text="Subject: Hi {{ receiver }}\n\nTo {{ receiver }}")

    assert letter.subject == "Hi Æ & <b>"


def test_blank_lines_are_single() -> None:
    letter = write(text="Subject: x\n\na\n\n\n \nb\n")

    assert letter.text.startswith("a\n\nb\n\n-- \n")


def test_template_without_subject_is_a_mistake_of_ours() -> None:
    with template("Hello"), pytest.raises(ValueError, match="Subject"):
        compose("x", {}, to=Address("a@example.org"))


def test_stoppable_letter_has_the_link_and_others_have_not(library_a: Organisation) -> None:
    stoppable = write("a@example.org", owner=library_a, stoppable="programmes")
    asked_for = write("b@example.org", owner=library_a)

    assert f"/nb/mail/stop/{stoppable.secret}/" in stoppable.text
    assert asked_for.secret not in asked_for.text
    assert library_a.name in asked_for.text


HEADERS = "Kari\r\nBcc: everybody@example.org"


def test_line_ends_in_a_name_become_spaces() -> None:
    letter = write(name=HEADERS, text="Subject: Hi {{ receiver }}\n\nx")

    assert letter.name == "Kari Bcc: everybody@example.org"
    assert "\n" not in letter.subject


@pytest.mark.parametrize(
    "email",
    [
        "",
        "kari",
        "kari@",
        "@example.org",
        "kari@example.org\nBcc: x@y.no",
        "a b@example.org",
        "kari@-.no",
        "jørgen@example.org",
        "kari@" + "x" * 300 + ".no",
        "kari@example.org, ola@example.org",
        "<img src=x>@y.no",
        '"a b"@example.org',
        "\u200b",
    ],
)
def test_address_that_no_letter_reaches_gets_a_sentence(email: str) -> None:
    with pytest.raises(Invalid) as refused:
        write(email)

    assert len(str(refused.value.sentence)) < 200
    assert not Letter.objects.exists()


@pytest.mark.parametrize("email", ["kari@blåbær.no", "o'hara+bib@example.co.uk", "KARI@example.org"])
def test_odd_but_right_address_is_taken(email: str) -> None:
    assert write(email).email == email


def test_name_of_ten_thousand_signs_gets_a_sentence() -> None:
    with pytest.raises(Invalid, match="200"):
        write(name="Kari" * 2500)


@given(st.text(max_size=60), st.text(max_size=40))
def test_any_text_is_an_address_or_a_refusal(email: str, name: str) -> None:
    try:
        found = checked(Address(email, name))
    except Invalid:
        return
    assert not set("\r\n") & set(found.email + found.name)


def test_same_file_is_kept_once_for_many_letters() -> None:
    file = Attachment("dates.ics", "text/calendar; method=PUBLISH", b"BEGIN:VCALENDAR")
    for number in range(3):
        write(f"p{number}@example.org", attachments=[file])

    assert Enclosed.objects.count() == 1
    assert Letter.objects.filter(attachments__enclosed__size=15).count() == 3


def test_files_that_mail_servers_refuse_get_a_sentence() -> None:
    with pytest.raises(Invalid, match="10 MB"):
        write(attachments=[Attachment("film.mp4", "video/mp4", b"0" * (letters.LARGEST_ENCLOSURES + 1))])


def test_send_costs_a_fixed_number_of_queries(library_a: Organisation, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with template("Subject: x\n\ny"), django_assert_max_num_queries(5):
        send(to=Address("a@example.org"), template="x", context={}, about=ABOUT, owner=library_a.pk, key="k", by=SYSTEM)
