"""Every page of setting up, sending out and signing up opens, in four languages."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from samskaper.areas.programmes.commands.enrolment import sign_up
from samskaper.areas.programmes.models import Programme
from tests.cast import Somebody

RUNNERS_PAGES = [
    "setup", "edit", "move_dates", "rule", "add_gathering", "add_action", "publish", "publish_libraries", "publish_addresses",
    "invitations", "people",
]
ADVISER_PAGES = [*RUNNERS_PAGES, "programme", "calendar"]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
@pytest.mark.parametrize("name", ADVISER_PAGES)
def test_page_opens_for_its_adviser(name: str, language: str, course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    with translation.override(language):
        assert adviser_a.client.get(reverse(f"programmes:{name}", args=[course.pk])).status_code == 200


@pytest.mark.parametrize("name", RUNNERS_PAGES)
def test_page_is_not_there_for_another_library(name: str, course: Programme, adviser_b: Somebody) -> None:
    assert adviser_b.client.get(reverse(f"programmes:{name}", args=[course.pk])).status_code == 404


@pytest.mark.parametrize("name", ["edit_gathering", "agenda", "add_material"])
def test_page_of_a_gathering_opens_for_its_adviser_only(
    name: str, course: Programme, adviser_a: Somebody, adviser_b: Somebody
) -> None:
    path = reverse(f"programmes:{name}", args=[course.gatherings.all()[0].pk])
    assert adviser_a.client.get(path).status_code == 200
    assert adviser_b.client.get(path).status_code == 404


def test_page_of_an_action_opens_for_its_adviser_only(course: Programme, adviser_a: Somebody, adviser_b: Somebody) -> None:
    path = reverse("programmes:edit_action", args=[course.actions.all()[0].pk])
    assert adviser_a.client.get(path).status_code == 200
    assert adviser_b.client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["index", "new"])
def test_page_without_a_programme_opens(name: str, course: Programme, adviser_a: Somebody) -> None:
    assert adviser_a.client.get(reverse(f"programmes:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["place", "leave", "programme"])
def test_own_page_opens(name: str, course: Programme, staff_a: Somebody) -> None:
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert staff_a.client.get(reverse(f"programmes:{name}", args=[course.pk])).status_code == 200


def test_sign_up_page_opens(course: Programme, staff_a: Somebody) -> None:
    assert staff_a.client.get(reverse("programmes:sign_up", args=[course.pk])).status_code == 200


def test_guest_reads_the_programme_without_names(course: Programme, staff_a: Somebody, guest: Somebody) -> None:
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    page = guest.client.get(reverse("programmes:programme", args=[course.pk])).content.decode()
    assert "Samskaping i praksis" in page
    assert "Staff A" not in page
