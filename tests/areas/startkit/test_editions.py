"""Editions: laid at the first start, following the pages, frozen by the next, and launched whole at their minute."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from samskaper.areas.startkit.commands import editions as commands
from samskaper.areas.startkit.events.editions import EditionLaunched
from samskaper.areas.startkit.models import Edition, EditionText
from samskaper.areas.startkit.queries import editions as queries
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation, Role
from samskaper.commons.record.models import Fact
from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import method_text
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Refusal, Stale
from tests.cast import Somebody, make_person

pytestmark = pytest.mark.django_db
KEY, NEW = "brainwriting", "Skriv alene først, og snakk så."
LANGUAGES = ("nb", "nn", "da", "en")
NEWS = dict.fromkeys(LANGUAGES, "Noe er nytt.")


@pytest.fixture
def editor(library_a: Organisation) -> Somebody:
    return make_person("Editor A", (library_a, Role.EDITOR))


def page(key: str = KEY, language: str = "nb") -> MethodPage:
    found: MethodPage = MethodPage.objects.get(slug=key, locale__language_code=language)
    return found


def draft(words: str = NEW, key: str = KEY, language: str = "nb") -> MethodPage:
    """Save a draft with another purpose."""
    found = page(key, language)
    found.purpose = words
    found.save_revision()
    return page(key, language)


def in_making(*drafts: str, launches: dt.datetime | None = None) -> Edition:
    return Edition.objects.create(number=3, news=NEWS, drafts=list(drafts), launches=launches)


def minute() -> dt.datetime:
    return clock.now() + dt.timedelta(days=1)


def at(moment: dt.datetime, seconds: int = 0) -> Any:
    return clock.at(moment + dt.timedelta(seconds=seconds))


# -- the two that the kit is born with -------------------------------------------------------------------------------
def test_the_kit_is_born_with_two_editions_of_which_the_second_is_in_use() -> None:
    found = queries.current()

    assert found is not None and found.number == 2 and [one.number for one in queries.launched()] == [2, 1]
    assert [len(queries.contents(one, "nn")) for one in queries.launched()] == [14, 9]
    assert all(set(one.news) == set(LANGUAGES) and all(one.news.values()) for one in queries.launched())


def test_the_first_edition_reads_as_it_read_then() -> None:
    first = Edition.objects.get(number=1)
    old, new = queries.text_in(first, KEY, "nb"), method_text(KEY, "nb")

    assert old is not None and new is not None
    assert "Skriv navnet ditt i hjørnet" in old.say_aloud and "Skriv navnet ditt i hjørnet" not in new.say_aloud
    assert not old.online_steps and new.online_steps
    assert set(queries.reasons_since(first, KEY, "nb")) == {"say_aloud", "steps.2"}


def test_laying_again_changes_nothing_and_reads_no_text(django_assert_max_num_queries: Any) -> None:
    before = list(EditionText.objects.order_by("pk").values_list("pk", "text"))

    with django_assert_max_num_queries(6):
        commands.lay_editions(0)

    assert list(EditionText.objects.order_by("pk").values_list("pk", "text")) == before and Edition.objects.count() == 2


def test_texts_that_were_brought_up_to_date_reach_the_edition_of_now_and_not_the_old_one() -> None:
    MethodPage.objects.filter(pk=page().pk).update(purpose=NEW)
    commands.lay_editions(1)
    texts = {row.edition.number: row.text["purpose"] for row in EditionText.objects.filter(key=KEY, language="nb")}

    assert texts[2] == NEW != texts[1]


def test_the_edition_of_now_follows_what_is_published() -> None:
    draft().get_latest_revision().publish()

    assert EditionText.objects.get(edition__number=2, key=KEY, language="nb").text["purpose"] == NEW


def test_a_method_that_is_taken_down_leaves_the_edition_of_now_and_stays_in_the_old_one() -> None:
    page().unpublish()

    assert [row.edition.number for row in EditionText.objects.filter(key=KEY, language="nb").exclude(text={})] == [1]


# -- preparing -------------------------------------------------------------------------------------------------------
def test_there_is_one_edition_in_the_making(editor: Somebody) -> None:
    first, again = commands.begin(by=editor.doer), commands.begin(by=editor.doer)

    assert first == again and first.number == 3 and queries.current() != first


def test_only_editors_prepare(adviser_a: Somebody, guest: Somebody) -> None:
    for somebody in (adviser_a, guest):
        with pytest.raises(Refusal):
            commands.begin(by=somebody.doer)

    assert Edition.objects.count() == 2


def test_a_time_is_set_moved_and_taken_away(editor: Somebody) -> None:
    draft()
    edition, first = in_making(KEY), minute()
    commands.set_time(edition=edition, version=1, launches=first, by=editor.doer)
    commands.set_time(edition=edition, version=2, launches=first + dt.timedelta(hours=1), by=editor.doer)
    moved = Edition.objects.get(number=3).launches
    commands.stop(edition=edition, version=3, by=editor.doer)

    assert moved == first + dt.timedelta(hours=1) and Edition.objects.get(number=3).launches is None


def test_two_editors_do_not_overwrite_each_other(editor: Somebody) -> None:
    edition = in_making()
    commands.change(edition=edition, version=1, news=NEWS, drafts=[], by=editor.doer)

    with pytest.raises(Stale):
        commands.change(edition=edition, version=1, news={"nb": "Annet"}, drafts=[], by=editor.doer)


def test_a_minute_that_has_passed_is_refused(editor: Somebody) -> None:
    with pytest.raises(Invalid):
        commands.set_time(edition=in_making(), version=1, launches=clock.now(), by=editor.doer)


def test_a_draft_with_a_gap_is_named_before_a_time_is_set(editor: Somebody) -> None:
    found = page()
    found.with_40 = ""
    found.save_revision()

    with pytest.raises(Conflict) as refusal:
        commands.set_time(edition=in_making(KEY), version=1, launches=minute(), by=editor.doer)

    assert "Med førti" in str(refusal.value.sentence) and "Bokmål" in str(refusal.value.sentence)


def test_an_edition_says_what_is_new_in_every_language(editor: Somebody) -> None:
    edition = in_making()
    commands.change(edition=edition, version=1, news={**NEWS, "da": " "}, drafts=[], by=editor.doer)

    with pytest.raises(Conflict, match="Dansk"):
        commands.set_time(edition=edition, version=2, launches=minute(), by=editor.doer)


def test_a_launched_edition_is_not_changed(editor: Somebody) -> None:
    with pytest.raises(Conflict):
        commands.change(edition=Edition.objects.get(number=2), version=1, news=NEWS, drafts=[], by=editor.doer)


# -- the minute ------------------------------------------------------------------------------------------------------
def test_the_old_one_stays_until_the_minute_and_the_new_one_is_there_at_it() -> None:
    old = page().purpose
    draft()
    moment = minute()
    in_making(KEY, launches=moment)
    with at(moment, -1):
        early, seen = commands.launch_due(), method_text(KEY, "nb")
    with at(moment):
        done, now = commands.launch_due(), method_text(KEY, "nb")

    assert (early, done) == (0, 1) and seen is not None and now is not None
    assert (seen.purpose, now.purpose) == (old, NEW)
    current = queries.current()
    assert current is not None and current.number == 3 and current.launched is not None and abs(current.launched - moment).total_seconds() < 1


def test_what_was_in_the_edition_before_is_kept_as_it_read_at_that_minute() -> None:
    old = page().purpose
    draft()
    in_making(KEY, launches=clock.now())
    commands.launch_due()
    second = Edition.objects.get(number=2)
    kept, changed = queries.text_in(second, KEY, "nb"), queries.contents(Edition.objects.get(number=3), "nb")

    assert kept is not None and kept.purpose == old
    assert [one.key for one in changed if one.changed] == [KEY] and not any(one.new for one in changed)


def test_drafts_in_every_language_go_out_and_others_stay_drafts() -> None:
    for language in LANGUAGES:
        draft(f"{NEW} {language}", language=language)
    draft(key="pitch")
    in_making(KEY, launches=clock.now())
    commands.launch_due()

    assert [getattr(method_text(KEY, language), "purpose", "") for language in LANGUAGES] == [f"{NEW} {language}" for language in LANGUAGES]
    assert getattr(method_text("pitch", "nb"), "purpose", "") != NEW and page("pitch").has_unpublished_changes


def test_a_worker_that_was_down_at_the_minute_launches_when_it_is_back() -> None:
    draft()
    in_making(KEY, launches=clock.now() - dt.timedelta(hours=3))

    assert (commands.launch_due(), commands.launch_due()) == (1, 0)


def test_an_edition_that_lost_a_sentence_after_it_got_its_time_waits_and_the_old_one_stays() -> None:
    found = page()
    found.say_aloud = ""
    found.save_revision()
    in_making(KEY, launches=clock.now())

    assert commands.launch_due() == 0
    assert getattr(queries.current(), "number", 0) == 2


def test_nothing_is_launched_when_one_of_its_drafts_cannot_be_published(monkeypatch: pytest.MonkeyPatch) -> None:
    draft()
    draft(key="pitch")
    in_making(KEY, "pitch", launches=clock.now())
    save = MethodPage.save

    def fails(self: MethodPage, *args: Any, **kwargs: Any) -> None:
        if self.slug == "pitch":
            raise RuntimeError("the machine stops here")
        save(self, *args, **kwargs)

    monkeypatch.setattr(MethodPage, "save", fails)
    with pytest.raises(RuntimeError):
        commands.launch_due()

    assert getattr(queries.current(), "number", 0) == 2 and page().purpose != NEW
    assert not Fact.objects.filter(key=EditionLaunched.key).exists()


def test_the_launch_is_told_once() -> None:
    draft()
    in_making(KEY, launches=clock.now())
    commands.launch_due()
    commands.launch_due()

    fact = Fact.objects.get(key=EditionLaunched.key)
    assert fact.data == {"number": 3, "changed": [KEY], "before": 2}


def test_why_a_part_changed_is_told_to_those_with_the_old_sheet() -> None:
    draft()
    edition = in_making(KEY, launches=clock.now())
    commands.say_why(edition=edition, key=KEY, language="nb", reasons={"purpose": "Den var for lang."}, by=SYSTEM)
    before = queries.reasons_since(Edition.objects.get(number=2), KEY, "nb")
    commands.launch_due()

    assert before == {} and queries.reasons_since(Edition.objects.get(number=2), KEY, "nb") == {"purpose": "Den var for lang."}


# -- whatever happens to the machine ---------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_two_workers_launch_it_once() -> None:
    draft()
    in_making(KEY, launches=clock.now())
    ready = threading.Barrier(2)

    def work(_number: int) -> int:
        ready.wait()
        try:
            return commands.launch_due()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(work, range(2)))

    assert sorted(done) == [0, 1]
    assert Fact.objects.filter(key=EditionLaunched.key).count() == 1 and page().purpose == NEW


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_in_the_middle_has_launched_nothing_and_the_next_one_launches_the_whole() -> None:
    for key in (KEY, "pitch"):
        draft(key=key)
    in_making(KEY, "pitch", launches=clock.now())
    connections.close_all()
    child = os.fork()
    if not child:
        _die_after_the_first_page()
    _pid, ended = os.waitpid(child, 0)
    between = getattr(queries.current(), "number", 0), page().purpose == NEW, page("pitch").purpose == NEW
    again = commands.launch_due()

    assert os.WTERMSIG(ended) == signal.SIGKILL and between == (2, False, False)
    assert again == 1 and page().purpose == page("pitch").purpose == NEW


def _die_after_the_first_page() -> None:
    """Launch, and kill this very process when the second page is to be written."""
    save, saved = MethodPage.save, []

    def dies(self: MethodPage, *args: Any, **kwargs: Any) -> None:
        save(self, *args, **kwargs)
        saved.append(self.slug)
        if len(set(saved)) == 2:
            os.kill(os.getpid(), signal.SIGKILL)

    MethodPage.save = dies  # type: ignore[method-assign]
    try:
        commands.launch_due()
    finally:
        os._exit(0)
