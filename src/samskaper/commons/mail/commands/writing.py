"""Writing letters into the outbox."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samskaper.commons.mail import footers, letters, models
from samskaper.commons.mail.letters import Address, Attachment
from samskaper.commons.mail.models import Enclosed, Letter, address_digest
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.foundation.letters import Post
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean_line


def send(
    *,
    to: Address,
    template: str,
    context: dict[str, Any],
    about: Ref,
    owner: int | None,
    key: str,
    by: Doer,
    attachments: Sequence[Attachment] = (),
    stoppable: str = "",
) -> Letter:
    """Write a letter into the outbox, in the transaction of the caller; the worker delivers it soon after.

    `template` is a text in English message ids whose first line is “Subject: …”; it is rendered in the receiver's
    language. `key` is unique for ever: a second letter with it is not written, and the first is returned. `stoppable`
    names what the receiver may unsubscribe from: the letter gets the link, and is not sent to those who did.
    Raises Invalid when no letter can go to that address, or when the files are larger than 10 MB.
    """
    if (found := Letter.objects.filter(key=key).first()) is not None:
        return found
    to = letters.checked(to)
    _check_size(attachments)
    words = letters.compose(template, context, to=to)
    secret = models.new_secret()
    house = Organisation.objects.filter(pk=owner).first() if owner else None
    letter = Letter(
        owner=house,
        key=key,
        secret=secret,
        email=to.email,
        name=to.name,
        digest=address_digest(to.email),
        person_id=to.person,
        language=to.language,
        template=template,
        subject=words.subject,
        text=footers.with_footer(words.text, language=to.language, house=house, secret=secret if stoppable else ""),
        about_kind=about.kind,
        about_id=about.id,
        purpose=stoppable,
        message_id=_message_id(),
    )
    try:
        with transaction.atomic():
            letter.save(force_insert=True)
    except IntegrityError:
        return Letter.objects.get(key=key)
    _enclose(letter, attachments)
    return letter


def carry(letter: Post, *, by: Doer) -> Letter:
    """Write down a letter that was posted from a floor below (see `foundation.letters`)."""
    return send(
        to=letter.to,
        template=letter.template,
        context=letter.context,
        about=letter.about,
        owner=letter.owner,
        key=letter.key,
        by=by,
        attachments=letter.attachments,
        stoppable=letter.stoppable,
    )


def _message_id() -> str:
    return f"<{secrets.token_hex(12)}@{letters.site_host()}>"


def _check_size(attachments: Sequence[Attachment]) -> None:
    if sum(len(item.content) for item in attachments) > letters.LARGEST_ENCLOSURES:
        raise Invalid(
            _("The files are larger than 10 MB together; many mail servers refuse that. Send a link instead.")
        )


def _enclose(letter: Letter, attachments: Sequence[Attachment]) -> None:
    for item in attachments:
        digest = hashlib.sha256(item.content).hexdigest()
        Enclosed.objects.get_or_create(digest=digest, defaults={"content": item.content, "size": len(item.content)})
        models.Attachment.objects.create(
            letter=letter,
            enclosed_id=digest,
            name=clean_line(item.name)[:120] or "file",
            content_type=item.content_type,
        )
