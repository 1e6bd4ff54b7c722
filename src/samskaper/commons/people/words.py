"""What things are called in each country: a county library in Norway is a central library in Denmark."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KIND_WORDS: dict[tuple[str, str], Promise] = {
    ("regional_library", "NO"): pgettext_lazy("Norway", "County library"),
    ("regional_library", "DK"): pgettext_lazy("Denmark", "Central library"),
    ("public_library", "NO"): pgettext_lazy("Norway", "Public library"),
    ("public_library", "DK"): pgettext_lazy("Denmark", "Public library"),
    ("school_library", "NO"): pgettext_lazy("Norway", "School library"),
    ("school_library", "DK"): pgettext_lazy("Denmark", "School library"),
    ("municipality", "NO"): pgettext_lazy("Norway", "Municipality"),
    ("municipality", "DK"): pgettext_lazy("Denmark", "Municipality"),
}
COUNTY_WORDS: dict[str, Promise] = {"NO": pgettext_lazy("Norway", "County"), "DK": pgettext_lazy("Denmark", "Region")}
MUNICIPALITY_WORDS: dict[str, Promise] = {
    "NO": pgettext_lazy("Norway", "Municipality"),
    "DK": pgettext_lazy("Denmark", "Municipality"),
}
NUMBER_WORDS: dict[str, Promise] = {
    "NO": pgettext_lazy("Norway", "Organisation number"),
    "DK": pgettext_lazy("Denmark", "CVR number"),
}
KIND_NOTES: dict[str, Promise] = {
    "regional_library": _("Runs course series for the libraries of its county or region."),
    "public_library": _("The library of a municipality, or a branch of it."),
    "school_library": _("The library of a school."),
    "municipality": _("The municipality itself: its plans, its leaders."),
    "association": _("A registered association, club or congregation."),
    "informal_group": _("Neighbours, a choir without statutes, a reading circle."),
    "company": _("A shop, a firm or a farm that takes part."),
    "funder": _("Gives money and reads how it goes."),
}


def kind_word(kind: str, country: str, fallback: Promise | str = "") -> str:
    """Return what a kind of organisation is called in its country, in the language on screen."""
    return str(KIND_WORDS.get((kind, country), fallback))


def county_word(country: str) -> str:
    """Return what a county is called in this country."""
    return str(COUNTY_WORDS[country])


def municipality_word(country: str) -> str:
    """Return what a municipality is called in this country."""
    return str(MUNICIPALITY_WORDS[country])


def number_word(country: str) -> str:
    """Return what the number in the country's unit register is called."""
    return str(NUMBER_WORDS[country])
