"""The report fills itself, leaves as PDF, and is frozen when it is handed in."""

from __future__ import annotations

import builtins
import io
from typing import Any

import pikepdf
import pytest
from django.urls import reverse

from samskaper.areas.projects import exports
from samskaper.areas.projects.models import Project, Report
from samskaper.areas.projects.queries.report import report_of, shown
from tests.areas.projects.facts import Programme
from tests.cast import Somebody


def report(who: Somebody, project: Project, language: str = "en") -> str:
    return who.client.get(f"/{language}/projects/{project.pk}/report/").content.decode()


def test_the_report_tells_the_numbers(project: Project, adviser_a: Somebody) -> None:
    programme = Programme(project)
    programme.note("programmes.completed", 50)
    programme.note("programmes.gathering_held", 3, first=100)

    assert "<h1>1 of 11 goals is reached</h1>" in report(adviser_a, project)

    programme.take_back("programmes.completed", 3)

    assert "<h1>0 of 11 goals are reached</h1>" in report(adviser_a, project)


def test_both_sides_of_the_budget_are_told(project: Project, adviser_a: Somebody) -> None:
    assert report(adviser_a, project).count("1,370,000") == 3  # a bar and both tables


def test_the_pdf_is_tagged_and_has_language_and_title(project: Project, adviser_a: Somebody) -> None:
    answer = adviser_a.client.get(f"/nn/projects/{project.pk}/report.pdf")

    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nn"
        assert "/StructTreeRoot" in pdf.Root
        with pdf.open_metadata() as meta:
            assert "Samskaping" in str(meta["dc:title"])


@pytest.mark.parametrize("name", ["report_pdf"])
def test_the_pdf_is_for_those_who_may_read(
    name: str, project: Project, reader: Somebody, adviser_b: Somebody, guest: Somebody
) -> None:
    address = reverse(f"projects:{name}", args=[project.pk])

    assert [who.client.get(address).status_code for who in (reader, adviser_b, guest)] == [200, 404, 302]


def test_a_machine_without_pango_says_what_to_do(
    project: Project, adviser_a: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = builtins.__import__

    def lacking(name: str, *args: Any, **named: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return imported(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", lacking)

    answer = adviser_a.client.get(f"/en/projects/{project.pk}/report.pdf")

    assert answer.status_code == 503
    assert "libpango" in answer.content.decode()


@pytest.mark.parametrize("address", ["https://example.org/x.css", "file:///etc/passwd", "samskaper:///static/../x"])
def test_the_pdf_fetches_nothing_from_elsewhere(address: str) -> None:
    with pytest.raises(ValueError, match="not ours"):
        exports.static_file(address)


def hand_in(who: Somebody, project: Project, **fields: Any) -> Any:
    return who.client.post(reverse("projects:hand_in", args=[project.pk]), fields)


def test_handing_in_freezes_the_report(project: Project, adviser_a: Somebody) -> None:
    programme = Programme(project)
    programme.note("programmes.completed", 50)
    programme.note("programmes.gathering_held", 3, first=100)

    hand_in(adviser_a, project, words="We learned to listen.", final="on")
    programme.take_back("programmes.completed", 3)

    kept = Report.objects.get()
    assert (kept.number, kept.final, kept.snapshot["reached"]) == (1, True, 1)
    frozen = adviser_a.client.get(f"/en/projects/{project.pk}/reports/1/").content.decode()
    assert "We learned to listen." in frozen and "1 of 11 goals was reached." in frozen


def test_reports_are_numbered(project: Project, adviser_a: Somebody) -> None:
    for _time in range(2):
        hand_in(adviser_a, project)

    assert [one.number for one in project.reports.all()] == [2, 1]


def test_a_frozen_report_leaves_as_pdf_too(project: Project, adviser_a: Somebody) -> None:
    hand_in(adviser_a, project)

    answer = adviser_a.client.get(reverse("projects:frozen_pdf", args=[project.pk, 1]))

    assert answer.content.startswith(b"%PDF")


def test_readers_hand_nothing_in(project: Project, reader: Somebody, adviser_b: Somebody) -> None:
    assert [hand_in(who, project).status_code for who in (reader, adviser_b)] == [403, 404]
    assert not Report.objects.exists()


def test_the_same_report_sent_twice_is_handed_in_once(project: Project, adviser_a: Somebody) -> None:
    for _time in range(2):
        adviser_a.client.post(reverse("projects:hand_in", args=[project.pk]), {}, once="y" * 20)

    assert Report.objects.count() == 1


def test_each_goal_leads_to_what_lies_behind_it_on_screen_and_not_on_paper(project: Project, adviser_a: Somebody) -> None:
    goal = project.sub_goals.get(number="1.3")
    told = report_of(project)

    assert f"goals/{goal.pk}/" in report(adviser_a, project)
    assert all("pk" not in one for main in shown(told, printed=True)["mains"] for one in main["goals"])
