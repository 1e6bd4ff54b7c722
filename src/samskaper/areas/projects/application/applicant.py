"""Who applies: the institution, its leader, the contact person."""

from collections.abc import Sequence

from . import labels as words
from .labels import Part
from .lines import Labels, Ledger, Line
from .parts import Parts
from .shape import Applicant, Person

_INSTITUTION = Labels(words.APPLICANT_LABELS)
_PERSON = Labels(words.PERSON_LABELS)
_QUESTION = Labels(words.LEADER_QUESTION)
_WRAPPED = 3


def read_applicant(parts: Parts, ledger: Ledger) -> Applicant:
    """The applicant; fields that are missing stay empty."""
    fields = _fields(parts.of(Part.APPLICANT), _INSTITUTION, "applicant", ledger)
    asked = _leader_is_contact(parts, ledger)
    people = {
        part: _person(_fields(parts.of(part), _PERSON, part.value, ledger)) for part in (Part.LEADER, Part.CONTACT)
    }
    return Applicant(**fields, leader=people[Part.LEADER], contact=people[Part.CONTACT], leader_is_contact=asked)


def _fields(lines: Sequence[Line], labels: Labels, owner: str, ledger: Ledger) -> dict[str, str]:
    """Values by label; a value may stand on the line after its label."""
    fields: dict[str, str] = {}
    waiting = ""
    for line in lines:
        if found := labels.read("\t".join(line.cells)):
            key, value = found
            fields[key] = fields.get(key) or value.replace("\t", " ")
            waiting = "" if value else key
        elif waiting:
            fields[waiting], waiting = line.text, ""
        else:
            continue
        ledger.claim(owner, line.number)
    return fields


def _person(fields: dict[str, str]) -> Person:
    name = f"{fields.get('first', '')} {fields.get('last', '')}".strip()
    return Person(name, fields.get("phone", ""), fields.get("email", ""))


def _leader_is_contact(parts: Parts, ledger: Ledger) -> bool | None:
    """The question whether the leader is the contact person, often broken over two lines."""
    for part in (Part.LEADER, Part.CONTACT, Part.APPLICANT):
        lines = parts.of(part)
        for at, line in enumerate(lines):
            if not line.text.casefold().startswith("er "):
                continue
            for size in range(1, _WRAPPED + 1):
                found = _QUESTION.read(" ".join(part.text for part in lines[at : at + size]))
                answer = found[1].casefold() if found else ""
                if answer in words.YES | words.NO:
                    ledger.claim("leader is contact", *(part.number for part in lines[at : at + size]))
                    return answer in words.YES
    return None
