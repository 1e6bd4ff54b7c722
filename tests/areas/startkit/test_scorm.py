"""The package for learning platforms, checked against the definitions of ADL and IMS."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from django.conf import settings
from lxml import etree

from samskaper.areas.startkit.exports.packages import packed
from samskaper.areas.startkit.exports.scorm import manifest, scorm
from samskaper.areas.startkit.queries.editions import find
from samskaper.areas.startkit.queries.packages import Form, package
from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.areas.startkit.queries.volumes import volume as of_edition
from samskaper.editorial.commands.kit import keys
from tests.areas.startkit.leaving import (
    DEFINITIONS,
    HOSTILE,
    INTRODUCTION,
    METHOD,
    definition,
    hostile,
    lost_links,
    seen,
    unpacked,
    volume,
)

LANGUAGES = [code for code, _name in settings.LANGUAGES]
IN = {"c": "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "m": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"}
TYPE = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype"


def checked(files: dict[str, bytes]) -> etree._Element:
    """Return the manifest, which is valid and names every page and every shared file of the package, and no other."""
    top = etree.fromstring(files["imsmanifest.xml"])
    definition().assertValid(top)
    named = {one.get("href") for one in top.iterfind(".//c:file", IN)}
    around = {"imsmanifest.xml", *(file.name for file in DEFINITIONS.glob("*.xsd"))}
    assert named == set(files) - around and around <= set(files)
    return top


def test_the_definitions_refuse_what_is_wrong() -> None:
    """A check that checks nothing would be green here too."""
    right = scorm(volume())["imsmanifest.xml"]

    for words, instead in ((b'identifier="order"', b""), (b"resources>", b"resource>"), (b"<schema>ADL SCORM</schema>", b"<schema><b/></schema>")):
        assert right != right.replace(words, instead) and not definition().validate(etree.fromstring(right.replace(words, instead)))


@pytest.mark.django_db
@pytest.mark.parametrize(("edition", "language"), [*itertools.product((1, 2), LANGUAGES)])
def test_the_whole_kit_of_each_edition_is_a_valid_package(edition: int, language: str) -> None:
    whole = of_edition(_edition(edition), language)
    assert whole is not None

    top = checked(unpacked(packed(package(Form.SCORM, (whole,)), bytes)))

    assert len(top.findall(".//c:item[@identifierref]", IN)) == len(whole.methods) + bool(whole.introduction) >= (9, 14)[edition - 1]
    assert {one.get(TYPE) for one in top.iterfind(".//c:resource[@href]", IN)} == {"sco"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_is_a_valid_package(language: str) -> None:
    found = [of_edition(_edition(2), language, key) for key in keys()]

    tops = [checked(scorm(one)) for one in found if one]

    assert len(tops) == 14
    assert all(len(top.findall(".//c:item", IN)) == 1 for top in tops)


def test_no_link_leads_out_of_the_package() -> None:
    files = scorm(volume(introduction=INTRODUCTION))

    assert lost_links(files) == []
    assert "introduction.html" in files and b'src="house/sco.js"' in files["introduction.html"]


def test_pieces_of_a_course_do_not_lead_to_each_other() -> None:
    """A learning platform opens them; a piece that opened another would take it out of the count."""
    files = scorm(volume(introduction=INTRODUCTION))

    assert not [link for page in (files["dot-voting.html"], files["introduction.html"]) for link in seen(page).links if link.endswith(".html")]


def test_hostile_words_stay_words() -> None:
    files = scorm(hostile())

    top = checked(files)
    page = seen(files["dot-voting.html"])
    assert page.tags.count("script") == 1 and "b" not in page.tags
    assert any("</script><script>alert(1)</script>" in words for words in page.words)
    assert "{{ 7 }} {% now %}" in top.findtext(".//c:item/c:title", namespaces=IN)
    assert "]]>" in top.findtext(".//c:item/c:title", namespaces=IN) and "\x07" not in etree.tostring(top, encoding="unicode")


@pytest.mark.parametrize("title", [HOSTILE, "🧶" * 300, "a" * 4000, "\ud7ff\ufffe\x00x", " "])
def test_any_title_makes_a_valid_manifest(title: str) -> None:
    definition().assertValid(etree.fromstring(manifest(volume("dot-voting", title=title, purpose=title), ["house/package.css"])))


def test_licence_credit_and_language_stand_in_the_manifest() -> None:
    top = checked(scorm(volume("dot-voting", language="nn")))

    rights = top.findtext(".//m:rights/m:description/m:langstring", namespaces=IN)
    assert "https://creativecommons.org/licenses/by/4.0/" in rights and "Fylkesbiblioteket" in rights
    assert top.findtext(".//m:general/m:language", namespaces=IN) == "nn"
    assert top.get("version") == "2"


def test_methods_stand_in_their_phases() -> None:
    top = checked(scorm(Volume(2, "nb", "", (METHOD, replace(METHOD, key="talk", phase="share")))))

    assert [one.text for one in top.iterfind(".//c:organization/c:item/c:title", IN)] == ["Velge", "Lære og dele"]


def _edition(number: int):  # type: ignore[no-untyped-def]
    found = find(number)
    assert found is not None
    return found
