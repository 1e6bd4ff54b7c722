"""What tests of the projects can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskaper.areas.projects.application import read
from samskaper.areas.projects.commands.importing import save_application
from samskaper.areas.projects.models import Project
from samskaper.commons.people.models import Organisation, OrganisationKind, Role
from tests.cast import Somebody, make_person

SAMPLE = Path(__file__).parent / "application/samples/application-2022.txt"


@pytest.fixture(scope="session")
def sample() -> str:
    """The real application, as text."""
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def funder(db: None) -> Organisation:
    return Organisation.objects.create(kind=OrganisationKind.FUNDER, name="Nasjonalbiblioteket")


@pytest.fixture
def partner(db: None) -> Organisation:
    return Organisation.objects.create(kind=OrganisationKind.REGIONAL_LIBRARY, name="Rogaland fylkesbibliotek")


@pytest.fixture
def reader(funder: Organisation) -> Somebody:
    return make_person("Funder Reader", (funder, Role.READER))


@pytest.fixture
def partner_adviser(partner: Organisation) -> Somebody:
    return make_person("Partner Adviser", (partner, Role.ADVISER))


@pytest.fixture
def leader_of_a(library_a: Organisation) -> Somebody:
    return make_person("Leader of A", (library_a, Role.LEADER))


@pytest.fixture
def project(
    sample: str, library_a: Organisation, funder: Organisation, partner: Organisation, adviser_a: Somebody
) -> Project:
    """The real application, saved as a project of library A."""
    return save_application(application=read(sample), owner=library_a, by=adviser_a.doer, text=sample)
