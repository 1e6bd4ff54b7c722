"""Small plans to check: a goal or two, some activities, a little money."""

from __future__ import annotations

from datetime import date

from samskaper.areas.projects.plancheck import Plan, PlanActivity, PlanGoal, PlanLine


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def activity(id_: str, text: str, starts: str | None, ends: str | None, *goals: str) -> PlanActivity:
    return PlanActivity(id_, text, day(starts), day(ends), goals)


def goal(ref: str, text: str = "Noe er gjort.") -> PlanGoal:
    main = ref.removeprefix("main ") if ref.startswith("main ") else ref.split(".")[0]
    return PlanGoal(ref, ref, text, main)


def income(amount: int, status: str = "requested", id_: str = "i", year: int = 1) -> PlanLine:
    return PlanLine(id_, "income", "Søknadsbeløp", amount, status, year)


def expense(amount: int, label: str = "Reise", id_: str = "e", year: int = 1) -> PlanLine:
    return PlanLine(id_, "expenses", label, amount, "planned", year)


def plan(
    *activities: PlanActivity,
    goals: tuple[PlanGoal, ...] = (),
    starts: str | None = None,
    ends: str | None = None,
    lines: tuple[PlanLine, ...] = (),
    duration: str = "",
) -> Plan:
    return Plan("En plan", day(starts), day(ends), duration, goals, activities, lines)
