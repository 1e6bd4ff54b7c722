"""What the invented associations and groups said. Short, in their words; nobody real has said any of it.

Many say the same three things in other words: people sit alone, the bus does not go, and there is no room in the evening.
"""

PARTIES = (
    ("Historielaget i %s", "association"), ("%s idrettslag", "association"), ("%s sanglag", "association"),
    ("Velforeningen i %s", "association"), ("Revmatikerforeningen i %s", "association"), ("Strikkegruppa i %s", "informal_group"),
    ("Språkkafeen i %s", "informal_group"), ("Butikken i %s", "company"), ("En nabo i %s", "resident"),
)
SAID = (
    "De eldste hos oss går dager uten å snakke med noen.",
    "Bussen slutter å gå klokka fem. Da er kvelden over for dem uten bil.",
    "Vi har ingen steder å være om kvelden når skolen er stengt.",
    "Det er lett å melde seg inn og vanskelig å bli kjent.",
    "Vi kunne samlet folk fra hele bygda hvis noen kunne kjøre.",
    "Rommet vi leier, koster mer enn kontingenten vår.",
    "Mange tør ikke komme alene første gang.",
    "Ungdommene har trening og eksamen, men ingen vei hjem etter klokka ni.",
    "Koret har øvd i en garasje siden i vår.",
    "Eg trur det er fleire einsame her enn vi veit om.",
    "Det går ein buss om morgonen og ein om ettermiddagen. Ingen av dei passar.",
    "Vi treng eit rom med lås, så instrumenta kan stå.",
    "Etter at mannen døde, var det ingen som ringte. Slik er det for mange.",
    "Kurset vårt ble avlyst fordi halvparten ikke kom seg dit.",
    "Kommunehuset er ledig, men ingen vet hvem som har nøkkelen.",
    "Vi er fem stykker som gjør alt. Vi er redde for å bli de siste.",
    "Nyinnflyttede spør hva som skjer her, og vi vet det ikke selv.",
    "Det som virker, er kaffen på torsdager. Ikke gjør den om til et tiltak.",
    "Vi vil gjerne lære bort å spleise tau, hvis noen vil lære det.",
    "Søknadsskjemaene tar lengre tid enn det vi søker om.",
)
NEXT_STEPS = (
    "Vi ringer dem igjen over helga.", "De tar med to fra styret neste gang.", "", "Vi hører med kommunen om nøkkelen.", "",
    "Vi møtes på kvelden for foreningene.", "De sender oss navnet på hun som vet mest om bussen.",
)
OWN_WORDS = (
    "Det vi mente, var at ingen vet hvem de skal spørre.", "Vi sa ikke at vi ville slutte. Vi sa at vi er slitne.",
    "Det er ikke pengene som mangler, det er noen å dele jobben med.", "Skriv heller at vi gjerne vil være med, men ikke bestemme alt.",
    "Det gjelder de unge også, ikke bare de eldre.",
)
ADDED = (
    "Vi kan låne bort stoler, om noen har et rom.", "Vi har en henger som står ubrukt hele vinteren.", "To av oss kan kjøre på torsdager.",
    "Vi har kjøkken og kaffekanner, men ingen nøkkel.", "Vi vil gjerne at skolen blir spurt også.", "Noen hos oss snakker arabisk og polsk, og hjelper gjerne.",
)
