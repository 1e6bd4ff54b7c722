"""Revision of the kit on each side: try-outs, a group with its workshop, an expert, and a draft that only those who revise may meet."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.startkit.commands import findings, groups, tryouts, voices
from samskaper.areas.startkit.commands.editions import begin
from samskaper.areas.startkit.models import AskAgain, Edition, EvaluationGroup, Finding, Voice
from samskaper.areas.startkit.queries.asked import LINK as ASKED
from samskaper.areas.startkit.queries.editions import current
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import GUEST, Doer, DoerKind
from samskaper.commons.people.queries.places import counties_on
from samskaper.config.checkseed.canaries import Canary
from samskaper.config.checkseed.world import World
from samskaper.editorial.models import MethodPage
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

DRAFT = {"a": "prototype", "b": "pitch"}
EDITORS = ("editor_a", "editor_b")  # they write for the whole site
EXPERTS = ("staff_a", "staff_b")


def play(world: World) -> None:
    """Let a method be tried, a group meet, and an expert speak about a sentence, in words that only those may meet who revise."""
    now = current()
    assert now is not None
    tried = findings.Words(proposal=_plant(world, "what somebody who tried a method would change", *EDITORS))
    one = tryouts.say_how_it_went(key="dot-voting", edition=now, language="nb", how=tryouts.How("so_so", tried), by=GUEST)
    address = f"{world.cage.plant('address left with how a method went')}@tried.example"
    how = tryouts.How("well", findings.Words(worked="Stillheten."), email=address)
    asked = AskAgain.objects.get(ticket=tryouts.say_how_it_went(key="dot-voting", edition=now, language="nb", how=how, by=GUEST).ticket)
    edition = begin(by=world.doer("editor"))
    group, member = _group(world, edition)
    _draft(world)
    _expert(world, edition)
    world.ids |= {
        "finding": Finding.objects.get(tryout=one).pk, "group": group.pk, "asked_secret": make_link(purpose=ASKED, subject=Ref.to(asked)),
        "voice_secret": make_link(purpose=LINK, subject=Ref.to(member)), "kit_draft": DRAFT[world.side],
    }


def _plant(world: World, where: str, *roles: str) -> str:
    """Plant a word that roles of both sides may meet."""
    word = world.cage.plant(where)
    world.cage.birds[-1] = Canary(word, where, frozenset(roles))
    return word


def _group(world: World, edition: Edition) -> tuple[EvaluationGroup, Voice]:
    by, plant = world.doer("adviser"), world.cage.plant
    assert world.library.county is not None
    group = groups.make_group(owner=world.library, edition=edition, county=world.library.county, by=by)
    starts = clock.now() + dt.timedelta(days=5)
    day = groups.Day(starts, starts + dt.timedelta(hours=3), plant("place of a workshop", "adviser"), keys=("brainwriting",))
    workshop = groups.set_workshop(group=group, number=1, day=day, version=0, by=by)
    voices.ask_member(group=group, name=plant("name of a member of an evaluation group", "adviser"), email=f"spurt@{world.side}.example", language="nb", by=by)
    words = findings.Words(noticed=_plant(world, "what was noticed in a workshop", *EDITORS, f"adviser_{world.side}"))
    findings.notice(key="brainwriting", edition=edition, language="nb", words=words, workshop=workshop, by=by)
    open_group = groups.Day(starts, starts + dt.timedelta(hours=3), "Salen")
    other = Voice.objects.create(edition=edition, name="Medlem", email=f"medlem@{world.side}.example", group=_second(world, edition, open_group))
    return group, other


def _second(world: World, edition: Edition, day: groups.Day) -> EvaluationGroup:
    """A group behind a link: whoever bears it meets no canary of the other one."""
    taken = EvaluationGroup.objects.values("county")
    county = counties_on(clock.today(), country=world.library.country).exclude(pk__in=taken).first()
    assert county is not None
    group = groups.make_group(owner=world.library, edition=edition, county=county, by=world.doer("adviser"))
    groups.set_workshop(group=group, number=1, day=day, version=0, by=world.doer("adviser"))
    return group


def _draft(world: World) -> None:
    """Put a word into the draft of a method that nobody has published."""
    page = MethodPage.objects.get(locale__language_code="nb", slug=DRAFT[world.side])
    word = _plant(world, "a sentence of a draft", *EDITORS, *EXPERTS)
    page.follow_up = f"{word} er ikke ute ennå."
    page.save_revision()


def _expert(world: World, edition: Edition) -> None:
    name = _plant(world, "name of an expert", *EDITORS, *EXPERTS, f"adviser_{world.side}")  # her library sends the letter
    person = world.people["staff"]
    voice = voices.ask_expert(edition=edition, name=name, email=person.email, language="nb", by=world.doer("editor"))
    voices.answer(voice=voice, yes=True, person=person.pk, by=Doer(DoerKind.BEARER, link=(LINK, Ref.to(voice))))
    words = findings.Words(noticed=_plant(world, "what an expert said about a draft", *EDITORS, *EXPERTS))
    findings.notice(
        key=DRAFT[world.side], edition=edition, language="nb", words=words, voice=voice, named=True, by=world.doer("staff"),
        spot=findings.Spot("purpose", 1, "En setning som var."),
    )
