"""Rules on dates."""

from collections.abc import Iterator
from datetime import date, timedelta

from .figures import title
from .plan import Plan, PlanActivity
from .remark import THINK, Act, Proposal, Remark
from .slips import year_slips
from .vocabulary import ACTION, ASSOCIATION, MEETING, PLANNING, months_of

_FOLLOW_UP = timedelta(days=14)


def year_off(plan: Plan) -> Iterator[Remark]:
    """Dated a year away from what it leads up to, and outside the project."""
    by_id = {activity.id: activity for activity in plan.activities}
    for id_, slip in year_slips(plan.activities).items():
        activity, event = by_id[id_], by_id[slip.event]
        assert activity.starts and activity.ends and event.starts
        early = plan.starts is not None and activity.starts < plan.starts
        yield Remark(
            "year-off",
            (f"activity:{id_}", f"activity:{event.id}"),
            {
                "activity": title(activity.text),
                "event": title(event.text),
                "launch": event.starts.isoformat(),
                **_period(activity),
                "year": slip.starts.year,
                "begins": plan.starts.isoformat() if early and plan.starts else None,
            },
            Proposal(
                Act.MOVE_ACTIVITY,
                {"activity": id_, "starts": slip.starts.isoformat(), "ends": slip.ends.isoformat()},
            ),
            (activity.text, activity.starts.isoformat()),
        )


def duration(plan: Plan) -> Iterator[Remark]:
    """The word for the duration against the dates; a month more is no matter."""
    said = months_of(plan.duration)
    if said is None or not plan.starts or not plan.ends or plan.ends < plan.starts:
        return
    real = months_between(plan.starts, plan.ends)
    if said - 12 < real <= said + 1:
        return
    yield Remark(
        "duration",
        ("project",),
        {
            "duration": plan.duration,
            "starts": plan.starts.isoformat(),
            "ends": plan.ends.isoformat(),
            "months": real,
        },
        Proposal(Act.SET_DURATION, {"months": real, "suggestion": "duration"}),
        (plan.duration, str(real)),
    )


def months_between(starts: date, ends: date) -> int:
    """Whole months, rounded; both days count."""
    whole = (ends.year - starts.year) * 12 + ends.month - starts.month
    return max(1, round(whole + (ends.day - starts.day + 1) / 30))


def gathering_before_action(plan: Plan) -> Iterator[Remark]:
    """A gathering for the associations that are met in the actions, over before the last action is."""
    for gathering in plan.activities:
        low = gathering.text.casefold()
        if not gathering.ends or not (MEETING.search(low) and ASSOCIATION.search(low)) or PLANNING.search(low):
            continue
        later = [action for action in _actions(plan, gathering) if action.ends and action.ends > gathering.ends]
        if not later:
            continue
        action = max(later, key=lambda each: each.ends or date.min)
        if action.ends is None or _followed_up(plan, gathering, action.ends):
            continue
        yield Remark(
            "gathering-before-action",
            (f"activity:{gathering.id}", f"activity:{action.id}"),
            {
                "gathering": title(gathering.text),
                "ends": gathering.ends.isoformat(),
                "action": title(action.text),
                "until": action.ends.isoformat(),
            },
            Proposal(
                Act.ADD_ACTIVITY,
                {
                    "goals": list(gathering.goals),
                    "suggestion": "follow-up",
                    "starts": (action.ends + timedelta(days=1)).isoformat(),
                    "ends": (action.ends + _FOLLOW_UP).isoformat(),
                },
                "follow_up",
            ),
            (gathering.text, action.text),
        )


def _followed_up(plan: Plan, gathering: PlanActivity, until: date) -> bool:
    """Whether something else is done for the associations after the last action."""
    return any(
        set(other.goals) & set(gathering.goals) and ASSOCIATION.search(other.text.casefold())
        for other in plan.activities
        if other is not gathering and other.ends and other.ends > until
    )


def _actions(plan: Plan, gathering: PlanActivity) -> Iterator[PlanActivity]:
    mains = _mains(plan, gathering)
    for activity in plan.activities:
        low = activity.text.casefold()
        if activity is gathering or not ACTION.search(low) or PLANNING.search(low):
            continue
        theirs = _mains(plan, activity)
        if not mains or not theirs or mains & theirs:
            yield activity


def _mains(plan: Plan, activity: PlanActivity) -> set[str]:
    return {goal.main for ref in activity.goals if (goal := plan.goal(ref))}


def ends_before_start(plan: Plan) -> Iterator[Remark]:
    """The two dates of an activity the wrong way round."""
    for activity in plan.activities:
        if activity.starts and activity.ends and activity.ends < activity.starts:
            yield Remark(
                "ends-before-start",
                (f"activity:{activity.id}",),
                {"activity": title(activity.text), **_period(activity)},
                Proposal(
                    Act.MOVE_ACTIVITY,
                    {
                        "activity": activity.id,
                        "starts": activity.ends.isoformat(),
                        "ends": activity.starts.isoformat(),
                    },
                    "swap_dates",
                ),
                (activity.text, activity.starts.isoformat(), activity.ends.isoformat()),
            )


def outside_project(plan: Plan) -> Iterator[Remark]:
    """Before the project begins or after it ends, and not simply a year off."""
    if not plan.starts or not plan.ends:
        return
    slips = year_slips(plan.activities)
    for activity in plan.activities:
        if activity.id in slips or not activity.starts or not activity.ends or activity.ends < activity.starts:
            continue
        if activity.starts < plan.starts or activity.ends > plan.ends:
            yield Remark(
                "outside-project",
                (f"activity:{activity.id}", "project"),
                {
                    "activity": title(activity.text),
                    **_period(activity),
                    "begins": plan.starts.isoformat(),
                    "finishes": plan.ends.isoformat(),
                },
                THINK,
                (activity.text, activity.starts.isoformat(), activity.ends.isoformat()),
            )


def _period(activity: PlanActivity) -> dict[str, str]:
    assert activity.starts and activity.ends
    return {"starts": activity.starts.isoformat(), "ends": activity.ends.isoformat()}
