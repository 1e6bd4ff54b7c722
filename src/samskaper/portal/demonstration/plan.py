"""The plan of the demonstration, as it would leave a funder's form.

Dates, amounts and the shape of the goals are those of a programme that five regional libraries ran in 2022-2023;
the words are our own and every library is invented. Its small mistakes are kept: the plan check should find them.
"""

from __future__ import annotations

import datetime as dt

TITLE = "Samskaping – fra planverk til hverdagspraksis"
SECOND_GATHERING = dt.date(2022, 9, 20)
THIRD_GATHERING = dt.date(2022, 10, 4)
MIDDLE = dt.date(2022, 9, 27)

MAIN_GOALS = (
    ("1", "Bibliotekene har snakket med lag og foreninger om hva som er vanskelig, og sett at noe løses bedre sammen."),
    ("2", "Startpakken i samskaping er bedre fordi de som bruker den, har vært med på å endre den."),
)
SUB_GOALS = (
    ("1.1", "Et introduksjonskurs i samskaping er holdt."),
    ("1.2", "En kursrekke på tre digitale samlinger à tre timer er gjennomført for bibliotekansatte."),
    ("1.3", "Mellom samlingene har deltakerne hatt utforskende samtaler med tre lag eller foreninger og funnet felles utfordringer."),
    ("1.4", "En digital samling for lagene og foreningene som deltakerne har snakket med, er holdt."),
    ("1.5", "Kursrekken er evaluert, og erfaringene er delt offentlig."),
    ("2.1", "Startpakken er grundig evaluert sammen med folk som har prøvd den."),
    ("2.2", "Kurset er bygd opp slik at det er lett å forstå og ta i bruk."),
    ("2.3", "Startpakken har fem nye metoder, med video der det hjelper."),
    ("2.4", "Metoder som egner seg på nett, er tilrettelagt for det."),
    ("2.5", "Deltakerne fra det forrige prosjektet er ekspertgruppe i hele prosessen."),
    ("2.6", "To digitale lanseringer av den nye startpakken er holdt."),
)
ACTIVITIES = (
    ("Delmål 1.2: De digitale samlingene er planlagt.", "2022-04-20", "2022-05-20"),
    ("Delmål 1.3: Aksjonene mellom samlingene er planlagt.", "2022-04-20", "2022-05-20"),
    ("Delmål 1.2: De som skal bidra på samlingene, har sagt ja.", "2022-05-20", "2022-06-01"),
    ("Delmål 1.2: Programmet er sendt til alle bibliotekansatte.", "2022-06-01", "2022-06-15"),
    ("Delmål 1.1: Introduksjonskurset er holdt.", "2022-08-22", "2022-09-06"),
    ("Delmål 1.2: Første samling er holdt.", "2022-09-01", "2022-09-09"),
    ("Delmål 1.3: Første aksjon er gjort av deltakerne.", "2022-09-05", "2022-09-22"),
    ("Delmål 1.2: Andre samling er holdt.", "2022-09-15", "2022-09-23"),
    ("Delmål 1.4: Digital samling for lag og foreninger er holdt.", "2022-09-19", "2022-09-27"),
    ("Delmål 1.2: Andre aksjon er gjort av deltakerne.", "2022-09-19", "2022-10-06"),
    ("Delmål 1.2: Tredje samling er holdt.", "2022-09-29", "2022-10-07"),
    ("Delmål 1.5: Prosjektgruppa har evaluert kursrekken og planlagt hvordan erfaringene spres.", "2022-10-01", "2022-10-20"),
    ("Delmål 1.5: Erfaringene er spredt i artikler og foredrag.", "2022-11-10", "2023-04-20"),
    ("Hovedmål 1 er evaluert.", "2022-12-12", "2023-04-20"),
    ("Delmål 2.1: Plan for arbeidet med evalueringsgruppene er laget.", "2022-04-20", "2022-05-20"),
    ("Delmål 2.5: Plan for hvordan ekspertgruppen brukes, er laget.", "2022-04-20", "2022-05-20"),
    ("Delmål 2.1: Evalueringsgrupper er på plass i hvert fylke.", "2022-05-20", "2022-06-01"),
    ("Delmål 2.1: Første workshop med evalueringsgruppene er holdt.", "2022-09-01", "2022-09-15"),
    ("Delmål 2.1: Andre workshop med evalueringsgruppene er holdt.", "2022-10-03", "2022-10-17"),
    ("Delmål 2.2: Prosjektgruppa vet hvordan kurset skal bygges opp.", "2022-10-17", "2022-11-01"),
    ("Delmål 2.3 og 2.4: Vi vet hvilke metoder som må lages.", "2022-10-17", "2022-11-01"),
    ("Delmål 2.2: Kurset er bygd om.", "2022-11-01", "2023-03-01"),
    ("Delmål 2.3 og 2.4: De nye metodene er laget og prøvd sammen med brukerne.", "2022-11-01", "2023-03-31"),
    ("Delmål 2.3 og 2.4: Videoene til startpakken er laget.", "2023-01-03", "2023-03-31"),
    ("Delmål 2.6: Lanseringssamlingen er planlagt.", "2023-03-01", "2023-04-10"),
    ("Delmål 2.6: Programmet til lanseringssamlingen er sendt ut.", "2022-03-10", "2022-03-21"),
    ("Delmål 2.6: To digitale lanseringer er holdt.", "2023-04-12", "2023-04-19"),
    ("Hovedmål 2 er evaluert", "2023-04-20", "2023-05-19"),
    ("Sluttrapport er levert", "2023-06-01", "2023-06-20"),
)
INCOME = (
    ("Egenandel prosjektledelse (bekreftet tilskudd)", 230_000),
    ("Egenandel prosjektdeltakelse (bekreftet tilskudd)", 640_000),
)
EXPENSES = (
    ("Prosjektledelse: 30 prosent stilling", 230_000),
    ("Prosjektdeltakelse: 20 prosent stilling, fire stykker", 640_000),
    ("Faglig hjelp til de digitale samlingene (Hovedmål 1)", 95_000),
    ("Faglig hjelp til å utvikle startpakken (Hovedmål 2)", 130_000),
    ("Videoproduksjon av metodene i startpakken", 150_000),
    ("Design til den nye startpakken", 60_000),
    ("Kurs og hotell, to workshoper", 35_000),
    ("Reiseutgifter", 20_000),
    ("Annet", 10_000),
)
PARTNERS = ("Havnes fylkesbibliotek", "Nordlund fylkesbibliotek", "Vestøy fylkesbibliotek", "Skogheim fylkesbibliotek")


def weeks_to_today(today: dt.date) -> dt.timedelta:
    """Return the whole weeks by which the plan moves so that `today` lies between its second and third gathering."""
    return dt.timedelta(weeks=(today - MIDDLE).days // 7)


def _day(text: str, shift: dt.timedelta) -> str:
    return f"{dt.date.fromisoformat(text) + shift:%d.%m.%Y}"


def _kroner(amount: int) -> str:
    return f"{amount:,}".replace(",", " ")


def as_form(shift: dt.timedelta = dt.timedelta()) -> str:
    """Return the plan as the text of a funder's form, every date moved by `shift`."""
    lines = [
        "Søker", "Institusjonsopplysninger", "Institusjonsnavn\tStrandfjell fylkesbibliotek", "",
        "Prosjekt", "Beskriv prosjektet", "Prosjekttittel", TITLE, "",
        "Mål",
        "Prosjektets formål: Bibliotek og frivillige lag og foreninger har prøvd å arbeide samskapende, og biblioteket "
        "har fått en sterkere plass i lokalsamfunnet.",
        *(f"Hovedmål {number}: {text}" for number, text in MAIN_GOALS), "",
        "Prosjektbeskrivelse", "FORANKRING",
        "Prosjektet bygger på Nasjonal bibliotekstrategi 2020-2023 om moderne bibliotek som relevante institusjoner i "
        "lokalsamfunn (s.4), og om partnerskap mellom bibliotek og frivillig sektor (s.28).",
        "Prosjektet er også forankret i Frivillighetsmeldingen om samskaping med frivillige organisasjoner (s.83). Videre er "
        "prosjektet forankret i planverk i alle de fem deltakende fylkeskommuner.", "",
        "GJENNOMFØRING OG METODE",
        "Delmål til hovedmål 1", *(f"Delmål {n}: {text}" for n, text in SUB_GOALS if n.startswith("1")),
        "Målet er at minst 50 bibliotekansatte deltar og fullfører kursrekken.", "",
        "Delmål til hovedmål 2", *(f"Delmål {n}: {text}" for n, text in SUB_GOALS if n.startswith("2")), "",
        "Framdriftsplan", "Prosjektet er\tEttårig", "", "Aktivitetsplan for prosjektet",
    ]
    for text, starts, ends in ACTIVITIES:
        lines += [f"Beskrivelse\t{text}", "Aktivitetsperiode", f"Fra dato\t{_day(starts, shift)}", f"Til dato\t{_day(ends, shift)}", ""]
    lines += ["Budsjett", "1. prosjektår", "Søknadsbeløp\t500 000", "", "Andre inntekter 1. prosjektår"]
    for label, amount in INCOME:
        lines += [f"Beskrivelse\t{label}", f"Beløp\t{_kroner(amount)}"]
    lines += ["Inntekter totalt 1. prosjektår:\t1 370 000", "", "Utgifter 1. prosjektår"]
    for label, amount in EXPENSES:
        lines += [f"Beskrivelse\t{label}", f"Beløp\t{_kroner(amount)}"]
    lines += ["Utgifter totalt 1. prosjektår:\t1 370 000", "", "Samarbeidspartnere", "Har du samarbeidspartner(e)?\tJa"]
    for name in PARTNERS:
        lines += [f"Navn\t{name}", "Beskriv samarbeidet\tProsjektdeltaker i 20 prosent stilling"]
    return "\n".join(lines) + "\n"
