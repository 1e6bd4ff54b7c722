"""Answers in the shape that the registers document. The associations are invented."""

from __future__ import annotations

from typing import Any

HOME = "https://data.brreg.no"


def checked(stem: int) -> str:
    """Return an organisation number that begins with this stem of eight digits; the next stem that has one, if it has none."""
    while True:
        digits = f"{stem:08d}"
        rest = sum(int(digit) * weight for digit, weight in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        if rest != 1:
            return f"{digits}{(11 - rest) % 11}"
        stem += 1


def unit(number: str, name: str = "HISTORIELAGET I TVERRDAL", *, form: str = "FLI", municipality: str = "3428", **other: Any) -> dict[str, Any]:
    """Return a unit of the unit register, with all that we do not take."""
    address = {
        "land": "Norge", "landkode": "NO", "postnummer": "2560", "poststed": "TVERRDAL", "adresse": ["c/o Kari Nordmann", "Hemmeligveien 1"],
        "kommune": "TVERRDAL", "kommunenummer": municipality,
    }
    return {
        "organisasjonsnummer": number, "navn": name,
        "organisasjonsform": {"kode": form, "beskrivelse": "Forening/lag/innretning", "_links": {"self": {"href": f"{HOME}/x"}}},
        "hjemmeside": "www.hemmelig.example", "epostadresse": "kari@hemmelig.example", "telefon": "62 00 00 00", "mobil": "900 00 000",
        "postadresse": address, "registreringsdatoEnhetsregisteret": "1998-02-14", "registrertIMvaregisteret": False,
        "naeringskode1": {"kode": "94.910", "beskrivelse": "Aktiviteter i religiøse organisasjoner"}, "harRegistrertAntallAnsatte": False,
        "forretningsadresse": address, "stiftelsesdato": "1974-01-01", "institusjonellSektorkode": {"kode": "7000", "beskrivelse": "Ideelle"},
        "registrertIForetaksregisteret": False, "registrertIStiftelsesregisteret": False, "registrertIFrivillighetsregisteret": True,
        "konkurs": False, "underAvvikling": False, "underTvangsavviklingEllerTvangsopplosning": False, "maalform": "Bokmål",
        "aktivitet": ["Hemmelig virke"], "respons_klasse": "Enhet", "_links": {"self": {"href": f"{HOME}/enhetsregisteret/api/enheter/{number}"}},
        **other,
    }


def deleted(number: str) -> dict[str, Any]:
    """Return a unit that has been deleted, as the register answers for its number."""
    return {
        "organisasjonsnummer": number, "navn": "HISTORIELAGET I TVERRDAL", "organisasjonsform": {"kode": "FLI", "beskrivelse": "Forening/lag/innretning"},
        "slettedato": "2026-01-05", "respons_klasse": "SlettetEnhet", "_links": {"self": {"href": f"{HOME}/x"}},
    }


def page(units: list[dict[str, Any]], *, number: int = 0, size: int = 200, total: int | None = None) -> dict[str, Any]:
    """Return a page of units. Without any there is no `_embedded` at all."""
    count = len(units) if total is None else total
    found: dict[str, Any] = {
        "_links": {"self": {"href": f"{HOME}/enhetsregisteret/api/enheter?page={number}&size={size}"}},
        "page": {"size": size, "totalElements": count, "totalPages": -(-count // size), "number": number},
    }
    return {"_embedded": {"enheter": units}, **found} if units else found


def voluntary(number: str, *, status: str = "REGISTRERT", **other: Any) -> dict[str, Any]:
    """Return an entry of the register of voluntary organisations, with all that we do not take."""
    return {
        "organisasjonsnummer": number, "frivilligOrganisasjonsstatus": status, "kontonummer": "12345678901", "innfoertDato": "2012-03-01",
        "grasrotandel": {"deltarI": True}, "vedtekter": {"frivilligRegistrerteVedtekter": True},
        "icnpoKategorier": [{"icnpoNummer": "10100", "kategori": "ICNPOKategori.trosOgLivssynsorganisasjoner", "rekkefoelge": 1}], "paategninger": [], **other,
    }


def voluntary_page(entries: list[dict[str, Any]], *, after: str = "") -> dict[str, Any]:
    """Return a page of that register: no numbers of pages, only after which organisation the next one begins."""
    path = f"{HOME}/frivillighetsregisteret/api/frivillige-organisasjoner?size=100"
    links = {"self": {"href": path}, **({"next": {"href": f"{path}&searchAfter={after}"}} if after else {})}
    return {"_embedded": {"frivilligeOrganisasjoner": entries}, "_links": links}
