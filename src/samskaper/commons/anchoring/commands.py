"""Writing plans down, and tying what is done to what was promised in them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.commons.anchoring import rules
from samskaper.commons.anchoring.events import PlanSaved, TiedToPlan
from samskaper.commons.anchoring.models import PlanDocument, PlanSection, Tie
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record import commands as record
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged


def _tidy(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean_line(value) if isinstance(value, str) else value for name, value in fields.items()}


def _note_saved(document: PlanDocument, *, by: Doer) -> None:
    record.note(PlanSaved(subject=Ref.to(document), owner=document.owner_id), by=by)


@transaction.atomic
def save_document(
    *, owner: Organisation, by: Doer, document: PlanDocument | None = None, version: int | None = None, **fields: Any
) -> PlanDocument:
    """Add a plan, or change `document` if it still has `version`. Raises Stale otherwise, Refusal for strangers."""
    if document is None:
        rules.must_add_plans_for(by, owner.pk)
        document = PlanDocument.objects.create(owner=owner, **_tidy(fields))
    else:
        rules.must_change(by, document)
        save_unchanged(document, version=document.version if version is None else version, changes=_tidy(fields))
    _note_saved(document, by=by)
    return document


@transaction.atomic
def find_or_add_document(*, owner: Organisation, title: str, kind: str, by: Doer, **fields: Any) -> PlanDocument:
    """Return the plan of this title, whoever looks after it, or add it for `owner`."""
    title = clean_line(title)[:200]
    title = title[:1].upper() + title[1:]
    found = PlanDocument.objects.filter(title__iexact=title).order_by("pk").first()
    return found or save_document(owner=owner, title=title, kind=kind, by=by, **fields)


def _next_order(document: PlanDocument) -> int:
    return (document.sections.aggregate(last=Max("order"))["last"] or 0) + 1


def _add(document: PlanDocument, *, sentence: str, heading: str, page: int | None, by: Doer) -> PlanSection:
    section = PlanSection.objects.create(
        document=document, order=_next_order(document), sentence=clean(sentence), heading=clean_line(heading), page=page
    )
    _note_saved(document, by=by)
    return section


@transaction.atomic
def add_section(
    *, document: PlanDocument, sentence: str, by: Doer, heading: str = "", page: int | None = None
) -> PlanSection:
    """Add a sentence at the end of a plan."""
    rules.must_change(by, document)
    return _add(document, sentence=sentence, heading=heading, page=page, by=by)


@transaction.atomic
def find_or_add_section(
    *, document: PlanDocument, sentence: str, by: Doer, heading: str = "", page: int | None = None
) -> PlanSection:
    """Return the sentence with these words on this page, or nearly these, or add it: whoever ties to a plan may quote it."""
    rules.must_tie(by)
    words = clean(sentence)
    on_page = list(document.sections.filter(page=page))
    found = next((one for one in on_page if one.sentence == words), None)
    found = found or next((one for one in on_page if rules.says_the_same(one.sentence, words)), None)
    return found or _add(document, sentence=sentence, heading=heading, page=page, by=by)


@transaction.atomic
def change_section(
    *, section: PlanSection, version: int, sentence: str, by: Doer, heading: str = "", page: int | None = None
) -> PlanSection:
    """Correct a sentence, if it still has this version. Raises Stale otherwise."""
    rules.must_change(by, section.document)
    changes = {"sentence": clean(sentence), "heading": clean_line(heading), "page": page}
    save_unchanged(section, version=version, changes=changes)
    _note_saved(section.document, by=by)
    return section


@transaction.atomic
def tie_to_section(*, section: PlanSection, record: Ref, by: Doer, says: str = "", owner: int | None = None) -> Tie:
    """Say that a record serves a sentence. Saying it twice changes only the words.

    Whoever calls it on behalf of an `owner` has asked its own rules whether the doer may speak for the record.
    """
    if owner is None:
        rules.must_tie(by)
    tie, made = Tie.objects.update_or_create(
        section=section,
        record_kind=record.kind,
        record_id=record.id,
        defaults={"says": clean(says)},
        create_defaults={
            "says": clean(says),
            "by_id": by.person,
            "owner_id": owner or rules.owner_of_tie(by, [section.document.owner_id]),
        },
    )
    if made:
        _remember(tie, by=by)
    return tie


def _remember(tie: Tie, *, by: Doer) -> None:
    source = Ref.to(tie.section)
    record.tie(record=tie.record, source=source, by=by)
    record.note(TiedToPlan(subject=tie.record, within=source, owner=tie.owner_id), by=by)


@transaction.atomic
def untie(*, tie: Tie, by: Doer) -> None:
    """Take back that a record serves a sentence."""
    rules.must_untie(by, tie)
    record.untie(record=tie.record, source=Ref.to(tie.section), by=by)
    record.take_back(key=TiedToPlan.key, subject=tie.record, because="untied", by=by)
    tie.delete()


@transaction.atomic
def forget(person: int) -> Promise | str:
    """Take a person off what they tied to plans; that it is tied stays. Says so if there was any."""
    touched = Tie.objects.filter(by=person).update(by=None)
    return _("What you tied to plans stays tied, without your name.") if touched else ""
