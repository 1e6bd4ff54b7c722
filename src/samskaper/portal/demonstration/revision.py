"""The starter kit's edition 3 in the making: tried in five counties, two groups, experts, and findings in every state."""

from __future__ import annotations

import datetime as dt
from itertools import count

from samskaper.areas.startkit.commands import findings, groups, tryouts, voices
from samskaper.areas.startkit.commands.editions import begin
from samskaper.areas.startkit.models import Edition, EvaluationGroup, Finding, FindingState, Voice
from samskaper.areas.startkit.queries.editions import current, text_in
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.areas.startkit.rules.sentences import changed_sentences
from samskaper.commons.people.doer import GUEST, Doer, DoerKind
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import County, Organisation, Person, Role
from samskaper.commons.people.queries.places import counties_on
from samskaper.editorial.queries import manuscript
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import revision_words as words
from samskaper.portal.demonstration.series import moment
from samskaper.portal.demonstration.world import World

A_DAY = dt.timedelta(days=1)
TIMES = 60
COUNTIES = ("Innlandet", "Nordland", "Agder", "Vestland", "Troms")
TRIED = (
    "dot-voting", "exploratory-conversation", "brainwriting", "world-cafe", "dot-voting", "stakeholder-map", "after-action-reflection",
    "exploratory-conversation",
)
ARRANGE = {"Innlandet": "Strandfjell fylkesbibliotek", "Nordland": "Nordlund fylkesbibliotek"}


def play(world: World, *, today: dt.date) -> None:
    """Let the kit be tried for two months, be looked at in two counties and by experts, and let an editor decide on some of it."""
    now = current()
    if now is None:
        return
    editor = doer_of(Person.objects.get(memberships__role=Role.EDITOR, is_demo=True))
    _said_before(now, today - 80 * A_DAY)
    with clock.at(moment(today - 70 * A_DAY, 9)):
        edition = begin(by=editor)
    found = _try(now, today)
    for county in ARRANGE:
        found += _look_together(edition, county, today)
    found += _read_along(edition, editor, today)
    _decide(found, editor, edition, today)


def _said_before(now: Edition, day: dt.date) -> None:
    """What became different in the edition that people have, because those who tried the first one said something."""
    first = Edition.objects.filter(number=now.number - 1, launched__isnull=False).first()
    for key in ("exploratory-conversation", "dot-voting", "brainwriting") if first else ():
        assert first is not None
        old, new = text_in(first, key, "nb"), text_in(now, key, "nb")
        pair = next((one for one in changed_sentences(old, new) if one.old and one.new), None) if old and new else None
        if pair is None:
            continue
        with clock.at(moment(day, 10)):
            said = tryouts.How("so_so", findings.Words(proposal="Denne setningen måtte vi lese to ganger."), people=9)
            tried = tryouts.say_how_it_went(key=key, edition=first, language="nb", how=said, by=GUEST)
        Finding.objects.filter(tryout=tried).update(
            state=FindingState.CHANGED, aim=now, old=pair.old, new=pair.new, part=pair.part, sentence=pair.old, decided=moment(day, 12), told=moment(day, 13),
        )


def _try(now: Edition, today: dt.date) -> list[int]:
    """Sixty times in five counties; some say something in words, and every fourth of those leaves an address."""
    counties = {one.name: one.pk for one in counties_on(today, country="NO")}
    places = [counties[name] for name in COUNTIES if name in counties]
    found: list[int] = []
    for place in range(TIMES):
        said = words.SAID[place // 7] if place % 7 == 3 and place // 7 < len(words.SAID) else None
        key, outcome = (said[0], said[1]) if said else (TRIED[place % len(TRIED)], "well" if place % 5 < 3 else "so_so" if place % 5 == 3 else "not_so_well")
        how = tryouts.How(
            outcome, findings.Words(said[2], "", said[3]) if said else tryouts.NOTHING, people=4 + place * 7 % 23, county=places[place % len(places)],
            online=place % 6 == 5, email=f"proevde{place}@bibliotek.example" if said and len(found) % 4 == 1 else "",
        )
        with clock.at(moment(today - (60 - place) * A_DAY, 15, place % 60)):
            tried = tryouts.say_how_it_went(key=key, edition=now, language="nb", how=how, by=GUEST)
        if said:
            found.append(Finding.objects.get(tryout=tried).pk)
    return found


def _look_together(edition: Edition, name: str, today: dt.date) -> list[int]:
    """A county's group: asked, met once, and about to meet again."""
    county = County.objects.valid_on(today).get(name=name, country="NO")
    library = Organisation.objects.get(name=ARRANGE[name])
    by = doer_of(Person.objects.get(memberships__role=Role.ADVISER, memberships__organisation=library))
    with clock.at(moment(today - 50 * A_DAY, 10)):
        group = groups.make_group(owner=library, edition=edition, county=county, by=by)
        for member, email in words.MEMBERS[name]:
            voices.ask_member(group=group, name=member, email=email, language="nb", by=by)
    for place, voice in enumerate(group.members.order_by("pk")):
        if place < 2:
            with clock.at(moment(today - 47 * A_DAY, 18, place)):
                voices.answer(voice=voice, yes=True, person=None, by=_bearer(voice))
    keys = list(dict.fromkeys(row[2] for row in words.NOTICED if row[0] == name))
    for number, day in ((1, today - 20 * A_DAY), (2, today + 15 * A_DAY)):
        with clock.at(moment(today - 40 * A_DAY, 9, number)):
            where, url = ("Biblioteket", "") if number == 1 else ("", "https://moete.example/samskaping")
            when = groups.Day(moment(day, 10), moment(day, 14), where, url, keys)
            groups.set_workshop(group=group, number=number, day=when, version=0, by=by)
    return _write_down(group, name, by, today)


def _write_down(group: EvaluationGroup, name: str, by: Doer, today: dt.date) -> list[int]:
    members, found = list(group.members.order_by("pk")), []
    for minute, (_county, number, key, noticed, proposal, who) in zip(count(5, 7), (row for row in words.NOTICED if row[0] == name), strict=False):
        with clock.at(moment(today - 20 * A_DAY, 11, minute)):
            row = findings.notice(
                key=key, edition=group.edition, language="nb", words=findings.Words(noticed=noticed, proposal=proposal), by=by,
                workshop=group.workshops.get(number=number), voice=members[who] if who is not None else None, named=who is not None,
            )
        found.append(row.pk)
    return found


def _bearer(voice: Voice) -> Doer:
    return Doer(DoerKind.BEARER, link=(LINK, Ref.to(voice)))


def _read_along(edition: Edition, editor: Doer, today: dt.date) -> list[int]:
    """Two experts read the drafts and say something about single sentences."""
    there, found = [], []
    for place, (name, email) in enumerate(words.EXPERTS):
        person = Person.objects.create(name=name, email=email, is_demo=True)
        with clock.at(moment(today - 30 * A_DAY, 9, place)):
            voice = voices.ask_expert(edition=edition, name=name, email=email, language="nb", by=editor)
        with clock.at(moment(today - 29 * A_DAY, 20, place)):
            there.append(voices.answer(voice=voice, yes=True, person=person.pk, by=_bearer(voice)))
    for place, (key, part, number, noticed, proposal, who) in enumerate(words.COMMENTS):
        text = manuscript(key, "nb")
        lines = next((one.sentences for one in text.parts() if one.key == part), []) if text else []
        if number <= len(lines):
            with clock.at(moment(today - (12 - place) * A_DAY, 21)):
                row = findings.notice(
                    key=key, edition=edition, language="nb", words=findings.Words(noticed=noticed, proposal=proposal), voice=there[who], named=True,
                    spot=findings.Spot(part, number, lines[number - 1]), by=_bearer(there[who]),
                )
            found.append(row.pk)
    return found


def _decide(found: list[int], editor: Doer, edition: Edition, today: dt.date) -> None:
    """The editor decides on some of it, asks one thing more, and sees that two have said the same."""
    for place, number in enumerate(found):
        state, because = words.DECIDED.get(place, ("", ""))
        with clock.at(moment(today - 8 * A_DAY, 9, place)):
            if state == FindingState.CHANGED:
                _become(number, FindingState.WILL, "", edition, editor)
            if state:
                _become(number, state, because, edition, editor, sentences=words.NEW_SENTENCES.get(place, ("", "")))
    with clock.at(moment(today - 6 * A_DAY, 9)):
        findings.join(finding=found[2], same_as=found[1], by=editor)
        findings.ask_more(finding=found[1], question=words.QUESTION, by=editor)


def _become(number: int, state: str, because: str, edition: Edition, editor: Doer, *, sentences: tuple[str, str] = ("", "")) -> None:
    row = Finding.objects.get(pk=number)
    decision = findings.Decision(state, because, edition.number, *sentences)
    findings.decide(finding=number, decision=decision, version=row.version, by=editor)
