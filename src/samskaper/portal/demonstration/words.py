"""What the invented participants wrote. Short, as people write on a phone; nobody real has said any of it."""

REFLECTIONS = (
    "Historielaget snakket mest, og det var bra. Jeg lot være å foreslå en utstilling, enda jeg hadde den klar.",
    "Vi satt i garderoben. De spurte hva vi egentlig ville, og jeg svarte at jeg ikke visste det ennå.",
    "Lederen i laget fortalte om nøkkelen som ingen har. Det er samme sak hos oss etter klokka fire.",
    "Jeg snakket for mye de første ti minuttene. Da jeg tidde, kom det om bussen som ikke går.",
    "To møtte i stedet for fem. Vi ble enige om å prøve igjen på en tirsdag.",
    "De trenger ikke arrangementer. De trenger noen som kan ta imot post og låse opp.",
    "Eg let vere å notere medan dei snakka. Etterpå hugsa eg meir enn eg trudde.",
    "Koret vil gjerne øve hos oss, men tør ikke spørre om pris. Nå har de spurt.",
    "Kassereren sa nesten ingenting før kaffen. Da sa hun det viktigste: at de er redde for å bli de siste.",
    "Jeg skulle bare lytte, og likevel hørte jeg meg selv si «da kan vi jo». Neste gang teller jeg til ti.",
    "De lurte på om jeg kom for å selge inn noe. Det tok et kvarter før de trodde meg.",
    "Frivilligsentralen kjente alle de andre jeg hadde tenkt å ringe. Jeg burde begynt der.",
    "Ungdommane ville ikkje ha eit rom til. Dei ville ha det rommet som alt finst, etter klokka åtte.",
    "Vi gikk tur i stedet for å sitte. Det var lettere å være stille ved siden av hverandre.",
    "Bondelaget og strikkekafeen har samme problem: ingen under femti. Ingen av dem visste det om den andre.",
    "Det vanskeligste var å ikke love noe. Jeg lovte ingenting, og de takket for praten likevel.",
    "Jeg hadde med spørsmålene på ark. Arket ble liggende, og det gikk fint.",
    "Mannen som snakket mest, er den som alltid snakker. Jeg ringte de to andre dagen etter. Det var verdt det.",
    "Dei sa at biblioteket er fint, men at døra er tung. Dei meinte døra.",
    "Vi fant ikke noen felles utfordring. Vi fant ut at vi liker hverandre, og det er kanskje der det begynner.",
    "Redningsselskapet trenger et sted å ha kurs om vinteren. Vi har et rom som står tomt hver mandag.",
    "Jeg ble overrasket over at de hadde prøvd det samme i 2014. Ingen hos oss husket det.",
    "Språkkafeen og idrettslaget mangler begge sjåfører. Det står nå på samme lapp.",
    "Eg spurde kva dei drøymer om. Det vart stille lenge, og så sa ho eldste: at nokon spør.",
)
AGREEMENTS = (
    "Vi ble enige om to timer i uka fram til jul. Vakta på torsdager tar en kollega.",
    "Lederen vil være med på den ene samtalen. Jeg skal si fra en uke før.",
    "Vi knytter det til punktet om møteplasser i virksomhetsplanen. Da er det ikke ekstraarbeid.",
    "Leiaren spurde kva eg må sleppe for å få tid. Vi strauk to utstillingar.",
    "Vi tar det opp på personalmøtet i november, så flere vet hva jeg driver med.",
)
THOUGHTS = (
    "Lederen er sliten. Jeg tror ikke de tåler én ting til nå.",
    "Jeg ble litt fornærmet da de sa at biblioteket alltid er stengt. Men det er jo sant.",
    "Usikker på om sjefen min synes dette er arbeid.",
    "Eg var redd for at det skulle bli stilt. Det vart stilt, og det gjekk bra.",
    "Jeg gruer meg til å ringe dem jeg kranglet med om lokalet i fjor.",
)
DRAFTS = (
    "Snakket med revmatikerforeningen på tirsdag. Det som overrasket meg, var",
    "De ville helst møtes hos oss, og så sa lederen noe om at",
    "Har ringt tre ganger. Skriver mer når vi har fått møttes.",
)
NEEDS = ("Teleslynge, takk.", "Jeg må gå klokka halv tolv for å rekke ferja.", "Glutenfri lunsj hvis vi møtes.")
WORDS_OF_LEADERS = (
    "", "Fint at du tar dette. Si fra om det blir for mye.", "", "Ja, men ta hensyn til vaktlista i uke 39.", "", "Gleder meg til å høre.",
)
NO_OF_A_LEADER = "Vi er to for få i høst. Jeg vil gjerne at du søker neste gang, og da setter vi av tid."

# Of each gathering, in the order of the pattern: where it was, who contributed to its lectures, and what was left behind.
GATHERING_PLACES = ("På nett", "På nett", "På nett", "Kulturhuset, Tverrdal", "På nett", "På nett")
CONTRIBUTORS = (
    ("En rådgiver fra et nabofylke", "Rådgiver, Strandfjell"), ("En samfunnsforsker", "En fra sanglaget"),
    ("En planlegger i kommunen",), (), ("En daglig leder i et idrettslag",), (),
)
MATERIALS = (
    ("Hva er samskaping? Kort fortalt", "Samskaping er å finne ut sammen hva som er vanskelig, og så gjøre noe med det sammen.\n\n"
     "Det er ikke samskaping når den ene har bestemt hva problemet er, og heller ikke når den andre bare får si hva de mener.\n\n"
     "Tre spørsmål å ta med hjem:\n- Hvem pleier vi å spørre?\n- Hvem pleier vi ikke å spørre?\n- Hva gjør vi med svaret?\n"),
    ("Spørsmål til den utforskende samtalen", "Før: Avtal sted der de er trygge. Ta med god tid, ikke en plan.\n\n"
     "Underveis:\n- Hva holder dere på med for tiden?\n- Hva er vanskelig?\n- Hva drømmer dere om?\n- Fortell mer.\n\n"
     "Etterpå, på bussen hjem: Hvem snakket mest? Hva lot jeg ligge? Hva overrasket meg?\n"),
    ("Fra det de sa til en felles utfordring", "En felles utfordring er en setning som begge parter kan si ja til.\n\n"
     "Prøv slik: «Vi vil at …, men i dag …»\n\nLes den høyt for foreningen. Rett den til de sier: Ja, det er det det handler om.\n"),
    ("", ""),
    ("Et lite første skritt",
     "Hva gjør vi? Hvem gjør det? Når? Hva koster det? Hvordan ser vi at det virker?\n\nSkriv det på én side, og heng den på veggen hos begge.\n"),
    ("", ""),
)
CAN_NOT_COME = (17, 50)

TAKE_HOME = (
    "At jeg kan holde munn og at det virker.", "En avtale med idrettslaget.", "Spørsmålet: hva skjedde så?",
    "En kollega jeg kan ringe til.", "At det er lov å komme uten plan.", "Tre navn på folk jeg skulle ha snakket med for lenge siden.",
    "At dei andre òg synest det er skummelt.", "Lappen med de tre spørsmålene. Den henger på kontoret.",
    "At vi ikke er et serveringssted for ferdige løsninger.", "Mot til å ringe velforeningen.",
    "Forskjellen på å bli spurt og å bli hørt.", "At sjefen min faktisk var med og lyttet.",
)
DO_DIFFERENTLY = (
    "Mer tid i grupper.", "Kortere foredrag.", "Send ut gruppene på forhånd.", "Pausa var for kort til å hente barn.",
    "Lyden var dårlig for oss som satt flere sammen.", "Meir nynorsk på arka.", "Begynn klokka ni, ikke fem over.",
    "Ikke noe. Gjør det igjen.", "Si fra tydeligere hva vi skal ha gjort til neste gang.",
)
DO_NOW = (
    "Jeg ringer før jeg planlegger.", "Vi har fast kaffe med frivilligsentralen første mandag i måneden.",
    "Jeg spør hva som er vanskelig, ikke hva de vil ha.", "Eg sit ned.", "Historielaget har fått nøkkel.",
    "Vi planlegger høsten sammen med to lag, ikke for dem.", "Jeg skriver ned hva jeg ikke sa.",
    "Jeg tar med lederen min ut.", "Ingenting ennå, men jeg tenker annerledes om det.",
)
DID_NOT_WORK = (
    "Tre samtaler på fem uker var for mye sammen med eksamenstida.", "Kvelden for foreningene lå på en fotballkveld.",
    "Jeg fikk aldri lederen min i tale.", "Nettgruppene døde litt etter lunsj.", "Eg kom aldri i gang med den tredje samtalen.",
    "Skjemaene. Men de var korte.",
)
STUCK_SUBJECT = "Skal vi finne en vei videre?"
STUCK_WORDS = (
    "Jeg ser at det har vært stille en stund, og det er helt vanlig midt på høsten. Du trenger ikke ta igjen alt.\n\n"
    "Ring meg gjerne, så finner vi ut hva som er minst og nærmest. En samtale på tjue minutter teller."
)
