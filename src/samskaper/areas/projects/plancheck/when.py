"""Rules on dates."""

from collections.abc import Iterator
from datetime import date, timedelta

from .figures import title
from .plan import Plan, PlanActivity
from .remark import THINK, Act, Proposal, Remark
from .vocabulary import ACTION, ASSOCIATION, MEETING, PLANNING, months_of

_FOLLOW_UP = timedelta(days=14)


def year_off(plan: Plan) -> Iterator[Remark]:
    """Dated a year away from what it leads up to, and outside the project."""
    by_id = {activity.id: activity for activity in plan.activities}
    for id_, slip in plan.slips.items():
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
    last, done = _last_actions(plan), _done_for_associations(plan)
    for gathering in filter(_is_gathering, plan.activities):
        mains = (*plan.mains(gathering), "") if plan.mains(gathering) else tuple(last)
        action = max((last[main] for main in mains if main in last), key=_end, default=None)
        if action is None or action.ends is None or gathering.ends is None:
            continue
        others = (each for ref in gathering.goals for each in done.get(ref, ()) if each is not gathering)
        if action.ends > gathering.ends and all(_end(other) <= action.ends for other in others):
            yield _misses(gathering, action)


def _is_gathering(activity: PlanActivity) -> bool:
    low = activity.text.casefold()
    return bool(MEETING.search(low) and ASSOCIATION.search(low) and not PLANNING.search(low))


def _last_actions(plan: Plan) -> dict[str, PlanActivity]:
    """The action that ends last, by the number of the main goal; "" for those of none."""
    last: dict[str, PlanActivity] = {}
    for activity in plan.activities:
        low = activity.text.casefold()
        if activity.ends is None or not ACTION.search(low) or PLANNING.search(low) or _is_gathering(activity):
            continue
        for main in plan.mains(activity) or {""}:
            last[main] = max(last.get(main, activity), activity, key=_end)
    return last


def _end(activity: PlanActivity) -> date:
    return activity.ends or date.min


def _done_for_associations(plan: Plan) -> dict[str, list[PlanActivity]]:
    """The two activities for associations that end last, by goal."""
    done: dict[str, list[PlanActivity]] = {}
    for activity in plan.activities:
        if ASSOCIATION.search(activity.text.casefold()):
            for ref in activity.goals:
                done[ref] = sorted([*done.get(ref, ()), activity], key=_end)[-2:]
    return done


def _misses(gathering: PlanActivity, action: PlanActivity) -> Remark:
    after = _end(action)
    return Remark(
        "gathering-before-action",
        (f"activity:{gathering.id}", f"activity:{action.id}"),
        {
            "gathering": title(gathering.text),
            "ends": _end(gathering).isoformat(),
            "action": title(action.text),
            "until": after.isoformat(),
        },
        Proposal(
            Act.ADD_ACTIVITY,
            {
                "goals": list(gathering.goals),
                "suggestion": "follow-up",
                "starts": (after + timedelta(days=1)).isoformat(),
                "ends": (after + _FOLLOW_UP).isoformat(),
            },
            "follow_up",
        ),
        (gathering.text, action.text),
    )


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
    for activity in plan.activities:
        if activity.id in plan.slips or not activity.starts or not activity.ends or activity.ends < activity.starts:
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
