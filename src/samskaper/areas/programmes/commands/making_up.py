"""Making up for a gathering: the participant tells how, and an adviser accepts it with a press or asks for more."""

from __future__ import annotations

from django.db import transaction

from samskaper.areas.programmes import events
from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.commands.gatherings import write_mark
from samskaper.areas.programmes.models import AttendanceState, Gathering, MakeUp, MakeUpState, Programme
from samskaper.areas.programmes.queries import making_up as queries
from samskaper.areas.programmes.queries.publish import link
from samskaper.areas.programmes.queries.seats import address_of
from samskaper.areas.programmes.rules import making_up as rules
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref


def _locked(gathering: int) -> Gathering:
    return Gathering.objects.select_for_update(of=("self",)).select_related("programme__owner").get(pk=gathering)


def _note(kind: type[Event], make_up: MakeUp, programme: Programme, *, by: Doer) -> None:
    data = {"gathering": make_up.gathering_id, "state": make_up.state}
    note(kind(subject=Ref.to(make_up), within=Ref.to(programme), owner=programme.owner_id, data=data), by=by)


@transaction.atomic
def tell(*, gathering: Gathering, words: str, by: Doer) -> MakeUp:
    """Tell how one made up for a gathering that one missed. It counts when an adviser accepts it.

    Telling again changes the words until then. Raises Refusal (404) for those who do not take part, Conflict where
    there is nothing to make up for.
    """
    gathering = _locked(gathering.pk)
    standing = queries.standing_of(gathering, visible_to=by)
    rules.must_make_up(
        by, gathering, standing.enrolment, mark=standing.mark, allowed=standing.allowed, used=standing.used
    )
    values = {"words": words, "state": MakeUpState.SENT, "sent": clock.now(), "reply": ""}
    made, _new = MakeUp.objects.update_or_create(gathering=gathering, enrolment=standing.enrolment, defaults=values)
    _note(events.MakeUpTold, made, gathering.programme, by=by)
    return made


@transaction.atomic
def accept(*, make_up: MakeUp, by: Doer) -> None:
    """Say that it makes up for the gathering. List, completion, certificate and facts follow; she is told by letter."""
    gathering, make_up = _to_answer(make_up, MakeUpState.ACCEPTED, by=by)
    programme = gathering.programme
    make_up.state, make_up.reply = MakeUpState.ACCEPTED, ""
    make_up.save(update_fields=["state", "reply"])
    write_mark(gathering, make_up.enrolment, AttendanceState.MADE_UP, how="made", by=by)
    _note(events.MadeUp, make_up, programme, by=by)
    settle(programme=programme, enrolments=[make_up.enrolment_id], by=by)
    _tell_her(make_up, gathering, what="made_up", by=by)


@transaction.atomic
def ask_for_more(*, make_up: MakeUp, reply: str, by: Doer) -> None:
    """Ask the participant for more, in a few words that she gets by letter. Nothing is lost: she can add to her own."""
    gathering, make_up = _to_answer(make_up, MakeUpState.RETURNED, by=by)
    make_up.state, make_up.reply = MakeUpState.RETURNED, reply
    make_up.save(update_fields=["state", "reply"])
    _note(events.MakeUpTold, make_up, gathering.programme, by=by)
    _tell_her(make_up, gathering, what="make_up_more", by=by)


def _to_answer(make_up: MakeUp, state: str, *, by: Doer) -> tuple[Gathering, MakeUp]:
    gathering = _locked(make_up.gathering_id)
    must_run(by, gathering.programme)
    make_up = MakeUp.objects.select_related("enrolment__person__account", "gathering").get(pk=make_up.pk)
    rules.must_become(make_up, state)
    return gathering, make_up


def _tell_her(make_up: MakeUp, gathering: Gathering, *, what: str, by: Doer) -> None:
    person = make_up.enrolment.person
    if not (email := address_of(person)):
        return
    send(
        to=Address(email, person.name, person.language, person.pk), template=f"programmes/letters/{what}.txt",
        context={
            "programme": gathering.programme, "gathering": gathering, "reply": make_up.reply,
            "page": link("mine", gathering.programme_id), "make_up_page": link("make_up", gathering.pk),
        },
        about=Ref.to(make_up.enrolment), owner=gathering.programme.owner_id, by=by,
        key=f"make-up-{make_up.pk}-{what}-{make_up.sent.isoformat()}",
    )
