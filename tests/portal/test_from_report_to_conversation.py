"""The chain walked both ways by pressing links: from a line of the status report to the conversation, and back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import challenges, conversations, grouping, parties, statements
from samskaper.areas.cocreation.models import Challenge, Conversation, Statement
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.areas.programmes.models import Programme
from samskaper.areas.projects.models import Measure, Project, SubGoal
from samskaper.commons.people.doer import SYSTEM, Doer, DoerKind
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.commands import tie
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.cast import Somebody

MOST = 6  # presses


@pytest.fixture
def project(library_a: Organisation) -> Project:
    made = Project.objects.create(owner=library_a, title="Samskaping i praksis", starts=clock.today(), ends=clock.today())
    goal = SubGoal.objects.create(project=made, order=1, number="1.3", text="De har oppdaget felles utfordringer.")
    Measure.objects.create(sub_goal=goal, fact_key="cocreation.challenge_shared", target=1)
    return made


@pytest.fixture
def programme(project: Project, library_a: Organisation) -> Programme:
    made = Programme.objects.create(owner=library_a, title="Kursrekka", state="open")
    tie(record=Ref.to(made), source=Ref.to(project), by=SYSTEM)
    return made


@pytest.fixture
def talk(programme: Programme, library_a: Organisation, adviser_a: Somebody) -> Conversation:
    """A conversation that the adviser held herself, what was said in it confirmed."""
    by = adviser_a.doer
    choir = parties.add_party(owner=library_a, kind="association", name="Songlaget", by=by)
    planned = conversations.plan(party=choir, owner=library_a, within=Ref.to(programme), by=by)
    held = conversations.write_down(
        conversation=planned, held_on=clock.today(), said=["Vi kommer ikke hjem om kvelden."], thoughts="", next_step="", version=1, thoughts_version=1, by=by
    )
    contact = parties.name_contact(party=choir, owner=library_a, email="kor@lag.example", by=by)
    theirs = Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))
    said = held.statements.get()
    statements.confirm(statement=said.pk, contact=contact, wording=said.wording, version=said.version, by=theirs)
    made = grouping.note_down(statements=[said.pk], wording="Ingen kommer seg hjem om kvelden", library=library_a.pk, by=by)
    challenges.accept(challenge=made, number=1, contact=contact, by=theirs)
    return held


def press(who: Somebody, pages: list[str]) -> int:
    """Open each page by a link on the one before it. Returns how many presses it took."""
    for here, there in pairwise(pages):
        assert f'href="{there}' in who.client.get(here).content.decode(), f"{here} has no link to {there}"
    return len(pages) - 1


def test_from_a_line_of_the_report_to_the_conversation_and_back(project: Project, programme: Programme, talk: Conversation, adviser_a: Somebody) -> None:
    report, plan = reverse("projects:report", args=[project.pk]), reverse("projects:project", args=[project.pk])
    goal = reverse("projects:goal", args=[project.sub_goals.get().pk])
    challenge = reverse("cocreation:challenge", args=[Challenge.objects.get().pk])
    conversation = reverse("cocreation:conversation", args=[talk.pk])

    assert press(adviser_a, [report, goal, challenge, conversation]) <= MOST
    assert press(adviser_a, [conversation, challenge]) <= MOST
    assert press(adviser_a, [conversation, plan, report]) <= MOST


def test_whoever_may_not_read_the_conversation_walks_as_far_as_the_challenge(
    project: Project, talk: Conversation, adviser_a: Somebody, staff_b: Somebody
) -> None:
    challenge = reverse("cocreation:challenge", args=[Challenge.objects.get().pk])
    page = staff_b.client.get(challenge).content.decode()

    assert reverse("cocreation:conversation", args=[talk.pk]) not in page and "Songlaget" not in page
    assert Statement.objects.get().wording in page
