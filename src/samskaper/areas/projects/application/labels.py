"""The words of the forms, as tables: bokmål, nynorsk, Danish, English.

A new form, or a new way of writing one, is a new word here and no new code.
"""

import re
from enum import StrEnum


class Part(StrEnum):
    """The parts of a form."""

    APPLICANT = "applicant"
    LEADER = "leader"
    CONTACT = "contact"
    KIND = "kind"
    FOCUS = "focus"
    PROJECT = "project"
    TITLE = "title"
    AIM = "aim"
    DESCRIPTION = "description"
    SCHEDULE = "schedule"
    ACTIVITIES = "activities"
    OTHER = "other"
    BUDGET = "budget"
    PARTNERS = "partners"
    FORM = "form"


HEADINGS: dict[Part, tuple[str, ...]] = {
    Part.APPLICANT: (
        "Søker",
        "Søkjar",
        "Ansøger",
        "Applicant",
        "Institusjonsopplysninger",
        "Institusjonsopplysningar",
        "Institutionsoplysninger",
        "Opplysninger om søker",
        "Opplysningar om søkjar",
        "Oplysninger om ansøger",
    ),
    Part.LEADER: ("Institusjonens leder", "Institusjonens leiar", "Leiaren til institusjonen", "Institutionens leder"),
    Part.CONTACT: ("Kontaktperson", "Contact person"),
    Part.KIND: ("Søknadstype", "Velg søknadstype", "Vel søknadstype", "Ansøgningstype", "Vælg ansøgningstype"),
    Part.FOCUS: ("Innsatsområder", "Innsatsområde", "Indsatsområder", "Indsatsområde", "Focus areas"),
    Part.PROJECT: (
        "Prosjekt",
        "Beskriv prosjektet",
        "Skildr prosjektet",
        "Projekt",
        "Beskriv projektet",
        "Project",
        "Om prosjektet",
        "Om projektet",
    ),
    Part.TITLE: ("Prosjekttittel", "Tittel på prosjektet", "Projekttitel", "Projektets titel", "Project title"),
    Part.AIM: (
        "Mål",
        "Prosjektets mål",
        "Mål for prosjektet",
        "Måla i prosjektet",
        "Projektets mål",
        "Mål for projektet",
        "Aims",
    ),
    Part.DESCRIPTION: (
        "Prosjektbeskrivelse",
        "Prosjektskildring",
        "Prosjektomtale",
        "Projektbeskrivelse",
        "Project description",
    ),
    Part.SCHEDULE: ("Framdriftsplan", "Fremdriftsplan", "Tidsplan", "Schedule"),
    Part.ACTIVITIES: (
        "Aktivitetsplan for prosjektet",
        "Aktivitetsplan for projektet",
        "Aktivitetsplan",
        "Aktiviteter",
        "Aktivitetar",
        "Activity plan",
    ),
    Part.OTHER: (
        "Andre opplysninger",
        "Andre opplysningar",
        "Andre oplysninger",
        "Andre opplysninger/kommentarer om framdrifts-/aktivitetsplan",
        "Andre opplysningar/kommentarar om framdrifts-/aktivitetsplan",
        "Andre oplysninger/kommentarer om tids-/aktivitetsplan",
    ),
    Part.BUDGET: ("Budsjett", "Budget", "Budsjett for prosjektet", "Budget for projektet"),
    Part.PARTNERS: (
        "Samarbeidspartnere",
        "Samarbeidspartnarar",
        "Samarbeidspartnerar",
        "Samarbejdspartnere",
        "Partners",
    ),
    Part.FORM: (
        "Vedlegg",
        "Last opp vedlegg",
        "Bilag",
        "Upload bilag",
        "Vedhæft bilag",
        "Attachments",
        "Sammendrag og innsending",
        "Samandrag og innsending",
        "Resumé og indsendelse",
    ),
}

INCOME_HEADINGS = (
    "Andre inntekter",
    "Andre inntekter i",
    "Inntekter",
    "Andre indtægter",
    "Indtægter",
    "Income",
    "Finansiering",
    "Øvrige indtægter",
)
EXPENSE_HEADINGS = ("Utgifter", "Kostnader", "Kostnadar", "Udgifter", "Expenses")

APPLICANT_LABELS: dict[str, tuple[str, ...]] = {
    "name": ("Institusjonsnavn", "Institusjonsnamn", "Namn på institusjonen", "Institutionsnavn", "Institution name"),
    "address": ("Postadresse", "Adresse", "Address"),
    "postcode": ("Postnummer", "Postnr", "Postnr."),
    "place": ("Poststed", "Poststad", "By"),
    "number": ("Organisasjonsnummer", "Org.nr.", "Org.nr", "CVR-nummer", "CVR-nr."),
    "account": ("Kontonummer", "Bankkonto"),
}
PERSON_LABELS: dict[str, tuple[str, ...]] = {
    "first": ("Fornavn", "Førenamn", "First name"),
    "last": ("Etternavn", "Etternamn", "Efternavn", "Last name"),
    "phone": ("Telefon", "Telefonnummer", "Mobil", "Phone"),
    "email": ("E-post", "Epost", "E-postadresse", "E-mail", "Mail", "Email"),
}
LEADER_QUESTION = {
    "leader_is_contact": (
        "Er institusjonens leder kontaktperson for prosjektet",
        "Er institusjonens leiar kontaktperson for prosjektet",
        "Er leiaren til institusjonen kontaktperson for prosjektet",
        "Er institutionens leder kontaktperson for projektet",
    )
}
DURATION_LABELS = {"duration": ("Prosjektet er", "Projektet er", "Varighet", "Varigheit", "Varighed", "The project is")}
ACTIVITY_LABELS: dict[str, tuple[str, ...]] = {
    "text": ("Beskrivelse", "Beskriving", "Skildring", "Aktivitet", "Description"),
    "period": ("Aktivitetsperiode", "Periode", "Period"),
    "starts": ("Fra dato", "Frå dato", "Startdato", "From date"),
    "ends": ("Til dato", "Sluttdato", "Slutdato", "To date"),
}
BUDGET_LABELS: dict[str, tuple[str, ...]] = {
    "text": ("Beskrivelse", "Beskriving", "Skildring", "Description"),
    "amount": ("Beløp", "Beløb", "Sum", "Amount"),
}
GRANT_LABELS = {
    "grant": (
        "Søknadsbeløp fra Nasjonalbiblioteket",
        "Søknadsbeløp frå Nasjonalbiblioteket",
        "Søknadsbeløp",
        "Søknadssum",
        "Omsøkt beløp",
        "Ansøgt beløb",
        "Ansøgt beløb fra puljen",
        "Grant applied for",
    )
}
TOTAL_LABELS: dict[str, tuple[str, ...]] = {
    "income": (
        "Inntekter totalt",
        "Sum inntekter",
        "Inntekter i alt",
        "Indtægter i alt",
        "Indtægter total",
        "Total income",
    ),
    "expenses": (
        "Utgifter totalt",
        "Sum utgifter",
        "Utgifter i alt",
        "Udgifter i alt",
        "Udgifter total",
        "Total expenses",
    ),
    "both": ("Totalt", "Total", "I alt"),
}
PARTNER_LABELS: dict[str, tuple[str, ...]] = {
    "any": (
        "Har du samarbeidspartner(e)?",
        "Har du samarbeidspartnar(ar)?",
        "Har de samarbeidspartnarar?",
        "Har du samarbejdspartner(e)?",
        "Har I samarbejdspartnere?",
    ),
    "name": ("Navn", "Namn", "Name"),
    "contribution": (
        "Beskriv samarbeidet",
        "Skildr samarbeidet",
        "Beskriv samarbejdet",
        "Describe the cooperation",
    ),
}
TABLE_HEADS = frozenset(
    word.casefold()
    for table in (ACTIVITY_LABELS, BUDGET_LABELS, PARTNER_LABELS)
    for words in table.values()
    for word in words
) | {"fra", "frå", "til", "from", "to", "bidrag"}

YES = frozenset({"ja", "yes"})
NO = frozenset({"nei", "nej", "no"})

PURPOSE = re.compile(
    r"(?:(?:prosjektets|projektets)\s+)?(?:formål|føremål|purpose)(?:et\s+(?:med|for|til)\s+pro[sj]+ektet)?\s*:\s*(.+)",
    re.IGNORECASE,
)
SECTION_HEADINGS = frozenset(
    word.casefold()
    for word in (
        "Forankring",
        "Bakgrunn",
        "Baggrund",
        "Gjennomføring",
        "Gjennomføring og metode",
        "Gjennomføring og metodar",
        "Gennemførelse",
        "Gennemførelse og metode",
        "Metode",
        "Organisering",
        "Organisation",
        "Evaluering",
        "Spredning",
        "Spreiing",
        "Formidling",
        "Målgruppe",
        "Målgrupper",
        "Innledning",
        "Innleiing",
        "Indledning",
        "Spredning, erfaringsoverføring og kunnskapsdeling",
        "Spreiing, erfaringsoverføring og kunnskapsdeling",
        "Formidling og vidensdeling",
        "Anchoring",
        "Background",
        "Organisation and method",
    )
)
ANCHORING_HEADINGS = re.compile(r"forankring|anchoring", re.IGNORECASE)

STATUS_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("requested", ("omsøkt", "søkt", "søkes", "søkjast", "ansøgt", "requested", "applied")),
    (
        "expected",
        (
            "ubekrefte",
            "ikke bekrefte",
            "ikkje stadfest",
            "ubekræft",
            "ikke bekræft",
            "forvent",
            "expected",
            "unconfirmed",
        ),
    ),
    ("confirmed", ("bekrefte", "stadfest", "bekræft", "confirmed", "innvilg", "bevilg", "bevilget", "bevilgt")),
)
CONTINUED = re.compile(
    r"\s*\((?:forts?\.?|fortsatt|fortsetter|framhald|fortsat|continued|cont\.?)\)\s*$", re.IGNORECASE
)
PAGE = re.compile(
    r"(?:(?:side|s\.|page|p\.)\s*[0-9]{1,4}(?:\s*(?:av|af|of|/)\s*[0-9]{1,4})?"
    r"|[-–—]\s*[0-9]{1,4}\s*[-–—]|[0-9]{1,4}\s*(?:/|av|af|of)\s*[0-9]{1,4})",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"(?P<head>.*?)\s*(?P<year>[0-9]{1,2})\.?\s*(?:prosjektår(?:et)?|projektår(?:et)?|project year|år)\s*:?",
    re.IGNORECASE,
)
