"""A plan to begin from where there is no application: the form's own headings, with one line of each to write over."""

_NB = """Prosjekttittel
{title}

Mål
Formål: Skriv i én setning hva prosjektet skal føre til.
Hovedmål 1: Skriv det første hovedmålet.
Delmål 1.1: Minst 50 fullfører kursrekken.
Delmål 1.2: Skriv det andre delmålet.

Aktivitetsplan
Beskrivelse\tDelmål 1.1: Første samling er gjennomført.
Fra dato\t{first}
Til dato\t{last}
Beskrivelse\tDelmål 1.2: Skriv hva som skal gjøres.
Fra dato\t{first}
Til dato\t{last}

Budsjett
Inntekter
Beskrivelse\tEgne timer, bekreftet
Beløp\t100 000
Utgifter
Beskrivelse\tLønn
Beløp\t100 000
"""
_NN = """Prosjekttittel
{title}

Mål
Føremål: Skriv i éi setning kva prosjektet skal føre til.
Hovudmål 1: Skriv det første hovudmålet.
Delmål 1.1: Minst 50 fullfører kursrekkja.
Delmål 1.2: Skriv det andre delmålet.

Aktivitetsplan
Beskriving\tDelmål 1.1: Første samling er gjennomført.
Frå dato\t{first}
Til dato\t{last}
Beskriving\tDelmål 1.2: Skriv kva som skal gjerast.
Frå dato\t{first}
Til dato\t{last}

Budsjett
Inntekter
Beskriving\tEigne timar, stadfesta
Beløp\t100 000
Utgifter
Beskriving\tLønn
Beløp\t100 000
"""
_DA = """Projekttitel
{title}

Mål
Formål: Skriv i én sætning, hvad projektet skal føre til.
Hovedmål 1: Skriv det første hovedmål.
Delmål 1.1: Mindst 50 gennemfører kursusrækken.
Delmål 1.2: Skriv det andet delmål.

Aktivitetsplan
Beskrivelse\tDelmål 1.1: Første samling er gennemført.
Fra dato\t{first}
Til dato\t{last}
Beskrivelse\tDelmål 1.2: Skriv, hvad der skal gøres.
Fra dato\t{first}
Til dato\t{last}

Budget
Indtægter
Beskrivelse\tEgne timer, bekræftet
Beløb\t100 000
Udgifter
Beskrivelse\tLøn
Beløb\t100 000
"""
_EN = """Project title
{title}

Aims
Purpose: Write in one sentence what the project should lead to.
Main goal 1: Write the first main goal.
Sub-goal 1.1: At least 50 complete the course series.
Sub-goal 1.2: Write the second sub-goal.

Activity plan
Description\tSub-goal 1.1: The first gathering is held.
From date\t{first}
To date\t{last}
Description\tSub-goal 1.2: Write what will be done.
From date\t{first}
To date\t{last}

Budget
Income
Description\tHours of our own, confirmed
Amount\t100 000
Expenses
Description\tWages
Amount\t100 000
"""
_TEXTS = {"nb": _NB, "nn": _NN, "da": _DA, "en": _EN}


def skeleton(language: str, *, title: str, first: str, last: str) -> str:
    """Return a short plan in a language of the screen, for `read` to understand; days as 31.12.2026."""
    return _TEXTS.get(language, _EN).format(title=title, first=first, last=last)
