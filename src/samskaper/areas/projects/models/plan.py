"""What was promised: aims, goals, activities, money and partners."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import LANGUAGES, Organisation, Owned

IN_ORDER = Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gte=F("starts"))


def ref_of_main(number: str) -> str:
    """Return how activities and the plan check point to a main goal."""
    return f"main {number}"


class ProjectState(models.TextChoices):
    APPLIED = "applied", _("Applied for")
    RUNNING = "running", _("Under way")
    FINISHED = "finished", _("Finished")


class Project(Owned):
    """A development project. `duration_words` is how the applicant says it; `source_text` the application as it came."""

    title = models.CharField(max_length=200)
    aim = models.TextField(blank=True)
    introduction = models.TextField(blank=True)
    applicant = models.CharField(max_length=200, blank=True)
    funder = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    duration_words = models.CharField(max_length=80, blank=True)
    focus_areas = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=8, choices=ProjectState.choices, default=ProjectState.RUNNING)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    case_reference = models.CharField(max_length=60, blank=True)
    stated_totals = models.JSONField(default=list, blank=True)
    not_understood = models.JSONField(default=list, blank=True)
    source_text = models.TextField(blank=True)
    noticed = models.PositiveSmallIntegerField(default=0, help_text="Remarks of the plan check that wait for an answer")
    is_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["-starts", "title", "pk"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="project_dates_in_order")]

    def __str__(self) -> str:
        return self.title

    @property
    def named(self) -> str:
        """The title with the years, which tells it from another of the same title: «…, 2022–2023»."""
        years = "–".join(dict.fromkeys(str(day.year) for day in (self.starts, self.ends) if day))
        return f"{self.title}, {years}" if years else self.title


class ProjectSection(models.Model):
    """A headed part of the description; level 2 stands under the last level 1."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(default=1)
    heading = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["project", "order"]
        constraints = [models.UniqueConstraint(fields=["project", "order"], name="project_section_order_once")]

    def __str__(self) -> str:
        return self.heading


class MainGoal(models.Model):
    """A main goal; `number` as the applicant writes it: «1» or «A»."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="main_goals")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=12)
    text = models.TextField()

    class Meta:
        ordering = ["project", "order"]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="main_goal_number_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"

    @property
    def ref(self) -> str:
        """How activities and the plan check point to it."""
        return ref_of_main(self.number)


class SubGoal(models.Model):
    """A sub-goal; `number` holds its main goal's too: «1.2»."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sub_goals")
    main_goal = models.ForeignKey(MainGoal, null=True, blank=True, on_delete=models.SET_NULL, related_name="sub_goals")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=16)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["project", "order"]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="sub_goal_number_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"

    @property
    def ref(self) -> str:
        """How activities and the plan check point to it."""
        return self.number


class Measure(models.Model):
    """That a sub-goal counts facts of one kind in the programmes of its project, and how many it takes."""

    sub_goal = models.ForeignKey(SubGoal, on_delete=models.CASCADE, related_name="measures")
    order = models.PositiveSmallIntegerField(default=1)
    fact_key = models.CharField(max_length=60)
    target = models.PositiveIntegerField()

    class Meta:
        ordering = ["sub_goal", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sub_goal", "fact_key"], name="measured_once_by_each"),
            models.CheckConstraint(condition=Q(target__gte=1), name="measure_has_target"),
        ]

    def __str__(self) -> str:
        return f"{self.fact_key} >= {self.target}"


class Activity(models.Model):
    """A row of the activity plan.

    `fact_key` with `fact_number` says which fact shows that it happened (the second «gathering held»; 0 is all of
    them). Without a key somebody says when it was `begun` and `done`.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="activities")
    order = models.PositiveSmallIntegerField()
    written = models.TextField(blank=True)
    text = models.TextField()
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    sub_goals = models.ManyToManyField(SubGoal, blank=True, related_name="activities")
    main_goals = models.ManyToManyField(MainGoal, blank=True, related_name="activities")
    fact_key = models.CharField(max_length=60, blank=True)
    fact_number = models.PositiveSmallIntegerField(default=0)
    begun = models.DateField(null=True, blank=True)
    done = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["project", "order", "pk"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                condition=Q(begun__isnull=True) | Q(done__isnull=True) | Q(done__gte=F("begun")),
                name="activity_begun_before_done",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @cached_property
    def serves(self) -> tuple[MainGoal | SubGoal, ...]:
        """The goals that it serves, main goals first. Lists of activities bring them along; see queries.projects."""
        return (*self.main_goals.all(), *self.sub_goals.all())

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """«main 1», «1.2» of every goal that it serves. Lists of activities bring them along as well."""
        return tuple(goal.ref for goal in self.serves)

    def goal_refs(self) -> tuple[str, ...]:
        """Return «main 1», «1.2» of every goal that it serves."""
        return self.refs


class BudgetSide(models.TextChoices):
    INCOME = "income", _("Income")
    EXPENSES = "expenses", _("Expenses")


class BudgetStatus(models.TextChoices):
    REQUESTED = "requested", _("Applied for")
    CONFIRMED = "confirmed", _("Confirmed")
    EXPECTED = "expected", _("Expected")
    PLANNED = "planned", _("Planned")


class BudgetLine(models.Model):
    """One line of money in whole kroner; `year` of the project from 1."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="budget")
    side = models.CharField(max_length=8, choices=BudgetSide.choices)
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=300)
    amount = models.BigIntegerField()
    status = models.CharField(max_length=9, choices=BudgetStatus.choices)
    year = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["project", "-side", "year", "order"]
        constraints = [models.UniqueConstraint(fields=["project", "side", "order"], name="budget_line_order_once")]

    def __str__(self) -> str:
        return f"{self.label}: {self.amount}"


class ProjectPartner(models.Model):
    """Who takes part, and with what. `organisation` is set when we know it: then its advisers read along."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partners")
    order = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    contribution = models.TextField(blank=True)

    class Meta:
        ordering = ["project", "order"]
        constraints = [models.UniqueConstraint(fields=["project", "order"], name="partner_order_once")]

    def __str__(self) -> str:
        return self.name
