"""What packages send by themselves goes into the outbox."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction

from samskaper.commons.mail.models import Letter
from tests.cast import Somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_installed(settings: LazySettings) -> None:
    """Tests have a backend of their own; here it is that of an installation."""
    settings.EMAIL_BACKEND = "samskaper.commons.mail.backend.OutboxBackend"


def test_a_message_becomes_a_letter_in_the_receivers_name_and_language(adviser_a: Somebody) -> None:
    assert adviser_a.person is not None
    address = adviser_a.person.account.email

    send_mail("Three lines\nof one", "The page waits.\n\nhttp://localhost/cms/", None, [address.upper()])

    letter = Letter.objects.get()
    assert (letter.email, letter.name, letter.person_id, letter.language) == (address, adviser_a.person.name, adviser_a.person.pk, adviser_a.person.language)
    assert "The page waits." in letter.text and "http://localhost/cms/" in letter.text and "<" not in letter.text
    assert "\n" not in letter.subject


def test_two_messages_alike_are_two_letters_and_each_receiver_has_one() -> None:
    for _time in range(2):
        EmailMultiAlternatives("Again", "The same.", to=["a@example.org"], bcc=["b@example.org"]).send()

    assert sorted(Letter.objects.values_list("email", flat=True)) == ["a@example.org", "a@example.org", "b@example.org", "b@example.org"]


def test_a_message_of_a_transaction_that_failed_was_never_written() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        send_mail("Never", "Never.", None, ["a@example.org"])
        1 / 0  # noqa: B018

    assert not Letter.objects.exists()
