"""What grows in the demonstration: initiatives in every state, of both sides and of one, some of them years old."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from samskaper.areas.cocreation.models import GoingAnswer, Initiative, SpinOff, StillGoing
from samskaper.areas.cocreation.rules.initiatives import owned_by
from samskaper.areas.programmes.models import Programme
from samskaper.commons.anchoring.queries import ties_of
from samskaper.commons.record.queries import counts, sources
from samskaper.foundation.refs import Ref


def test_there_are_some_in_every_state(demo: Path) -> None:
    assert set(Counter(Initiative.objects.values_list("state", flat=True))) == {"proposed", "going", "done", "ended"}
    assert 8 <= Initiative.objects.count() <= 12


def test_two_were_begun_by_associations_alone(demo: Path) -> None:
    begun = [one for one in Initiative.objects.filter(began_on__isnull=False) if "library" not in owned_by(one.partners.all())]

    assert len(begun) >= 2


def test_one_ended_with_a_lesson_and_one_goes_on_after_a_year(demo: Path) -> None:
    ended = StillGoing.objects.get(answer=GoingAnswer.ENDED)

    assert ended.words and ended.initiative.state == "ended" and ended.initiative.came_of_it
    assert StillGoing.objects.filter(months=12, answer=GoingAnswer.GOING, initiative__state="going").exists()


def test_an_association_grew_out_of_one_years_later(demo: Path) -> None:
    grown = SpinOff.objects.get()

    assert grown.initiative.ended_on and grown.year > grown.initiative.ended_on.year


def test_each_knows_where_it_comes_from_and_some_serve_a_plan(demo: Path) -> None:
    refs = [Ref.to(one) for one in Initiative.objects.all()]

    assert set(sources(refs)) == set(refs)
    assert sum(bool(ties_of(ref)) for ref in refs) >= 3


def test_they_count_in_their_series(finished: Programme, running: Programme) -> None:
    keys = ["cocreation.initiative_begun", "cocreation.goes_on"]

    assert counts(keys, within=[Ref.to(finished)]) == {keys[0]: 4, keys[1]: 2}
    assert counts(keys, within=[Ref.to(running)]) == {keys[0]: 3, keys[1]: 0}
