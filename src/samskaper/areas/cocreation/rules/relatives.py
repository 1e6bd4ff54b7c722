"""Words of the field that speak of the same thing in bokmål, nynorsk, Danish and English.

Volunteers say "alone", "nobody calls" and "the evenings are long" about one thing. Statistics on a few hundred sentences
cannot know that, so the beginnings of such words are listed here, by what they are about. The list is general on purpose:
it brings suggestions together and decides nothing. A sign `=` before a word means the whole word, `-` its end.
"""

from __future__ import annotations

RELATIVES: dict[str, str] = {
    "loneliness": "ensom einsam alene aleine åleine lonel isolert isoler savn sakn selskap fellesskap fællesskab snakk prat =tale besøk besøg "
    "=venn venner vener kompis =kjent =kendt company =alone =talk enke enkje nabo",
    "transport": "buss =bus =bussen bussrut kjør køyr kører =køre kørsel skyss skjuss =bil =bilen =biler =bilar =tog ferge ferje færge taxi drosje "
    "rutebil transport avgang haik sykle sykkel sykl cykl samkjør samkøyr -buss -bussen lift =ride =drive =train =buses holdeplass stoppested",
    "rooms": "=rom =rommet =romma =rum =rummet =rummene -rom -rommet -lokale -lokalet -lokaler lokale =sal =salen =hall =hallen -huset -hus -hall nøkk nøgle "
    "stengt lukket =låst =låse møteplass møtestad møtested mødested samlingsst garasje kjellar kjeller kælder =leie =leige =leje =room =rooms venue =keys",
    "money": "peng kontingent søknad ansøg tilskudd tilskot tilskud økonom kost =dyrt sponsor støtteord =grant =money =fee budsjett budget",
    "volunteers": "frivillig dugnad styre -styret verv ildsjel eldsjel ildsjæl rekrutt medlem volunteer =board slitne utbrent leder leiar",
    "young": "ungdom =unge =ung barn =børn tenåring teenag fritidsklubb =youth child",
    "newcomers": "nyinnfly innflytt tilflytt innvandr indvandr flyktning flygtning språk sprog norskkurs =norsk integrer newcomer refugee language",
    "news": "informasjon information kalend oversikt overblik oversyn annons plakat facebook nyhet nyhed oppslag",
    "health": "helse helbred =syk =sjuk =syg demens funksjons handicap rullestol kørestol pårørende =health disab hørsel høyr",
    "outdoors": "=sti =stier =stien =stiar løype løyp =turer =tur friluft skogen =trail paths natur",
    "digital": "digital =data datamaskin =app =appen nettet mobilen skjerm skærm bankid mitid computer",
    "meals": "kaffe =mat =maden =mad middag kafé =café måltid lunsj kake kage =meal coffee",
    "culture": "=kor =koret korps teater konsert koncert musik instrument =sang synge kunst choir =music",
}

NOTHING = """
alle alt altså an and andre at av bare bara ble blei bli blir blitt blive bliver by både da de deg dei dem den denne der deres det dette dig
din disse dit ditt du dykk då eg ein eit ei eitt eller elles en er et ett etter fikk få får for fordi fra frå før først gjer gjør går ha
hadde han har hans hennes henne her hjå ho hos hun hva hvad hvem hvilke hvis hvor hvordan hvorfor i ikke ikkje ingen ingenting inn ind ja
jeg kan kva kven kvar kom kommer kjem kor korleis kunne langt lang like litt lidt mange med meg mei meir men mellom mens mer mere mest mig
min mitt mot må måtte nei nesten noe noen noko nokon nokre nogle nogen noget nå no nu når og også om opp op os oss over på sa sei seg si
sier siden sidan sig sin sine sitt skal skulle slik slutt som så sånn selv sjølv til ting tid to ut ud uten utan under var vart ved vel
veldig meget vi vil ville vite vet veit være vera vere vår vårt våre vort vores you we they the a of in on it is are be not with that this
there have has do does our my your their so but or if when where who what which how can could would will just very nobody everyone people
folk bor bur held holder heim hjem hvert fem ti tre fire seks sju én gang gong gange klokka klokken alltid aldri aldrig ofte bygda bygd
stedet hver dag dager dagar dage
"""  # words that carry nothing by themselves, in the four languages

LANGUAGES: dict[str, str] = {  # small words that tell a language from Norwegian
    "danish": "af hvad nogen noget nogle blive bliver bliv efter uden mig dig sig kun meget os vores jer jeres hos end mens mere",
    "english": "the and of is are we our you they have not with there nobody at",
}
