"""The main pages: what each is called, who looks at it, and where it is."""

from __future__ import annotations

from typing import NamedTuple

from bench.data import Made
from bench.plans import Around
from samskaper.commons.people.models import Person


class Page(NamedTuple):
    """A page as somebody sees it; None is a guest."""

    name: str
    seen_by: Person | None
    address: str


def tour(made: Made, hung: Around) -> list[Page]:
    """Return the main pages, guests' first."""
    number, project = made.programme.pk, hung.project.pk
    gathering = made.programme.gatherings.get(number=1).pk
    seen = {
        None: {
            "home, guest": "",
            "method, guest": "exploratory-conversation/",
            "method of an old sheet, guest": "kit/1/brainwriting/",
            "edition, guest": "kit/2/",
            "programmes, guest": "programmes/",
            "programme, guest": f"programmes/{number}/",
        },
        made.participant: {
            "home, participant": "",
            "my desk, participant": "desk/",
            "my way, participant": f"programmes/{number}/mine/",
            "my dates, participant": "calendar/",
            "my page, participant": "me/",
        },
        made.leader: {"my desk, leader": "desk/", "colleagues, leader": "programmes/colleagues/"},
        made.adviser: {
            "my desk, adviser": "desk/",
            "programmes, adviser": "programmes/",
            "lead, adviser": f"programmes/{number}/lead/",
            "attendance, adviser": f"programmes/gatherings/{gathering}/attendance/",
            "participants, adviser": f"programmes/{number}/people/",
            "evaluation, adviser": f"programmes/{number}/evaluation/",
            "results, adviser": f"questions/{hung.questionnaire.pk}/results/",
            "mailing, adviser": f"mail/{hung.letter.pk}/",
            "project, adviser": f"projects/{project}/",
            "activities, adviser": f"projects/{project}/activities/",
            "report, adviser": f"projects/{project}/report/",
            "plan, adviser": f"plans/{hung.document.pk}/",
        },
    }
    return [Page(name, person, f"/nb/{path}") for person, pages in seen.items() for name, path in pages.items()]
