"""What search finds of projects: plan, goals and activities, for those who read them. Never the application's own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.rules.access import OWNER_READS, PARTNER_READS
from samskaper.commons.people.models import Role
from samskaper.commons.search.register import Source, Text
from samskaper.commons.search.rules import of_roles
from samskaper.foundation.refs import Ref

KIND = "projects.project"


def _readers(project: Project) -> frozenset[str]:
    """As `rules.access.may_see` says."""
    partners = [of_roles(one.organisation_id, PARTNER_READS) for one in project.partners.all()]
    return of_roles(project.owner_id, OWNER_READS).union(of_roles(project.funder_id, (Role.READER,)), *partners)


def _texts(ids: Iterable[int]) -> Iterator[Text]:
    rows = Project.objects.filter(pk__in=list(ids)).select_related("owner")
    for row in rows.prefetch_related("partners", "main_goals", "sub_goals", "activities"):
        said = [row.owner.name, *(one.text for rows in (row.main_goals, row.sub_goals, row.activities) for one in rows.all())]
        yield Text(Ref.to(row), row.language, row.title, row.aim, "\n".join(said), _readers(row), "projects:project", (row.pk,))


SOURCE = Source(KIND, _("project"), _("Projects"), _texts, lambda: Project.objects.values_list("pk", flat=True))
