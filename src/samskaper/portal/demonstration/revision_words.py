"""What was said about the methods in the demonstration. Nobody here is real."""

from __future__ import annotations

# key, outcome, what worked, what to change
SAID = (
    ("dot-voting", "well", "Stillheten før prikkene. Da gikk folk sin egen vei.", ""),
    ("dot-voting", "so_so", "", "Arkene hang for tett. Si hvor langt det skal være mellom dem."),
    ("dot-voting", "so_so", "Praten i par.", "Heng arkene lenger fra hverandre, vi sto i kø."),
    ("world-cafe", "not_so_well", "", "Vi var sju. Det blir ikke kafé av sju. Si hva vi gjør da."),
    ("exploratory-conversation", "well", "Å vente til fem. Da kom det viktigste.", ""),
    ("exploratory-conversation", "so_so", "", "Hva gjør jeg når den andre begynner å gråte?"),
    ("brainwriting", "well", "Alle skrev, også de to som aldri sier noe.", "Det står «blyant». Tusj er lettere å lese."),
    ("stakeholder-map", "so_so", "Kartet ble hengende i to uker.", "Vi glemte ungdommen. Minn oss på hvem som pleier å mangle."),
)
# county, workshop, key, what was noticed, how it may be put right, who (place among members, or None)
NOTICED = (
    ("Innlandet", 1, "dot-voting", "Lederen satte prikk først, og alle så etter.", "Si tydeligere at lederen venter.", 0),
    ("Innlandet", 1, "dot-voting", "Fargene på prikkene er like for en fargeblind.", "Bruk kryss i stedet for prikker.", None),
    ("Innlandet", 1, "world-cafe", "Verten ved bordet visste ikke hva hun skulle si til de nye.", "Gi verten to setninger på et kort.", 1),
    ("Innlandet", 1, "expectation-alignment", "Ordet «forventning» virket strengt på laget.", "Spør heller: Hva håper dere på?", None),
    ("Nordland", 1, "exploratory-conversation", "Ti minutter er for kort når noen snakker to språk.", "Gi femten minutter med to språk.", 0),
    ("Nordland", 1, "future-workshop", "Kritikkdelen varte i en time. Alle var slitne.", "Sett klokka på tjue minutter, og vis den.", 1),
    ("Nordland", 1, "prototype", "Saks og lim forsvant. Kassa må pakkes kvelden før.", "", None),
)
# key, part, place, what is said, how she would write it, which expert
COMMENTS = (
    ("dot-voting", "say_aloud", 1, "Jeg ville sagt hva prikkene ikke er, før folk får dem i hånda.", "", 0),
    ("exploratory-conversation", "steps.1", 1, "To setninger på én gang. Den som er nervøs, mister den andre.", "Del den i to.", 1),
    ("future-workshop", "purpose", 1, "Her lover vi mer enn en kveld kan holde.", "Stryk «sammen kan vi alt».", 0),
)
MEMBERS = {
    "Innlandet": (
        ("Frivillig, frivilligsentralen", "frivillig@lag.example"), ("Bibliotekar, Myra", "myra@bibliotek.example"),
        ("Lærer, Storåsen", "laerer@skole.example"),
    ),
    "Nordland": (("Leder, språkkafeen", "sprakkafe@lag.example"), ("Kulturarbeider, Nordlund", "kultur@nordlund.example")),
}
EXPERTS = (("Forsker, samskaping", "forsker@hogskole.example"), ("Klarspråksrådgiver", "klart@sprak.example"))
# where in SAID, NOTICED and COMMENTS (one after the other): what was decided, and why
DECIDED = {
    0: ("no", "Så fint å høre. Den stillheten lar vi stå."),
    3: ("will", ""),
    5: ("later", "Det trenger en egen side om samtaler som gjør vondt. Den kommer ikke i denne utgaven."),
    6: ("no", "Vi har prøvd begge. Tusj går gjennom arket, så blyanten blir stående."),
    8: ("changed", ""),
    10: ("seen", ""),
    12: ("will", ""),
    13: ("changed", ""),
    15: ("seen", ""),
}
NEW_SENTENCES = {
    8: ("Du og andre ledere setter prikker til slutt eller står over.", "Du og andre ledere setter prikker til slutt, når alle andre har satt seg."),
    13: ("Gå så rundt: én lapp hver, til det er tomt.", "Sett klokka på tjue minutter. Gå så rundt: én lapp hver, til det er tomt."),
}
QUESTION = "Hvor mange meter var det omtrent mellom arkene hos dere?"
