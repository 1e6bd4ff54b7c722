"""The invented libraries and people of the demonstration. People are named by their roles; nobody here is real."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Account, Membership, Organisation, Person, Role
from samskaper.commons.people.models import OrganisationKind as Kind
from samskaper.commons.people.queries.places import counties_on
from samskaper.foundation import clock

REGIONAL = "Strandfjell fylkesbibliotek"
PARTNERS = ("Havnes fylkesbibliotek", "Nordlund fylkesbibliotek", "Vestøy fylkesbibliotek", "Skogheim fylkesbibliotek")
DANISH = "Åbakke centralbibliotek"
TOWNS = (
    "Tverrdal", "Lysvik", "Storåsen", "Ytre Vik", "Sørbygd", "Kvitnes", "Elvemo", "Nordre Ås", "Bjørkli", "Fagerstrand",
    "Holmøy", "Steinsund", "Øvre Lia", "Rognvik", "Myrvang", "Fjellheim", "Grunnes", "Haugbygda", "Innset", "Langøy",
)
COUNTIES = ("Innlandet",) * 12 + ("Nordland",) * 4 + ("Agder",) * 4  # in which the invented towns lie
STAFF = ("Bibliotekar", "Barnebibliotekar", "Ungdomsbibliotekar", "Bibliotekmedarbeider")
ASSOCIATIONS = ("Historielaget i Tverrdal", "Lysvik idrettslag", "Storåsen sanglag", "Velforeningen i Ytre Vik")
SINCE = dt.date(2020, 1, 1)
SHARED_ADDRESS = "biblioteket@kvitnes.example"


@dataclass
class World:
    """Everybody who plays in the demonstration. `staff` and `leaders` are in the order of TOWNS."""

    library: Organisation
    adviser: Person
    planner: Person
    funder: Organisation
    towns: list[Organisation] = field(default_factory=list)
    staff: list[Person] = field(default_factory=list)
    homes: dict[int, Organisation] = field(default_factory=dict)
    leaders: dict[int, Person] = field(default_factory=dict)

    @property
    def as_adviser(self) -> Doer:
        """The adviser of the regional library as she acts."""
        return doer_of(self.adviser)

    @property
    def as_planner(self) -> Doer:
        """The plan officer of a municipality as she acts."""
        return doer_of(self.planner)


def _organisation(kind: str, name: str, parent: Organisation | None = None, country: str = "NO", county: str = "") -> Organisation:
    language = "da" if country == "DK" else "nb"
    place = counties_on(clock.today(), country=country).filter(name=county).first()
    return Organisation.objects.create(
        kind=kind, name=name, parent=parent, country=country, county=place, language=language, is_demo=True
    )


def _ascii(text: str) -> str:
    return text.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a", ord(" "): ".", ord(","): None})


def _person(name: str, *roles: tuple[Organisation, str], language: str = "nb", email: str = "") -> Person:
    address = email or f"{_ascii(name)}@strandfjell.example"
    account = Account.objects.filter(email=address).first() or Account.objects.create_user(address)
    person = Person.objects.create(account=account, name=name, email=address, language=language, is_demo=True)
    Membership.objects.bulk_create(
        Membership(person=person, organisation=home, role=role, since=SINCE) for home, role in roles
    )
    return person


def _people_of_town(world: World, place: int, town: Organisation, name: str) -> None:
    leader = _person(f"Biblioteksjef, {name}", (town, Role.LEADER), (town, Role.STAFF))
    world.leaders[town.pk] = leader
    world.homes[leader.pk] = town
    language = "nn" if place % 4 == 3 else "nb"
    shared = SHARED_ADDRESS if name == "Kvitnes" else ""
    for job in STAFF[: 4 if place < 6 else 3]:
        person = _person(f"{job}, {name}", (town, Role.STAFF), language=language, email=shared)
        world.staff.append(person)
        world.homes[person.pk] = town


def build() -> World:
    """Make the libraries, associations and people."""
    library = _organisation(Kind.REGIONAL_LIBRARY, REGIONAL, county=COUNTIES[0])
    funder = _organisation(Kind.FUNDER, "Biblioteksfondet")
    municipality = _organisation(Kind.MUNICIPALITY, "Tverrdal kommune")
    adviser = _person("Rådgiver, Strandfjell", (library, Role.ADVISER))
    world = World(library, adviser, _person("Planrådgiver, Tverrdal", (municipality, Role.PLANNER)), funder)
    _person("Fylkesbiblioteksjef, Strandfjell", (library, Role.LEADER), (library, Role.PLANNER))
    _person("Redaktør, Strandfjell", (library, Role.EDITOR))
    for name in PARTNERS:
        partner = _organisation(Kind.REGIONAL_LIBRARY, name)
        _person(f"Rådgiver, {name.split()[0]}", (partner, Role.ADVISER))
    danish = _organisation(Kind.REGIONAL_LIBRARY, DANISH, country="DK")
    _person("Konsulent, Åbakke", (danish, Role.ADVISER), language="da")
    _person("Saksbehandler, Biblioteksfondet", (funder, Role.READER))
    for place, name in enumerate(TOWNS):
        town = _organisation(Kind.PUBLIC_LIBRARY, f"{name} bibliotek", library, county=COUNTIES[place])
        world.towns.append(town)
        _people_of_town(world, place, town, name)
    for name in ASSOCIATIONS:
        association = _organisation(Kind.ASSOCIATION, name)
        _person(f"Leder, {name}", (association, Role.REPRESENTATIVE))
    return world
