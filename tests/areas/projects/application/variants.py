"""The real application, and other applications made of it: ten ways in which forms differ."""

from __future__ import annotations

import re
from pathlib import Path

SAMPLE = (Path(__file__).parent / "samples" / "application-2022.txt").read_text(encoding="utf-8")
"""As it left the funder's form in 2022; persons replaced."""

PARTS = (
    "Søker",
    "Prosjekttittel",
    "Mål",
    "Prosjektbeskrivelse",
    "Framdriftsplan",
    "Budsjett",
    "Samarbeidspartnere",
    "Vedlegg",
)
_PARTNERS = ("Rogaland", "Vestfold og Telemark", "Troms og Finnmark", "Viken")


def part(heading: str) -> str:
    """One part of the sample with its heading."""
    starts = {name: re.search(rf"^{name}$", SAMPLE, re.MULTILINE) for name in PARTS}
    begin = starts[heading]
    assert begin
    later = [match.start() for match in starts.values() if match and match.start() > begin.start()]
    return SAMPLE[begin.start() : min(later, default=len(SAMPLE))]


def in_order(*headings: str) -> str:
    """The named parts of the sample, in this order."""
    return "\n".join(part(heading) for heading in headings)


def other_order() -> str:
    """Partners and budget first, the goals last."""
    return in_order(*reversed(PARTS))


def three_years() -> str:
    """The budget of the sample for each of three years, and «treårig»."""
    budget = part("Budsjett")
    years = budget[budget.index("1. prosjektår") :]
    years, _, total = years.partition("Totalt\n")
    said = "".join(years.replace("1. prosjektår", f"{year}. prosjektår") for year in (1, 2, 3))
    return SAMPLE.replace(budget, f"Budsjett\n\n{said}Totalt\n{total}").replace("Ettårig", "Treårig")


def no_partners() -> str:
    """The same project alone."""
    return SAMPLE.replace(part("Samarbeidspartnere"), "Samarbeidspartnere\n\nHar du samarbeidspartner(e)?\tNei\n\n")


def lettered() -> str:
    """Main goals A and B; sub-goals a, b, … from the start under each."""
    letters = "abcdef"
    text = re.sub(r"hovedmål ([12])", lambda m: f"hovedmål {'AB'[int(m[1]) - 1]}", SAMPLE)
    text = re.sub(r"Hovedmål ([12])", lambda m: f"Hovedmål {'AB'[int(m[1]) - 1]}", text)
    goals, plan, rest = text.partition("Framdriftsplan")
    goals = re.sub(
        r"^Delmål:? [12]\.([1-6]):", lambda m: f"Delmål {letters[int(m[1]) - 1]}:", goals, flags=re.MULTILINE
    )

    def full(match: re.Match[str]) -> str:
        return f"{'AB'[int(match[1]) - 1]}.{letters[int(match[2]) - 1]}"

    rest = re.sub(r"(?<=\s)([12])\.([1-6])(?=[: ])", full, rest)
    return goals + plan + rest


NYNORSK = {
    "Søker\n": "Søkjar\n",
    "Institusjonsopplysninger": "Institusjonsopplysningar",
    "Institusjonsnavn": "Institusjonsnamn",
    "Poststed": "Poststad",
    "Institusjonens leder": "Institusjonens leiar",
    "institusjonens leder": "institusjonens leiar",
    "Fornavn": "Førenamn",
    "Etternavn": "Etternamn",
    "Velg søknadstype": "Vel søknadstype",
    "Innsatsområder": "Innsatsområde",
    "Beskriv prosjektet": "Skildr prosjektet",
    "Prosjektets formål:": "Føremål:",
    "Hovedmål": "Hovudmål",
    "hovedmål": "hovudmål",
    "Prosjektbeskrivelse": "Prosjektskildring",
    "BAKGRUNN": "BAKGRUNN",
    "Beskrivelse\t": "Beskriving\t",
    "Fra dato": "Frå dato",
    "Aktivitetsplan for prosjektet": "Aktivitetsplan for prosjektet",
    "Andre opplysninger": "Andre opplysningar",
    "opplysningar/kommentarer": "opplysningar/kommentarar",
    "Søknadsbeløp fra": "Søknadsbeløp frå",
    "bekreftet tilskudd": "stadfesta tilskot",
    "Bekreftet tilskudd": "Stadfesta tilskot",
    "Egenandel": "Eigendel",
    "Ettårig": "Eittårig",
    "Samarbeidspartnere": "Samarbeidspartnarar",
    "samarbeidspartner(e)": "samarbeidspartnar(ar)",
    "Navn\t": "Namn\t",
    "Beskriv samarbeidet": "Skildr samarbeidet",
    "Sammendrag og innsending": "Samandrag og innsending",
    "Nei": "Nei",
    "Delmål 2.3 og 2.4:": "Delmåla 2.3 og 2.4:",
}


def nynorsk() -> str:
    """The labels and prefixes in nynorsk."""
    text = SAMPLE
    for bokmaal, nynorsk in NYNORSK.items():
        assert bokmaal in text, bokmaal
        text = text.replace(bokmaal, nynorsk)
    return text


def broken_over_pages() -> str:
    """Pages of 55 lines with a running header and a page number inside the tables."""
    lines = SAMPLE.split("\n")
    pages = [lines[at : at + 55] for at in range(0, len(lines), 55)]
    return "\n".join(
        line
        for number, page in enumerate(pages, start=1)
        for line in (*page, f"Side {number} av {len(pages)}", "Søknad om prosjekt- og utviklingsmidler", "")
    )


def two_in_one_line() -> str:
    """Pairs of goals on one line, with nothing but a space between them."""
    text = SAMPLE.replace("utfordringer sammen.\n\nHovedmål 2:", "utfordringer sammen. Hovedmål 2:")
    text = text.replace("i samskaping.\n\nDelmål 1.2:", "i samskaping. Delmål 1.2:")
    return text.replace("testet kurset.\n\nDelmål 2.2:", "testet kurset. Delmål 2.2:")


def eighty_activities() -> str:
    """51 more rows in the activity plan."""
    more = "".join(
        f"Beskrivelse\tDelmål {1 + n % 2}.{1 + n % 5}: Aktivitet nummer {n} er gjennomført.\n"
        f"Aktivitetsperiode\t\nFra dato\t{1 + n % 28:02}.{1 + n % 12:02}.2022\n"
        f"Til dato\t{1 + n % 28:02}.{1 + n % 12:02}.2023\n"
        for n in range(51)
    )
    return SAMPLE.replace("Andre opplysninger\n", f"{more}\nAndre opplysninger\n")


def first_half() -> str:
    """Cut in the middle of a row of the activity plan."""
    return SAMPLE[: SAMPLE.index("Til dato\t22.09.2022")]


def second_half() -> str:
    """What was left, without any heading over the activities."""
    return SAMPLE[SAMPLE.index("Til dato\t22.09.2022") :]


def windows() -> bytes:
    """Latin-1 with Windows line ends; dashes and bullets that Latin-1 has not are Windows' own."""
    return SAMPLE.replace("\n", "\r\n").encode("cp1252")


def without_tabs() -> str:
    """Copied out of a viewer that turns tabs into spaces and drops the underlines."""
    lines = (line.replace("\t", " ") for line in SAMPLE.split("\n") if not re.fullmatch(r"-+\t-+", line))
    return "\n".join(line.rstrip() for line in lines)


def colons_for_tabs() -> str:
    """«Label: value», as in a mail."""
    lines = (line for line in SAMPLE.split("\n") if not re.fullmatch(r"-+\t-+", line))
    return "\n".join(line.replace("\t", ": ") for line in lines)


def values_below() -> str:
    """Every value on the line below its label."""
    lines = (line for line in SAMPLE.split("\n") if not re.fullmatch(r"-+\t-+", line))
    return "\n".join(line.replace("\t", "\n").rstrip() for line in lines)


def in_pipes() -> str:
    """Tables as Markdown has them."""
    return re.sub(r"^(.+)\t(.*)$", r"| \1 | \2 |", SAMPLE, flags=re.MULTILINE)


def hard_wrapped(width: int = 90) -> str:
    """The running text with a line end every so many signs."""
    import textwrap

    lines = (
        [line] if len(line) <= width or "\t" in line else textwrap.wrap(line, width, break_on_hyphens=False)
        for line in SAMPLE.split("\n")
    )
    return "\n".join(line for some in lines for line in some)


def two_columns_of_dates() -> str:
    """One row per activity: text, from, to; one row per budget line: text, amount."""
    rows = re.compile(
        r"Beskrivelse\t(?P<text>.*)\n(?:-+\t-+\n)?\s*Aktivitetsperiode\t?\s*\n\s*"
        r"Fra dato\t(?P<a>\S+)\n(?:-+\t-+\n)?\s*Til dato\t(?P<b>\S+)\n(?:-+\t-+\n)?\s*"
    )
    text = rows.sub(r"\g<text>\t\g<a>\t\g<b>\n", SAMPLE)
    text = text.replace(
        "Aktivitetsplan for prosjektet\n", "Aktivitetsplan for prosjektet\n\nBeskrivelse\tFra dato\tTil dato\n"
    )
    money = re.compile(r"Beskrivelse\t(?P<text>.*)\n(?:-+\t-+\n)?\s*Beløp\t(?P<sum>.*)\n(?:-+\t-+\n)?\s*")
    return money.sub(r"\g<text>\t\g<sum>\n", text)


VARIANTS = {
    "as it came": SAMPLE,
    "other order": other_order(),
    "two goals in one line": two_in_one_line(),
    "nynorsk": nynorsk(),
    "broken over pages": broken_over_pages(),
    "windows": windows(),
    "without tabs": without_tabs(),
    "colons for tabs": colons_for_tabs(),
    "values below": values_below(),
    "in pipes": in_pipes(),
    "hard wrapped": hard_wrapped(),
    "rows": two_columns_of_dates(),
}
"""Those that say the same as the sample and must be understood the same."""
