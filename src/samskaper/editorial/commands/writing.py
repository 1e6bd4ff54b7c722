"""Beginning a new method in every language at once, and the way from written to ready."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Locale, Page, Workflow, WorkflowPage, WorkflowTask

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Account, Person
from samskaper.editorial.commands.pages import texts_of
from samskaper.editorial.models import HomePage, MethodPage
from samskaper.editorial.rules import must_edit
from samskaper.foundation.addresses import is_free

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
PEOPLE = (4, 16)
EMPTY_LINES = {name: json.dumps([{"type": "item", "value": ""}] * 3) for name in ("when", "when_not", "materials", "preparation")}  # to write in at once


def _steps() -> str:
    """Return the steps that a new method begins with, in the language that is active: their words are still to be written."""
    rows = ((_("Say what you will do"), 5), (_("Think alone"), 10), (_("Talk together"), 20), (_("Agree on what happens next"), 10))
    return json.dumps([{"type": "step", "value": {"title": title, "minutes": minutes, "text": "", "short": ""}} for title, minutes in rows])


@transaction.atomic
def begin_method(*, title: str, phase: str, by: Doer) -> dict[str, int]:
    """Make drafts of a new method in every language, from the template. Returns the number of each page, by language."""
    must_edit(by)
    account = _account(by)
    slug = _free_slug(title)
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    made: dict[str, int] = {}
    twin: MethodPage | None = None
    for language in LANGUAGES:
        with translation.override(language):
            fields: dict[str, Any] = {**EMPTY_LINES, "steps": _steps(), "answers_for_it": texts_of(language)["kit"]["answers_for_it"]}
        page = MethodPage(
            locale=homes[language].locale, title=title, slug=slug, phase=phase, live=False, people_min=PEOPLE[0], people_max=PEOPLE[1], owner=account, **fields,
        )
        page.translation_key = twin.translation_key if twin else page.translation_key
        homes[language].add_child(instance=page)
        page.save_revision(user=account, log_action=True, clean=False)
        twin, made[language] = page, page.pk
    return made


@transaction.atomic
def make_twins(page: MethodPage, *, user: Account | None) -> int:
    """Give a method that was begun in one language a draft in each of the others, to be translated. Returns how many."""
    there = set(MethodPage.objects.filter(translation_key=page.translation_key).values_list("locale__language_code", flat=True))
    made = 0
    for locale in Locale.objects.filter(language_code__in=set(LANGUAGES) - there):
        twin = page.copy_for_translation(locale)
        twin.save_revision(user=user, clean=False)
        made += 1
    return made


def _free_slug(title: str) -> str:
    wanted = slugify(title)[:70] or "method"
    taken = set(Page.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken and is_free(name, left_to="wagtail_serve"))


def _account(doer: Doer) -> Account | None:
    person = Person.objects.filter(pk=doer.person).select_related("account").first() if doer.person else None
    return person.account if person else None


# -- from written to ready -------------------------------------------------------------------------------------------
@transaction.atomic
def lay_workflow(group: Group) -> None:
    """Let every page go from written, by way of the language, to ready: two looks, by any of the editors.

    The tool's own way asks a group in which nobody is; it is put aside. Names are in the language of the house.
    """
    with translation.override(settings.LANGUAGE_CODE):
        names = _("From written to ready"), (_("The language is looked over"), _("Ready"))
    if WorkflowPage.objects.filter(workflow__name=names[0]).exists():
        return
    workflow = Workflow.objects.create(name=names[0])
    for order, name in enumerate(names[1]):
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    root = Page.objects.get(depth=1)
    WorkflowPage.objects.filter(page=root).delete()
    WorkflowPage.objects.create(page=root, workflow=workflow)
    for other in Workflow.objects.exclude(pk=workflow.pk).filter(active=True):
        other.deactivate()
