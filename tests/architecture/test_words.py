"""No language leaks into another: forms that are wrong in a language are looked for in every text of it.

The lists hold only forms that are right in no sentence of the language, so nothing needs an exception.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from babel.messages.pofile import read_po

from tests.architecture.house import SOURCE, listed

ENGLISH = "the and with your this that from what which when there their they would should every"
BOKMAL = (
    "jeg hun hvem hva hvor hvordan hvorfor hvilken hvilke hvis ikke noe noen ble fra mye flere gjøre gjør uke uker uka måneder "
    "sammen trenger fortsatt selv ønsker vises brukes sendes lagres endres slettes muligheter deltaker deltakere leder lederen "
    "ansatte rådgiver rådgivere innhold innbygger kommer sier"
)
NYNORSK = (
    "ikkje eg kva kven korleis kvifor frå noko nokon vere gjere mykje fleire vart vorte eit sjølv veke veker treng framleis "
    "deltakar deltakarar leiar tilsette innhald seier kjem òg dykk dykkar nokre høyrer"
)
NORWEGIAN = (
    "noe noen hva uker uka påmelding påmeldte påmeldt gjennomføre gjennomført gjennomfører deltaker deltakere ansatt ansatte "
    "nettleser nettleseren skjema skjemaet lenke lenken innhold rekke kursrekke kursrekka utgave tilbakemelding spørsmål "
    "gjøre gjør vært oppmøte utenfor trenger ble blitt kveld uke"
)
DANISH = "jeres nogen noget gennemføre tilmelding deltager deltagere uge uger blive blevet udfyld hvad"
NEVER = {
    "nb": frozenset(f"{ENGLISH} {NYNORSK} {DANISH}".split()),
    "nn": frozenset(f"{ENGLISH} {BOKMAL} {DANISH}".split()),
    "da": frozenset(f"{ENGLISH} {NYNORSK} {NORWEGIAN}".split()),
    "en": frozenset(f"{BOKMAL} {NYNORSK} {NORWEGIAN} {DANISH}".split()),
}
NO_WORDS = re.compile(r"%\(\w+\)[sd]|<[^>]*>|https?://\S+|\w+[.@]\w+[\w.]*")  # placeholders, tags, addresses and files
WORDS = re.compile(r"[^\W\d_]+")


def of_screens(language: str) -> Iterator[str]:
    """Every text of the catalogues; English is what the sources say themselves."""
    for path in sorted(SOURCE.rglob(f"locale/{'nb' if language == 'en' else language}/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                said = message.id if language == "en" else message.string
                yield from [said] if isinstance(said, str) else said


def of_pages(found: Any) -> Iterator[str]:
    """Every text of the editors' first pages."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for part in found.values() if isinstance(found, dict) else found:
            yield from of_pages(part)


@pytest.mark.parametrize("language", sorted(NEVER))
def test_no_form_of_another_language_stands_in_a_text(language: str) -> None:
    pages = json.loads((SOURCE / f"editorial/content/{language}.json").read_text())
    texts = [*of_screens(language), *of_pages(pages)]

    leaks = [
        f"{word}: {text}" for text in texts for word in sorted(set(WORDS.findall(NO_WORDS.sub(" ", text).lower())) & NEVER[language])
    ]

    assert len(texts) > 2000
    assert not leaks, listed(leaks)


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_quotes_are_those_of_the_language(language: str) -> None:
    wrong = [text for text in of_screens(language) if "“" in text or "”" in text]

    assert not wrong, listed(wrong)
