"""Every unsafe request happens once.

The view, its facts, its letters and the receipt share one transaction. A twin (the same key from the same doer with
the same body) gets the kept answer. Refusals, invalid forms and crashes leave nothing and free the key. So does a save
that did not get its turn in the database: it is answered with a page that says so (503), and can be sent again.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import IntegrityError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samskaper.commons.people import limits
from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.record.models import Receipt
from samskaper.foundation.refusals import Busy, Conflict, Invalid, Refusal
from samskaper.ui.answers import refusal_page

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}\Z")
KEPT_HEADERS = ("Content-Type", "Location", "HX-Redirect", "HX-Trigger", "Content-Disposition", "Cache-Control")
EXEMPT_ADDRESSES: dict[str, str] = {
    "/cms/": "the editors' tool has its own revisions and no field for a key",
}
MOST_KEPT_BYTES = 200_000
OUT_OF_TURN = frozenset({"40001", "40P01", "55P03"})  # PostgreSQL: serialization failure, deadlock, lock not available
UNIQUE_VIOLATION = "23505"
SECONDS_TO_WAIT = 10
logger = logging.getLogger(__name__)


def is_out_of_turn(exception: Exception) -> bool:
    """Return whether the database refused because others were writing, and would take the same a moment later."""
    if not isinstance(exception, OperationalError):
        return False
    said = str(exception).lower()
    return getattr(exception.__cause__, "sqlstate", "") in OUT_OF_TURN or "is locked" in said or "is busy" in said


def is_a_twin(exception: Exception) -> bool:
    """Return whether the database refused because what may stand once is there already."""
    if not isinstance(exception, IntegrityError):
        return False
    return getattr(exception.__cause__, "sqlstate", "") == UNIQUE_VIOLATION or "UNIQUE constraint" in str(exception)


def busy_page(request: HttpRequest) -> HttpResponse:
    """Return the page for a save that did not get its turn."""
    answer = refusal_page(request, Busy())
    answer["Retry-After"] = str(SECONDS_TO_WAIT)
    return answer


def is_exempt(path: str) -> bool:
    """Return whether forms at this address need no key; every exemption has its reason in EXEMPT_ADDRESSES."""
    return any(path.startswith(prefix) for prefix in EXEMPT_ADDRESSES)


def _owned_keys(request: HttpRequest, key: str) -> list[str]:
    """Return under which keys an answer to this form may be kept; the first is its own.

    A form belongs to a person, also after signing in anew: a phone may send again what it kept. One that decides who the
    person is (arriving) was sent before there was any, and then belongs to the session.
    """
    person = request.session.get(SESSION_KEY)
    owners = [f"person {person}"] * bool(person) + [str(request.session.session_key or "")]
    return [hashlib.sha256(f"{owner}|{key}".encode()).hexdigest() for owner in owners]


def _fingerprint(request: HttpRequest) -> str:
    """Digest of what is asked for: address and fields. Files count by name and size."""
    parts = [request.method or "", request.get_full_path()]
    fields = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    parts += [repr(sorted(fields.items()))]
    files = ((name, item) for name, items in sorted(request.FILES.lists()) for item in items)
    parts += [f"{name}:{getattr(item, 'name', '')}:{getattr(item, 'size', '')}" for name, item in files]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _kept(receipt: Receipt, fingerprint: str) -> HttpResponse:
    if receipt.fingerprint != fingerprint:
        raise Conflict(_("This form was already sent with other words. Reload the page to start a new one."))
    answer = HttpResponse(bytes(receipt.body), status=receipt.status, headers=receipt.headers)
    answer["Samskaper-Once"] = "kept"
    return answer


class _Undo(Exception):
    """Leaves the transaction of a refused request and carries its answer out."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer


class OnceMiddleware:
    """Wraps every unsafe request in one transaction with its receipt. Stands inside sessions and messages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE or is_exempt(request.path):
            return self.get_response(request)
        try:
            key = request.POST.get("once") or request.headers.get("Idempotency-Key", "")
            if not KEY.match(key):
                raise Invalid(_("The form lacked its key, so nothing was saved. Reload the page and send it again."), status=400)
            return self._answer_once(request, key)
        except (RequestDataTooBig, TooManyFieldsSent):
            sentence = _("That was more than we can take in one go. Send less text or a smaller file.")
            return refusal_page(request, Invalid(sentence, status=413))
        except Busy:
            return busy_page(request)
        except Refusal as refusal:
            return refusal_page(request, refusal)
        except OperationalError as error:
            if not is_out_of_turn(error):
                raise
            return busy_page(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Lead a view that the database refused out of its transaction; the page is made when that is undone.

        Rules refuse what is there already in better words. This is for the two who write the same at one moment.
        """
        if is_out_of_turn(exception):
            return busy_page(request) if request.method in SAFE else _OutOfTurn(status=Busy.status)
        if is_a_twin(exception) and request.method not in SAFE:
            logger.warning("Two of what may stand once: %s", str(exception).splitlines()[0])
            return _ThereAlready(status=Conflict.status)
        return None

    def _answer_once(self, request: HttpRequest, key: str) -> HttpResponse:
        fingerprint = _fingerprint(request)
        owned = _owned_keys(request, key)
        if (receipt := Receipt.objects.filter(key__in=owned).first()) is not None:
            return _kept(receipt, fingerprint)
        with limits.remembering() as tries:
            try:
                with transaction.atomic():
                    return self._run(request, owned[0], fingerprint)
            except _Undo as undone:
                if isinstance(undone.answer, _OutOfTurn):
                    raise Busy from None
                if isinstance(undone.answer, _ThereAlready):
                    raise Conflict(_("Somebody saved the same just before you, so it is there already. Open the page again to see it.")) from None
                limits.count_again(tries)
                return undone.answer
            except _Twin:
                return _kept(Receipt.objects.get(key=owned[0]), fingerprint)

    def _run(self, request: HttpRequest, key: str, fingerprint: str) -> HttpResponse:
        try:
            with transaction.atomic():
                # Inserting first makes a twin wait here (PostgreSQL) or at BEGIN IMMEDIATE (SQLite).
                receipt = Receipt.objects.create(key=key, fingerprint=fingerprint)
        except IntegrityError:
            raise _Twin from None
        answer = self.get_response(request)
        if answer.status_code >= 400:
            raise _Undo(answer)
        if not answer.streaming and len(answer.content) <= MOST_KEPT_BYTES:
            receipt.body = answer.content
        receipt.status = answer.status_code
        receipt.headers = {name: answer[name] for name in KEPT_HEADERS if name in answer}
        receipt.save()
        return answer


class _OutOfTurn(HttpResponse):
    """Stands for a view that did not get its turn, until its transaction is undone."""


class _ThereAlready(HttpResponse):
    """Stands for a view that wrote what may stand only once, until its transaction is undone."""


class _Twin(Exception):
    """The same form is already there."""
