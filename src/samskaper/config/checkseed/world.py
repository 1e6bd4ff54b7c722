"""The organisations and people of one side."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from samskaper.commons.people import commands
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.people.models import OrganisationKind as Kind
from samskaper.config.checkseed.canaries import Cage

SINCE = dt.date(2020, 1, 1)
PEERS = 6  # so that questionnaires have more answers than the fewest that are shown


@dataclass
class World:
    """One side: its parties, whoever plays each role, and other people of whom only canaries tell."""

    cage: Cage
    library: Organisation
    town: Organisation
    school: Organisation
    association: Organisation
    funder: Organisation
    municipality: Organisation
    neighbour: Organisation
    people: dict[str, Person] = field(default_factory=dict)
    peers: list[Person] = field(default_factory=list)
    ids: dict[str, str | int] = field(default_factory=dict)

    @property
    def side(self) -> str:
        """«a» or «b»."""
        return self.cage.side

    def doer(self, role: str) -> Doer:
        """Return whoever plays this role, as she is on the day that the clock shows."""
        return doer_of(self.people[role])


def add_person(side: str, name: str, *, address: str = "") -> Person:
    """Add a person with an account of her own."""
    slug = "".join(sign for sign in name.lower() if sign.isascii() and sign.isalnum())
    account = commands.open_account(email=address or f"{slug}@{side}.example", by=SYSTEM)
    assert account is not None
    return commands.introduce_person(account=account, name=name, language="da" if side == "b" else "nb", by=SYSTEM)


def _organisation(side: str, kind: Kind, name: str, parent: Organisation | None = None) -> Organisation:
    country = "DK" if side == "b" else "NO"
    return commands.add_organisation(
        by=SYSTEM, parent=parent, kind=kind, name=f"{name} {side.upper()}", country=country,
        language="da" if side == "b" else "nb",
    )


def build(side: str) -> World:
    """Make the organisations of one side, and the people who play its roles."""
    library = _organisation(side, Kind.REGIONAL_LIBRARY, "Fylkesbiblioteket")
    world = World(
        Cage(side), library,
        town=_organisation(side, Kind.PUBLIC_LIBRARY, "Byens bibliotek", library),
        school=_organisation(side, Kind.SCHOOL_LIBRARY, "Skolens bibliotek", library),
        association=_organisation(side, Kind.ASSOCIATION, "Historielaget", library),
        funder=_organisation(side, Kind.FUNDER, "Biblioteksfondet"),
        municipality=_organisation(side, Kind.MUNICIPALITY, "Kommunen"),
        neighbour=_organisation(side, Kind.PUBLIC_LIBRARY, "Nabobyens bibliotek"),
    )
    _cast(world)
    _others(world)
    _neighbour(world)
    return world


def _cast(world: World) -> None:
    homes = {
        "adviser": world.library, "leader": world.town, "staff": world.town, "participant": world.town,
        "editor": world.library, "planner": world.library, "representative": world.association, "reader": world.funder,
    }
    for role, home in homes.items():
        person = add_person(world.side, f"{role.capitalize()} {world.side.upper()}")
        held = "staff" if role == "participant" else role
        membership = commands.give_role(organisation=home, person=person, role=held, by=SYSTEM, since=SINCE)
        world.people[role] = person
        if role == "staff":
            world.ids["membership"] = membership.pk


def _neighbour(world: World) -> None:
    """Somebody of a library that another regional library keeps: invited by name, her address is nobody's here."""
    plant = world.cage.plant
    address = f"{plant('address of somebody whom another organisation registered')}@neighbour.example"
    person = add_person(world.side, plant("name of somebody invited from another county", "adviser"), address=address)
    commands.give_role(organisation=world.neighbour, person=person, role="staff", by=SYSTEM, since=SINCE)


def _others(world: World) -> None:
    """People without a part: colleagues whose names only colleagues see, and fellow participants."""
    plant = world.cage.plant
    homes = (
        (world.library, plant("name of a colleague at the regional library", "adviser", "editor", "planner")),
        (world.town, plant("name of a colleague at the town library", "leader", "staff", "participant")),
        (world.association, plant("name of a member of the association", "representative")),
        (world.funder, plant("name of a colleague at the funder", "reader")),
    )
    for home, name in homes:
        role = {world.association: "representative", world.funder: "reader"}.get(home, "staff")
        person = add_person(world.side, name)
        commands.give_role(organisation=home, person=person, role=role, by=SYSTEM, since=SINCE)
    for number in range(1, PEERS + 1):
        name = plant("name of a fellow participant", "adviser", "participant") if number == 1 else f"Peer {number}"
        peer = add_person(world.side, name, address=f"peer{number}@{world.side}.example")
        commands.give_role(organisation=world.school, person=peer, role="staff", by=SYSTEM, since=SINCE)
        world.peers.append(peer)
