"""A package for learning platforms: SCORM 1.2, of the Advanced Distributed Learning initiative (2001). One SCO per method."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.startkit.exports.leaves import (
    INTRODUCTION,
    Place,
    house,
    introduction_leaf,
    method_leaf,
    pictures,
    read_me,
)
from samskaper.areas.startkit.exports.zips import Files
from samskaper.areas.startkit.queries.packages import found
from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.areas.startkit.rules.leaving import file_name
from samskaper.editorial import licence

CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ABOUT = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
RUNNING = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"
DEFINITIONS = {CONTENT: "imscp_rootv1p1p2.xsd", ABOUT: "imsmd_rootv1p2p1.xsd", RUNNING: "adlcp_rootv1p2.xsd"}
LONGEST_TITLE = 200  # signs, by the definition
SHARED = "shared"
SHORT = {"": CONTENT, "imsmd": ABOUT, "adlcp": RUNNING, "xsi": INSTANCE}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def scorm(volume: Volume) -> Files:
    """Return the files of a package: a page for each method (and the introduction), what they share, and the manifest that lists them."""
    place = Place(script="sco")
    pages = {f"{file_name(method.key)}.html": method_leaf(volume, method, place) for method in volume.methods}
    if volume.introduction:
        pages[f"{INTRODUCTION}.html"] = introduction_leaf(volume, place)
    shared = house("sco") | pictures(volume) | {"README.txt": read_me([volume], "scorm")}
    definitions = {name: found(f"ui/package/scorm/{name}").read_bytes() for name in (*DEFINITIONS.values(), "ims_xml.xsd")}
    return pages | shared | definitions | {"imsmanifest.xml": manifest(volume, sorted(shared))}


def manifest(volume: Volume, shared: list[str]) -> bytes:
    """Return imsmanifest.xml: what the package is called, its pages in their order, and the files of each."""
    name = f"kit-{volume.edition}-{volume.language}{f'-{file_name(volume.key)}' if volume.key else ''}"
    top = xml.Element(_in(CONTENT, "manifest"), {"identifier": name, "version": str(volume.edition)})
    top.set(_in(INSTANCE, "schemaLocation"), " ".join(f"{space} {file}" for space, file in DEFINITIONS.items()))
    with translation.override(volume.language):
        title = volume.title or _("Starter kit in co-creation")
        _about(top, volume, title)
        _order(top, volume, title)
    _files(top, volume, shared)
    xml.indent(top)
    for short, space in SHORT.items():  # each time: the register belongs to all, and other libraries take the empty prefix too
        xml.register_namespace(short, space)
    return bytes(xml.tostring(top, encoding="utf-8", xml_declaration=True))


def _about(top: xml.Element, volume: Volume, title: str) -> None:
    metadata = _add(top, "metadata")
    _add(metadata, "schema", "ADL SCORM")
    _add(metadata, "schemaversion", "1.2")
    whole = xml.SubElement(metadata, _in(ABOUT, "lom"))
    general = xml.SubElement(whole, _in(ABOUT, "general"))
    _said(general, "title", title, volume.language)
    xml.SubElement(general, _in(ABOUT, "language")).text = volume.language
    purpose = volume.methods[0].purpose if volume.key else ""
    if purpose:
        _said(general, "description", purpose, volume.language)
    life = xml.SubElement(whole, _in(ABOUT, "lifecycle"))
    _said(life, "version", str(volume.edition), volume.language)
    rights = xml.SubElement(whole, _in(ABOUT, "rights"))
    for word, value in (("cost", "no"), ("copyrightandotherrestrictions", "yes")):
        one = xml.SubElement(rights, _in(ABOUT, word))
        _said(one, "source", "LOMv1.0", "x-none")
        _said(one, "value", value, "x-none")
    _said(rights, "description", f"{licence.NAME} {licence.ADDRESS}. {volume.credit}", volume.language)


def _order(top: xml.Element, volume: Volume, title: str) -> None:
    organisations = _add(top, "organizations", default="order")
    order = _add(organisations, "organization", identifier="order")
    _add(order, "title", title)
    if volume.introduction:
        _item(order, INTRODUCTION, volume.introduction.title)
    if volume.key:
        _item(order, file_name(volume.key), volume.title)
        return
    for number, (phase, methods) in enumerate(volume.phases, start=1):
        group = _add(order, "item", identifier=f"phase-{number}")
        _add(group, "title", phase)
        for method in methods:
            _item(group, file_name(method.key), method.title)


def _item(within: xml.Element, name: str, title: str) -> None:
    item = _add(within, "item", identifier=f"item-{name}", identifierref=f"page-{name}", isvisible="true")
    _add(item, "title", title)


def _files(top: xml.Element, volume: Volume, shared: list[str]) -> None:
    resources = _add(top, "resources")
    names = [INTRODUCTION] if volume.introduction else []
    for name in (*names, *(file_name(method.key) for method in volume.methods)):
        page = _add(resources, "resource", identifier=f"page-{name}", type="webcontent", href=f"{name}.html")
        page.set(_in(RUNNING, "scormtype"), "sco")
        _add(page, "file", href=f"{name}.html")
        _add(page, "dependency", identifierref=SHARED)
    rest = _add(resources, "resource", identifier=SHARED, type="webcontent")
    rest.set(_in(RUNNING, "scormtype"), "asset")
    for file in shared:
        _add(rest, "file", href=file)


def _add(within: xml.Element, tag: str, text: str = "", **said: str) -> xml.Element:
    one = xml.SubElement(within, _in(CONTENT, tag), said)
    if text:
        one.text = _plain(text)[:LONGEST_TITLE]
    return one


def _said(within: xml.Element, tag: str, text: str, language: str) -> None:
    one = xml.SubElement(xml.SubElement(within, _in(ABOUT, tag)), _in(ABOUT, "langstring"), {_in(XML, "lang"): language})
    one.text = _plain(text)


def _in(space: str, tag: str) -> str:
    return f"{{{space}}}{tag}"


def _plain(text: str) -> str:
    """Return the text without the signs that XML cannot hold."""
    return _NOT_XML.sub("", " ".join(text.split()))
