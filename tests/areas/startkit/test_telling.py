"""Who said something is told once: both sentences at the launch, or why not."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.startkit.commands import telling
from samskaper.areas.startkit.commands.editions import begin, launch_due
from samskaper.areas.startkit.commands.findings import Spot, Words, ask_more, join, notice
from samskaper.areas.startkit.models import AskAgain, Edition, Finding
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import method_text
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict
from tests.areas.startkit.revising import (
    a_group,
    a_member,
    an_editor,
    an_expert,
    bearer,
    coming,
    decide,
    finding_of,
    tried,
)
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
NEW = "Sett prikkene når alle andre har satt seg."
ADDRESS = "kari@example.org"


@pytest.fixture
def editor(library_a: Organisation) -> Somebody:
    return an_editor(library_a)


@pytest.fixture
def edition(editor: Somebody) -> Edition:
    return coming(editor)


def put(sentence: str) -> str:
    """Put another first sentence into the draft of a method. Returns the one that it was."""
    text = method_text("dot-voting", "nb")
    assert text is not None
    old = text.follow_up.partition(". ")[0] + "."
    page = MethodPage.objects.get(locale__language_code="nb", slug="dot-voting").get_latest_revision_as_object()
    page.follow_up = text.follow_up.replace(old, sentence, 1)
    page.save_revision()
    return old


def launch(edition: Edition, *, drafts: tuple[str, ...] = ()) -> None:
    now = clock.now()
    news = dict.fromkeys(("nb", "nn", "da", "en"), "Prikkene er tydeligere.")
    Edition.objects.filter(pk=edition.pk).update(launches=now - dt.timedelta(minutes=1), drafts=list(drafts), news=news)
    assert launch_due() == 1


def letters(email: str = ADDRESS) -> list[Letter]:
    return list(Letter.objects.filter(email=email, template__contains="told").order_by("pk"))


def test_both_sentences_come_by_themselves_with_the_edition(editor: Somebody, edition: Edition) -> None:
    row = finding_of(tried(email=ADDRESS))
    decide(row, "will", by=editor)
    old = put(NEW)
    assert telling.tell_those_due() == 0

    launch(edition, drafts=("dot-voting",))
    telling.tell_those_due()

    (letter,) = letters()
    row.refresh_from_db()
    assert (row.state, row.old, row.new) == ("changed", old, NEW)
    assert f"Det sto: «{old}»" in letter.text and f"Nå står det: «{NEW}»" in letter.text and "Prikkavstemning" in letter.text


def test_a_change_that_did_not_come_is_looked_at_anew_and_not_told(editor: Somebody, edition: Edition) -> None:
    row = finding_of(tried(email=ADDRESS))
    decide(row, "will", by=editor)

    launch(edition)
    telling.tell_those_due()

    row.refresh_from_db()
    assert (row.state, row.aim, row.responsible) == ("seen", None, editor.person) and letters() == [] and AskAgain.objects.exists()


def test_what_the_editor_chose_is_what_is_told(editor: Somebody, edition: Edition) -> None:
    row = finding_of(tried(email=ADDRESS))
    decide(row, "will", by=editor)
    decide(row, "changed", by=editor, old="Slik var det.", new="Slik er det.")
    launch(edition)
    telling.tell_those_due()

    assert "Nå står det: «Slik er det.»" in letters()[0].text


def test_the_address_is_deleted_with_its_letter(editor: Somebody, edition: Edition) -> None:
    one = tried(email=ADDRESS)
    decide(finding_of(one), "no", by=editor, because="Den lar vi stå.")

    assert telling.tell_those_due() == 1 and telling.tell_those_due() == 0

    one.refresh_from_db()
    (letter,) = letters()
    assert not AskAgain.objects.exists() and one.ticket == "" and letter.owner is None and "Den lar vi stå." in letter.text
    assert str(letter.about_kind) == "startkit.askagain" and letter.purpose == "startkit"
    assert all(fact.doer is None for fact in Fact.objects.filter(key="startkit.told"))


def test_a_no_is_told_right_away_and_not_this_time_at_the_launch(editor: Somebody, edition: Edition) -> None:
    decide(finding_of(tried(email="nei@example.org")), "no", by=editor, because="Den lar vi stå.")
    decide(finding_of(tried(email="senere@example.org")), "later", by=editor, because="Det trenger mer tid.")

    telling.tell_those_due()
    assert len(letters("nei@example.org")) == 1 and letters("senere@example.org") == []

    launch(edition)
    telling.tell_those_due()
    assert "Det trenger mer tid." in letters("senere@example.org")[0].text


def test_what_is_put_off_after_the_launch_waits_for_the_next(editor: Somebody, edition: Edition) -> None:
    launch(edition)
    decide(finding_of(tried(email=ADDRESS)), "later", by=editor, because="Det trenger mer tid.")
    telling.tell_those_due()

    assert letters() == [] and AskAgain.objects.exists()


def test_one_letter_a_week_to_somebody_who_helps(library_a: Organisation, adviser_a: Somebody, editor: Somebody, edition: Edition) -> None:
    voice = a_member(a_group(library_a, adviser_a, edition), adviser_a)
    first, second = (
        notice(key=key, edition=edition, language="nb", words=Words(noticed=f"Om {key}."), voice=voice, by=bearer(voice)) for key in ("pitch", "dot-voting")
    )
    decide(first, "no", by=editor, because="Den lar vi stå.")
    telling.tell_those_due()
    decide(second, "no", by=editor, because="Den også.")
    telling.tell_those_due()
    assert len(letters("mari@lag.example")) == 1

    with clock.at(clock.now() + dt.timedelta(days=8)):
        telling.tell_those_due()
    one, other = letters("mari@lag.example")
    assert "Den lar vi stå." in one.text and "Den også." in other.text and "Den lar vi stå." not in other.text


def test_one_letter_tells_of_everything_at_the_launch(library_a: Organisation, adviser_a: Somebody, editor: Somebody, edition: Edition) -> None:
    voice = a_member(a_group(library_a, adviser_a, edition), adviser_a)
    for key in ("pitch", "dot-voting", "brainwriting"):
        row = notice(key=key, edition=edition, language="nb", words=Words(noticed=f"Om {key}."), voice=voice, by=bearer(voice))
        decide(row, "later", by=editor, because=f"Senere: {key}.")
    launch(edition)
    telling.tell_those_due()
    telling.tell_those_due()

    (letter,) = letters("mari@lag.example")
    assert letter.text.count("Det ble ikke endret denne gangen.") == 3


def test_an_expert_is_told_of_the_very_sentence(editor: Somebody, staff_a: Somebody, edition: Edition) -> None:
    voice = an_expert(edition, editor, staff_a)
    old = put(NEW)
    spot = Spot("follow_up", 1, old)
    row = notice(key="dot-voting", edition=edition, language="nb", words=Words(noticed="For langt."), voice=voice, named=True, spot=spot, by=staff_a.doer)
    decide(row, "will", by=editor)
    launch(edition, drafts=("dot-voting",))
    telling.tell_those_due()

    assert staff_a.person and f"Nå står det: «{NEW}»" in letters(staff_a.person.email)[0].text


def test_each_who_said_the_same_is_told(editor: Somebody, edition: Edition) -> None:
    head, twin = finding_of(tried(email=ADDRESS)), finding_of(tried(email="ola@example.org"))
    join(finding=twin.pk, same_as=head.pk, by=editor.doer)
    decide(head, "no", by=editor, because="Den lar vi stå.")
    telling.tell_those_due()

    assert len(letters()) == len(letters("ola@example.org")) == 1


def test_a_question_this_week_puts_the_answer_off(editor: Somebody, edition: Edition, library_a: Organisation, adviser_a: Somebody) -> None:
    voice = a_member(a_group(library_a, adviser_a, edition), adviser_a)
    row = notice(key="pitch", edition=edition, language="nb", words=Words(noticed="Kort."), voice=voice, by=bearer(voice))
    ask_more(finding=row.pk, question="Hvor kort?", by=editor.doer)
    decide(row, "no", by=editor, because="Den lar vi stå.")
    telling.tell_those_due()

    assert letters("mari@lag.example") == []


def test_what_nobody_can_be_told_of_is_closed_with_the_edition(editor: Somebody, edition: Edition) -> None:
    row = finding_of(tried())
    decide(row, "later", by=editor, because="Senere.")
    launch(edition)
    telling.tell_those_due()

    row.refresh_from_db()
    assert row.told is not None and not Letter.objects.filter(template__contains="told").exists()


def test_what_was_told_stays_as_it_is(editor: Somebody, edition: Edition) -> None:
    row = finding_of(tried(email=ADDRESS))
    decide(row, "no", by=editor, because="Den lar vi stå.")
    telling.tell_those_due()
    Finding.objects.filter(pk=row.pk).update(told=clock.now())

    with pytest.raises(Conflict):
        decide(row, "will", by=editor)


def test_beginning_an_edition_twice_is_one(editor: Somebody, edition: Edition) -> None:
    assert begin(by=editor.doer) == edition


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_letter_speaks_the_language_of_whoever_said_it(editor: Somebody, edition: Edition, language: str) -> None:
    row = finding_of(tried(email=ADDRESS))
    AskAgain.objects.update(language=language)
    decide(row, "no", by=editor, because="Fordi.")
    telling.tell_those_due()

    said = {"nb": "Hva det du sa, ble til", "nn": "Kva det du sa, vart til", "da": "Hvad det, du sagde, blev til", "en": "What became of what you said"}
    assert letters()[0].subject == said[language]
