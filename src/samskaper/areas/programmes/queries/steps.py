"""What becomes of others' records here: a course series of a project, a gathering of a plan for a meeting."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.rules.setup import may_begin
from samskaper.areas.startkit.queries.plans import is_mine
from samskaper.commons.people.doer import Doer
from samskaper.foundation.addresses import address
from samskaper.foundation.refs import Ref
from samskaper.foundation.steps import Step


def _may_begin(_ref: Ref, doer: object) -> bool:
    assert isinstance(doer, Doer)
    return may_begin(doer)


def _is_mine(ref: Ref, doer: object) -> bool:
    assert isinstance(doer, Doer)
    return may_begin(doer) and is_mine(ref.id, visible_to=doer)


STEPS = (
    Step("projects.project", _("Make a course series from the plan"), lambda ref: f"{reverse('programmes:new')}?from={ref}", _may_begin),
    Step("startkit.edition", _("Plan a launch event"), lambda ref: f"{reverse('programmes:new')}?from={ref}&pattern=launch", _may_begin),
    Step("startkit.plan", _("Make it a gathering"), lambda ref: address("programmes:gathering_from_plan", ref.id), _is_mine),
)
