"""A method as a Word file: all of it, in real styles, and well formed whatever it says."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from django.utils import translation
from docx.oxml.ns import qn
from lxml import etree

from samskaper.areas.startkit.exports.documents import method_docx
from samskaper.editorial.texts import HEADINGS, MethodText, Source, Step
from tests.areas.startkit.leaving import hostile
from tests.areas.startkit.printing import IMPRINT, generous, method

FULL = method(
    when=("Når dere har mange forslag.",), when_not=("Når det bare er to.",), preparation=("Heng opp arkene.", "Les dem."), questions=("Hva savner du?",),
    canvas=("Gjør nå: hjelper mye", "La ligge"), one_speaks_always="Gi ordet videre.", with_5="Fem går fint.", online_intro="På nett tar det lengre tid.",
    online_steps=(Step("Vis", 5, "Vis forslagene."), Step("Velg", 10, "Alle velger.")), follow_up="Ring dem.\nDagen etter.", example_title="På øya",
    example="De valgte tre.", sources=(Source("A page", "A. Body", 2019, "https://example.org/dots"), Source("A book")),
)


def read(one: MethodText = FULL) -> Any:
    return docx.Document(io.BytesIO(method_docx(one, IMPRINT)))


def in_style(file: Any, name: str) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == name]


def test_every_section_has_a_heading_in_a_real_style() -> None:
    file = read()

    assert in_style(file, "Title") == ["Prikkavstemning"]
    named = ("when", "when_not", "materials", "preparation", "say_aloud", "steps", "questions", "canvas")
    with translation.override("nb"):
        words = {name: str(heading) for name, heading in HEADINGS.items()}
    assert in_style(file, "Heading 1")[:8] == [words[name] for name in named]
    assert in_style(file, "Heading 1")[9:12] == [words[name] for name in ("online_intro", "follow_up", "example")]
    assert in_style(file, "Heading 2") == [*(words[name] for name in ("nobody_speaks", "one_speaks_always", "with_5")), "På øya"]


def test_every_list_counts_from_one() -> None:
    numbered = [paragraph for paragraph in read().paragraphs if paragraph.style.name == "List Number"]
    lists = [paragraph._p.pPr.numPr.numId.val for paragraph in numbered]

    assert [paragraph.text[:4] for paragraph in numbered] == ["Heng", "Les ", "Hør ", "Velg", "Vis ", "Velg"]
    assert len(set(lists)) == 3
    numbering = read().part.numbering_part.element
    for number in set(lists):
        assert numbering.num_having_numId(number).xpath("./w:lvlOverride/w:startOverride/@w:val") == ["1"]


def test_steps_say_their_minutes() -> None:
    assert "Hør (10 min). Alle hører." in in_style(read(), "List Number")


@pytest.mark.parametrize(("language", "code"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("da", "da-DK"), ("en", "en-GB")])
def test_the_file_is_in_its_language(language: str, code: str) -> None:
    file = read(method(language=language))

    assert {tag.get(qn("w:val")) for tag in file.styles.element.iter(qn("w:lang"))} == {code}
    assert file.core_properties.language == code


def test_it_says_what_it_is_and_whose() -> None:
    told = read().core_properties

    assert (told.title, told.comments) == ("Prikkavstemning", "CC BY 4.0")
    assert "Strandfjell fylkesbibliotek" in told.author
    assert told.created.date().isoformat() == "2026-11-01"


def test_pictures_have_words() -> None:
    shapes = read().inline_shapes

    assert [shape._inline.docPr.get("descr")[:11] for shape in shapes] == ["To snakker.", "QR-kode med"]
    assert all(shape.width < 162 * 36_000 for shape in shapes)


def test_links_lead_to_the_edition_the_sources_and_the_licence() -> None:
    file = read()

    targets = [relation.target_ref for relation in file.part.rels.values() if relation.reltype.endswith("/hyperlink")]
    assert targets[0] == "https://example.org/dots"
    assert targets[1].endswith("/nb/kit/2/dot-voting/")
    assert targets[2] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("one", [FULL, generous(40), hostile().methods[0], method()], ids=["full", "generous", "hostile", "short"])
def test_every_part_is_well_formed_and_names_styles_that_are_there(one: MethodText) -> None:
    content = method_docx(one, IMPRINT)

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))
        body = etree.fromstring(packed.read("word/document.xml"))
        styles = set(etree.fromstring(packed.read("word/styles.xml")).xpath("//@w:styleId", namespaces=body.nsmap))
    used = set(body.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val", namespaces=body.nsmap))
    assert used
    assert used <= styles


def test_a_method_that_says_little_has_no_empty_headings() -> None:
    file = read(method(nobody_speaks="", example="", sources=(), say_aloud="", materials=(), influence_words=""))
    words = [paragraph for paragraph in file.paragraphs if paragraph.text or paragraph._p.xpath(".//w:drawing")]

    assert len(in_style(file, "Heading 1")) == 2  # how it is done, and how it went
    assert len(words) == len(file.paragraphs)
