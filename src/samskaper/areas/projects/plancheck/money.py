"""Rules on money."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from .figures import title
from .plan import Minimum, Plan, PlanGoal, PlanLine, span
from .remark import THINK, Act, Proposal, Remark
from .vocabulary import KINDS_OF_WORK, words_of

_LONG_WORD = 6
_MOST_GOALS = 200


def own_share(plan: Plan) -> Fraction:
    """The part of the budget that is not asked of the funder, work and others' money included.

    0 without income.
    """
    income = plan.income()
    return 1 - Fraction(_requested(plan), income) if income > 0 else Fraction(0)


def _requested(plan: Plan) -> int:
    return sum(line.amount for line in plan.lines if line.side == "income" and line.status == "requested")


def too_little_of_their_own(plan: Plan, minimum: Minimum) -> Iterator[Remark]:
    """The applicants' own part is below what the grant asks for."""
    share = own_share(plan)
    if not _requested(plan) or share >= minimum.share:
        return
    lacking = minimum.share * plan.income() - share * plan.income()
    yield Remark(
        "own-share",
        ("project",),
        {
            "share": str(share),
            "minimum": str(minimum.share),
            "source": str(minimum.source),
            "difference": -int(-lacking // 1),
        },
        THINK,
        (str(share), str(minimum.share)),
    )


def unbalanced(plan: Plan) -> Iterator[Remark]:
    """The two sides differ."""
    difference = plan.income() - plan.expenses()
    if difference:
        yield Remark(
            "budget-over" if difference > 0 else "budget-short",
            ("project",),
            {"income": plan.income(), "expenses": plan.expenses(), "difference": abs(difference)},
            THINK,
            (str(plan.income()), str(plan.expenses())),
        )


def totals(plan: Plan) -> Iterator[Remark]:
    """A total that was written down is not the sum of its lines."""
    sums: Counter[tuple[str, int]] = Counter()
    for line in plan.lines:
        sums[line.side, line.year] += line.amount
    for total in plan.totals:
        added = sums[total.side, total.year]
        if added != total.amount:
            yield Remark(
                f"total-{total.side}",
                ("project",),
                {"stated": total.amount, "sum": added},
                THINK,
                (str(total.year), str(total.amount), str(added)),
            )


def money_without_activity(plan: Plan) -> Iterator[Remark]:
    """Money for a kind of work that no activity speaks of."""
    if not plan.activities:
        return
    done = " ".join(activity.text.casefold() for activity in plan.activities)
    missing = [(kind, pattern) for kind, pattern in KINDS_OF_WORK if not pattern.search(done)]
    same: dict[str, list[PlanLine]] = {}
    for line in plan.lines:
        if line.side == "expenses":
            same.setdefault(line.label.casefold(), []).append(line)
    for label, lines in same.items():
        asked = [kind for kind, pattern in missing if pattern.search(label)]
        if asked:
            yield Remark(
                "money-without-activity",
                tuple(f"budget:{line.id}" for line in lines),
                {"line": title(lines[0].label), "amount": sum(line.amount for line in lines)},
                _finish(plan, lines[0]),
                (lines[0].label, *asked),
            )


def _finish(plan: Plan, line: PlanLine) -> Proposal:
    goal = _nearest(plan, line)
    around = [each for each in plan.activities if goal is None or goal.main in plan.mains(each)]
    starts, ends = span([activity for activity in around if activity.id not in plan.slips])
    return Proposal(
        Act.ADD_ACTIVITY,
        {
            "goals": [goal.ref] if goal else [],
            "suggestion": "finished",
            "line": title(line.label),
            "starts": starts.isoformat() if starts else None,
            "ends": ends.isoformat() if ends else None,
        },
    )


def _nearest(plan: Plan, line: PlanLine) -> PlanGoal | None:
    """The goal that shares most words with a budget line; of several, their main goal."""
    wanted = _roots(line.label)
    scores = {goal.ref: len(wanted & _roots(goal.text)) for goal in plan.goals[:_MOST_GOALS] if not goal.is_main}
    best = max(scores.values(), default=0)
    named = [goal for goal in plan.goals if best and scores.get(goal.ref) == best]
    if len(named) == 1:
        return named[0]
    mains = {goal.main for goal in named}
    return plan.goal(f"main {mains.pop()}") if len(mains) == 1 else None


def _roots(text: str) -> set[str]:
    return {word[:_LONG_WORD] for word in words_of(text) if len(word) >= _LONG_WORD}
