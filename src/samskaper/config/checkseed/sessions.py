"""Sign-ins for the people of the seed, as cookies."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.auth import SESSION_KEY as ACCOUNT_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import get_random_string

from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.people.models import Person

CSRF_SIGNS = 32


def cookies_of(person: Person | None) -> dict[str, str]:
    """Return the cookies of somebody who is signed in, or of a guest."""
    cookies = {settings.CSRF_COOKIE_NAME: get_random_string(CSRF_SIGNS)}
    if person is not None and person.account is not None:
        session = SessionStore()
        session[ACCOUNT_KEY] = str(person.account.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.account.get_session_auth_hash()
        session[SESSION_KEY] = person.pk
        session.create()
        cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return cookies
