"""Rules on what serves which goal."""

from collections.abc import Iterator

from .figures import title
from .plan import Plan, PlanActivity
from .remark import Act, Proposal, Remark
from .vocabulary import ORDINALS, PLANNING, THROUGHOUT, stem, words_of


def filed_apart(plan: Plan) -> Iterator[Remark]:
    """«Second action» under another goal than «first action»."""
    firsts: dict[str, dict[frozenset[str], PlanActivity]] = {}
    later: list[tuple[str, PlanActivity]] = []
    for activity in plan.activities:
        number, thing = _counted(activity.text)
        if number == 1:
            firsts.setdefault(thing, {}).setdefault(frozenset(activity.goals), activity)
        elif number:
            later.append((thing, activity))
    for thing, activity in later:
        known = firsts.get(thing, {})
        if known and frozenset(activity.goals) not in known:
            yield _apart(activity, next(iter(known.values())))


def _counted(text: str) -> tuple[int, str]:
    """«Second action is …» counts 2 of «action»."""
    words = words_of(text)[:2]
    if len(words) < 2:
        return 0, ""
    return ORDINALS.get(words[0], 0), stem(words[1].rstrip("."))


def _apart(activity: PlanActivity, first: PlanActivity) -> Remark:
    return Remark(
        "filed-apart",
        (f"activity:{activity.id}", f"activity:{first.id}"),
        {
            "activity": title(activity.text),
            "goals": list(activity.goals),
            "first": title(first.text),
            "first_goals": list(first.goals),
        },
        Proposal(Act.CHANGE_GOALS, {"activity": activity.id, "goals": list(first.goals)}),
        (activity.text, *activity.goals, first.text, *first.goals),
    )


def only_planned(plan: Plan) -> Iterator[Remark]:
    """Promised for the whole project, and nothing but a plan for it."""
    for goal in plan.goals:
        serving = plan.serving(goal.ref)
        if not serving or not THROUGHOUT.search(goal.text.casefold()):
            continue
        if not all(PLANNING.search(activity.text.casefold()) for activity in serving):
            continue
        last = max(serving, key=lambda activity: (activity.ends is not None, activity.ends))
        yield Remark(
            "only-planned",
            (f"goal:{goal.id}", f"activity:{last.id}"),
            {
                "goal": title(goal.text),
                "activity": title(last.text),
                "ends": last.ends.isoformat() if last.ends else None,
            },
            Proposal(
                Act.ADD_ACTIVITY,
                {
                    "goals": [goal.ref],
                    "text": goal.text,
                    "starts": last.ends.isoformat() if last.ends else None,
                    "ends": plan.ends.isoformat() if plan.ends else None,
                },
                "keep_going",
            ),
            (goal.text, last.text),
        )


def goal_without_activity(plan: Plan) -> Iterator[Remark]:
    """A goal that nothing in the plan leads to; one remark when there are no activities at all."""
    if not plan.activities:
        if plan.goals:
            yield Remark("no-activities", ("project",), {}, about=("no activities",))
        return
    divided = {goal.main for goal in plan.goals if not goal.is_main}
    for goal in plan.goals:
        if (goal.is_main and goal.main in divided) or plan.serving(goal.ref):
            continue
        yield Remark(
            "goal-without-activity",
            (f"goal:{goal.id}",),
            {"ref": goal.ref, "goal": title(goal.text)},
            Proposal(Act.ADD_ACTIVITY, {"goals": [goal.ref], "text": "", "starts": None, "ends": None}),
            (goal.ref, goal.text),
        )
