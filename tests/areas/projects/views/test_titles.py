"""A page's title says what the page is, and of what: tabs and screen readers have nothing else."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.plan import checked
from tests.cast import Somebody

OF_THE_PROJECT = ("project", "edit", "application", "activities", "new_activity", "disseminate", "report")
OF_A_GOAL = ("goal", "measure", "answer")


def title_of(who: Somebody, address: str) -> str:
    found = re.search(r"<title>(.*?)</title>", who.client.get(address).content.decode(), re.S)
    assert found
    return found[1]


def test_every_page_names_its_project_and_no_two_are_alike(project: Project, adviser_a: Somebody) -> None:
    goal, activity = project.sub_goals.get(number="1.2"), project.activities.all()[0]
    addresses = [reverse(f"projects:{name}", args=[project.pk]) for name in OF_THE_PROJECT]
    addresses += [reverse(f"projects:{name}", args=[goal.pk]) for name in OF_A_GOAL]
    addresses.append(reverse("projects:activity", args=[activity.pk]))
    addresses.append(reverse("projects:number", args=[project.pk, "programmes.completed"]))
    addresses.append(reverse("projects:refuse", args=[project.pk, checked(project).open[0].fingerprint]))

    titles = [title_of(adviser_a, address) for address in addresses]

    assert all("Samskaping- Fra planverk til hverdagspraksis, 2022–2023" in title for title in titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("days", "named"),
    [((None, None), "P"), ((dt.date(2026, 1, 1), dt.date(2026, 5, 1)), "P, 2026"), ((dt.date(2026, 1, 1), None), "P, 2026")],
)
def test_a_project_is_named_with_its_years(days: tuple[dt.date | None, dt.date | None], named: str) -> None:
    assert Project(title="P", starts=days[0], ends=days[1]).named == named
