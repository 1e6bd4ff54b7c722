"""What the tests of revision need: an editor of the house, the edition in the making, and somebody who tried a method."""

from __future__ import annotations

import datetime as dt
from typing import Any

from samskaper.areas.startkit.commands import findings, groups, tryouts, voices
from samskaper.areas.startkit.commands.editions import begin
from samskaper.areas.startkit.models import Edition, EvaluationGroup, Finding, TryOut, Voice
from samskaper.areas.startkit.queries.editions import current
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.commons.people.doer import GUEST, Doer, DoerKind
from samskaper.commons.people.models import County, Organisation, Role
from samskaper.foundation.refs import Ref
from tests.cast import Somebody, make_person

HOW = "/nb/kit/2/dot-voting/how-it-went/"


def an_editor(library: Organisation, name: str = "Editor A") -> Somebody:
    return make_person(name, (library, Role.EDITOR))


def now() -> Edition:
    found = current()
    assert found is not None
    return found


def coming(editor: Somebody) -> Edition:
    return begin(by=editor.doer)


def tried(key: str = "dot-voting", *, outcome: str = "so_so", change: str = "Heng arkene lenger fra hverandre.", email: str = "", **how: Any) -> TryOut:
    said = tryouts.How(outcome, findings.Words(proposal=change), email=email, **how)
    return tryouts.say_how_it_went(key=key, edition=now(), language="nb", how=said, by=GUEST)


def finding_of(tryout: TryOut) -> Finding:
    return Finding.objects.get(tryout=tryout)


def decide(row: Finding, state: str, *, by: Somebody, because: str = "", aim: int | None = 3, old: str = "", new: str = "") -> Finding:
    row.refresh_from_db()
    decision = findings.Decision(state, because, aim, old, new)
    return findings.decide(finding=row.pk, decision=decision, version=row.version, by=by.doer)


def a_county(name: str) -> County:
    return County.objects.get_or_create(name=name, number=name[:2], valid_from=dt.date(2024, 1, 1))[0]


def a_group(owner: Organisation, adviser: Somebody, edition: Edition) -> EvaluationGroup:
    return groups.make_group(owner=owner, edition=edition, county=a_county("Innlandet"), by=adviser.doer)


def bearer(voice: Voice) -> Doer:
    return Doer(DoerKind.BEARER, link=(LINK, Ref.to(voice)))


def a_member(group: EvaluationGroup, adviser: Somebody, *, says: bool | None = True, email: str = "mari@lag.example") -> Voice:
    voice = voices.ask_member(group=group, name="Mari", email=email, language="nb", by=adviser.doer)
    if says is not None:
        voice = voices.answer(voice=voice, yes=says, person=None, by=bearer(voice))
    return voice


def an_expert(edition: Edition, editor: Somebody, person: Somebody) -> Voice:
    assert person.person is not None
    voice = voices.ask_expert(edition=edition, name=person.person.name, email=person.person.email, language="nb", by=editor.doer)
    return voices.answer(voice=voice, yes=True, person=person.person.pk, by=bearer(voice))
