"""Letters as mails: headers that survive any name, and parts that say the same."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

import pytest
from django.conf import LazySettings
from hypothesis import given, settings
from hypothesis import strategies as st

from samskaper.commons.mail import exports
from samskaper.commons.mail.letters import Attachment
from samskaper.commons.mail.models import Letter
from samskaper.commons.mail.transport import _wire
from samskaper.commons.people.models import Organisation
from samskaper.foundation.text import clean_line
from tests.commons.mail.letters import write

HEADERS = {"From", "To", "Subject", "Reply-To", "Bcc", "Cc"}


def read(letter: Letter) -> EmailMessage:
    """Return the mail as its receiver's program reads it."""
    return cast(EmailMessage, message_from_bytes(exports.message(letter), policy=policy.default))


def part(letter: Letter, kind: str) -> str:
    found = read(letter).get_body((kind,))
    assert found is not None
    return str(found.get_content())


def unsaved(**fields: str) -> Letter:
    """Return a letter that was not written down, for what needs no database."""
    given = {"email": "a@example.org", "subject": "x", "text": "y", "language": "nb", "message_id": "<1@example.org>"}
    return Letter(**(given | fields))


@pytest.mark.django_db
def test_library_is_named_as_the_sender_under_our_address(library_a: Organisation, settings: LazySettings) -> None:
    settings.DEFAULT_FROM_EMAIL = "samskaper@example.org"
    sender = read(write(owner=library_a))["From"].addresses[0]

    assert sender.display_name == "Strandfjell fylkesbibliotek (Samskaper)"
    assert sender.addr_spec == "samskaper@example.org"


@pytest.mark.django_db
def test_house_itself_writes_under_its_own_name() -> None:
    assert read(write(language="da"))["From"].addresses[0].display_name == "Samskaber"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_both_parts_say_their_language(language: str) -> None:
    letter = write(language=language)

    assert read(letter)["Content-Language"] == language
    assert f'<html lang="{language}">' in part(letter, "html")


@pytest.mark.django_db
def test_both_parts_have_the_same_words(library_a: Organisation) -> None:
    letter = write(
        owner=library_a, stoppable="programmes", text="Subject: x\n\nÉn linje.\n\n- a\n- b\n\nGo on:\nhttps://x.no/1"
    )

    for words in ("Én linje.", "https://x.no/1", "Go on", library_a.name, letter.secret):
        assert words in part(letter, "plain")
        assert words in part(letter, "html")


@pytest.mark.django_db
def test_quotes_in_an_address_cannot_leave_their_place() -> None:
    letter = write(text='Subject: x\n\nhttps://x.no/"onmouseover="alert(1)')

    assert 'onmouseover="' not in part(letter, "html")


@pytest.mark.django_db
def test_address_with_letters_of_its_own_is_written_as_servers_spell_it() -> None:
    letter = write("kari@blåbær.no")

    assert exports.receiver(letter) == "kari@xn--blbr-roah.no"
    assert read(letter)["To"].addresses[0].addr_spec == "kari@xn--blbr-roah.no"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["plan.pdf", "søknad (siste).docx", 'a"b.txt', "a\r\nBcc: x@y.no.txt", "x" * 500, "😀.png"]
)
def test_files_keep_their_names_and_content(name: str) -> None:
    letter = write(attachments=[Attachment(name, "application/octet-stream", b"\x00\xff content")])
    (file,) = read(letter).iter_attachments()

    assert file.get_filename() == clean_line(name)[:120]
    assert file.get_payload(decode=True) == b"\x00\xff content"
    assert read(letter)["Bcc"] is None


@settings(deadline=None)
@given(name=st.text(max_size=150), subject=st.text(max_size=180))
def test_no_name_or_subject_makes_a_header(name: str, subject: str) -> None:
    letter = unsaved(name=clean_line(name), subject=clean_line(subject))
    mail = EmailMessage(policy=exports.POLICY)
    exports.head(mail, letter)
    found = message_from_bytes(mail.as_bytes(), policy=policy.default)

    assert set(found.keys()) & HEADERS <= {"From", "To", "Subject"}
    assert len(found["To"].addresses) == 1
    assert found["To"].addresses[0].addr_spec == "a@example.org"


@given(st.binary(max_size=300))
def test_letter_on_the_wire_ends_once_and_nowhere_else(message: bytes) -> None:
    wire = _wire(message)

    assert wire.endswith(b"\r\n.\r\n")
    assert b"\r\n.\r\n" not in wire[:-3]
    assert not wire.startswith(b".\r\n") or not message.strip(b"\r\n")
    assert b"\n" not in wire.replace(b"\r\n", b"") and b"\r" not in wire.replace(b"\r\n", b"")
