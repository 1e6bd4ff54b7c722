"""What stands in the invitations to the demonstration's evenings, and what people said that they gained. All of it is invented."""

TITLE = "En kveld for foreningene"
ONE_MORE = "En kveld til for foreningene"
ABOUT = "Suppe fra klokka seks, og ingen lange innlegg. Ta gjerne med naboen."
PLACE = "Kulturhuset, Tverrdal"
RING = "Rådgiveren, 00 00 00 00"
NEEDS = ("", "", "Rampe ved inngangen", "", "", "Vi må rekke bussen ti over åtte", "", "En av oss tåler ikke gluten")
LENDS = ("", "Kaffekanner og tretti kopper", "", "", "Rommet bak kirka på torsdager", "", "", "En tilhenger")
THEY_GAINED = (
    "Et navn å ringe til.", "Vi er ikke de eneste som mangler et rom.", "Vi fikk spist sammen med naboforeningen for første gang på ti år.",
    "At noen skrev ned det vi sa, med våre egne ord.", "En nøkkel til kommunehuset.", "To nye i styret, tror vi.", "Lite nytt, men god suppe.",
    "Vi skal dele på en tilhenger.",
)
THEY_GAINED_LATER = (
    "Vi øver ikke i garasjen lenger.", "De samme fire kjører fortsatt, og nå er vi fem.", "Vi ringer biblioteket først.",
    "Rommet ble borte igjen, men vi vet hvem vi skal spørre.", "Tre nye medlemmer.", "Vi ble kjent med sanglaget.", "Ikke så mye som vi håpet.",
)
WE_GAINED = (
    "Jeg tier lenger enn før.", "Fem telefonnumre jeg faktisk bruker.", "Vi trodde de ville ha foredrag. De ville ha nøkkel.",
    "At jeg ikke trenger å ha svaret.", "En kveld der ingen spurte om utlånstall.", "Oversikt over hvem som kan hva.", "At det er lov å spørre rett ut.",
)
WE_GAINED_LATER = (
    "De kommer innom uten at vi har bedt dem.", "Vi står i to søknader sammen.", "Jeg vet hvem som har nøkkelen.",
    "Det ble mindre enn vi trodde, men det varer.", "Lederen min spør hva vi har hørt i det siste.", "Rommet er fullt på torsdager.",
)
