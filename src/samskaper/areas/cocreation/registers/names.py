"""Names in decent letters: registers shout «HISTORIELAGET I ALVDAL», people write «Historielaget i Alvdal»."""

from __future__ import annotations

import re

SMALL = frozenset({
    "av", "de", "den", "det", "et", "en", "for", "fra", "i", "innen", "med", "mellom", "mot", "ned", "og", "om", "opp", "over", "på",
    "samt", "som", "til", "under", "uten", "ved",
})
LOUD = frozenset({
    "AL", "AS", "ASA", "BA", "BIL", "BK", "BMIL", "BUL", "DA", "DNT", "DNTO", "DPS", "FAU", "FIL", "FK", "FUB", "GIL", "HBK", "IF", "IK",
    "IL", "IOGT", "JK", "KFUK", "KFUM", "KIL", "KK", "KL", "LA", "LAP", "LHL", "LO", "MC", "MCK", "MS", "NAF", "NKF", "NM", "NMK", "NOR",
    "NRK", "NTL", "OIF", "OK", "RK", "SA", "SB", "SBK", "SF", "SFO", "SK", "SIL", "TIL", "TK", "UIF", "UIL", "UL", "USA", "UVK", "VBK",
    "VIL", "YS", "ØIF", "ÅIF",
})
COMMON = (  # what an association is, as opposed to where: small in running text when it is not the first word
    "avdeling", "avdelingen", "barnehage", "bygdekvinnelag", "forbund", "forbundet", "forening", "foreningen", "fond", "fritidsklubb", "gruppe",
    "gruppen", "historielag", "hjelpekorps", "husflidslag", "idrettslag", "idrettsforening", "kjøkkenhage", "klubb", "klubben", "krets",
    "lag", "laget", "lokallag", "musikkorps", "mannskor", "museum", "sanitetsforening", "sjakklubb", "skolekorps", "speidergruppe", "songlag", "stiftelse",
    "teaterlag", "ungdomslag", "velforening", "venneforening", "venner", "frivilligsentral", "damekor", "kor", "blandakor", "komite", "komiteen", "samfunnshus",
)
MONTHS = frozenset({
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
})
PLACES = ("trøndelag", "frostatingslag", "gulatingslag")  # end like an association, and are places
_PART = re.compile(r"[^\W\d_]+(?:['’´`][^\W\d_]+)*", re.UNICODE)
_VOWELS = frozenset("AEIOUYÆØÅÁÉÓÖÄÜÈÊÔ")
_ROMAN = re.compile(r"^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")


def decent(name: str) -> str:
    """Return the name as people would write it. One that has small letters already stays as it is."""
    name = " ".join(name.split())
    return name if any(sign.islower() for sign in name) else " ".join(_word(word, first=not number) for number, word in enumerate(name.split(" ")))


def _word(word: str, *, first: bool) -> str:
    if any(sign.isdigit() for sign in word):  # «4H», «17. MAI-KOMITEEN» keep their signs; the words of the latter are found below
        return _PART.sub(lambda part: part[0] if len(part[0]) < 3 else _cased(part[0], first=False), word)
    inner = iter(range(99))
    return _PART.sub(lambda part: _cased(part[0], first=first and not next(inner)), word)


def _cased(part: str, *, first: bool) -> str:
    small = part.lower()
    if part in LOUD or (_ROMAN.match(part) and len(part) > 1) or (len(part) > 1 and not set(part) & _VOWELS):
        return part
    if not first and (small in SMALL or small in MONTHS or (small.endswith(COMMON) and small not in PLACES)):
        return small
    return part[0] + part[1:].lower()
