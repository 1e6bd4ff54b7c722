"""What a mailed link opens."""

from __future__ import annotations

import hashlib

from django.utils.translation import gettext as _

from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.models import EmailedLink
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Gone, Missing


def digest_of(secret: str) -> str:
    """Return what is stored of a link's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def bearer_of(secret: str, *, purpose: str) -> Doer:
    """Return who comes by this link. Raises Missing for a secret that never was, Gone for one that was withdrawn or ran out."""
    link = EmailedLink.objects.filter(digest=digest_of(secret), purpose=purpose).first()
    subject = Ref.parse(link.subject) if link else None
    if link is None or subject is None:
        raise Missing()
    if link.withdrawn is not None:
        raise Gone(_("This link was withdrawn or handed over to somebody else, and opens nothing any more."))
    if link.expires is not None and link.expires <= clock.now():
        raise Gone(_("This link has run out. Ask the one who sent it for a new one."))
    return Doer(DoerKind.BEARER, link=(purpose, subject))
