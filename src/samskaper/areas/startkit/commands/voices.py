"""Asking people to help revise the kit, and what they answer. Silence is never a yes, and opening a link decides nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.startkit.commands.voice_letters import write_asked
from samskaper.areas.startkit.events import revision as events
from samskaper.areas.startkit.models import Asked, Edition, EvaluationGroup, Voice
from samskaper.areas.startkit.rules import groups as rules
from samskaper.areas.startkit.rules.findings import LINK, must_decide
from samskaper.commons.mail.commands import forget_receiver
from samskaper.commons.people.commands.links import withdraw_links
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.queries.installation import installation
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid
from samskaper.foundation.text import clean_line


@transaction.atomic
def ask_member(*, group: EvaluationGroup, name: str, email: str, language: str, by: Doer) -> Voice:
    """Ask somebody to be in a county's group, by a letter with a link of her own. Raises Conflict when she was asked already."""
    rules.must_arrange_for(by, group)
    rules.must_be_open(group)
    if group.members.count() >= rules.MOST_MEMBERS:
        raise Conflict(_("That is many for a conversation. Thirty is the most."))
    return _ask(Voice(edition_id=group.edition_id, group=group, language=language), name, email, owner=group.owner_id, by=by)


@transaction.atomic
def ask_expert(*, edition: Edition, name: str, email: str, language: str, by: Doer) -> Voice:
    """Ask somebody to read the drafts of an edition that is not out yet, as an expert."""
    must_decide(by)
    if edition.launched is not None:
        raise Conflict(_("This edition is out. Ask experts for the next one."))
    owner = installation().library_id or next(iter(sorted(by.organisations(Role.EDITOR))), None)
    return _ask(Voice(edition=edition, language=language), name, email, owner=owner, by=by)


def _ask(voice: Voice, name: str, email: str, *, owner: int | None, by: Doer) -> Voice:
    voice.name, voice.email = clean_line(name)[:120], clean_line(email).lower()
    if not voice.name or not voice.email:
        raise Invalid(_("Write a name and an e-mail address."))
    if Voice.objects.filter(edition=voice.edition_id, group=voice.group_id, email=voice.email).exists():
        raise Conflict(_("This address has been asked already. The list shows what was answered."))
    voice.save()
    write_asked(voice, owner=owner, by=by)
    note(events.VoiceAsked(subject=Ref.to(voice), within=Ref.to(voice.edition), owner=owner), by=by)
    return voice


@transaction.atomic
def answer(*, voice: Voice, yes: bool, person: int | None, by: Doer) -> Voice:
    """Whoever bears the link says yes or no, and may change it. An expert reads drafts, so she says yes as somebody who is signed in."""
    rules.must_answer_for(by, voice)
    voice = Voice.objects.select_for_update(of=("self",)).get(pk=voice.pk)
    if yes and voice.is_expert and person is None:
        must_be_somebody(by)
    voice.answer = Asked.YES if yes else Asked.NO
    voice.person_id = person if yes else None
    voice.save(update_fields=["answer", "person"])
    note(events.VoiceAnswered(subject=Ref.to(voice), within=Ref.to(voice.edition), data={"yes": yes}), by=by)
    return voice


@transaction.atomic
def remove(*, voice: Voice, by: Doer) -> None:
    """Take somebody off the list. What she said stays without her name, and her link opens nothing any more."""
    if voice.group is not None:
        rules.must_arrange_for(by, voice.group)
    else:
        must_decide(by)
    forget_voice(voice)


@transaction.atomic
def leave(*, voice: Voice, by: Doer) -> None:
    """Whoever bears the link leaves, and her name and address are deleted."""
    rules.must_answer_for(by, voice)
    forget_voice(voice)


def forget_voice(voice: Voice) -> None:
    """Delete name and address, here and in letters; what was said stays."""
    withdraw_links(purpose=LINK, subject=Ref.to(voice))
    if voice.email:
        with translation.override(voice.language):
            instead = _("Somebody who has left")
        forget_receiver(emails=[voice.email], templates="startkit/letters/", about=[Ref.to(voice)], names=[voice.name], instead=instead)
    voice.delete()
