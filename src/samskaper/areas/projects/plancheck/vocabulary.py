"""The words that the rules look for in plans: bokmål, nynorsk, Danish, English."""

import re

ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "første fyrste first 1.",
            "andre anden annen andet second 2.",
            "tredje third 3.",
            "fjerde fourth 4.",
            "femte fifth 5.",
            "sjette sixth 6.",
        ),
        start=1,
    )
    for word in words.split()
}
ENDINGS = re.compile(r"(?:erne|ene|ane|erna|en|et|ar|er|s|a|e)$")

PLANNING = re.compile(
    r"\b(?:planlagt|planlagd|planlægge|planlegge|planned|planning)|\b(?:en|ein|et|a) plan\b|\bplan (?:for|om|over)\b"
)
THROUGHOUT = re.compile(
    r"(?:hele|heile|whole|entire) (?:prosess|process|prosjekt|projekt|project|period|forløb|løp|tid|vei|veg|vej)"
    r"|\b(?:underveis|undervegs|undervejs|løpende|løpande|throughout)\b"
)
MEETING = re.compile(r"samling|møte|møde|gathering|meeting")
ASSOCIATION = re.compile(r"forening|foreining|frivillig|association|voluntar|volunteer")
ACTION = re.compile(r"\b(?:aksjon|aktion|action)(?!slæring|slære|sforsk|s?læring| learning)|samtale|conversation")

KINDS_OF_WORK: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("design", re.compile(r"design|grafisk|layout|utforming|formgivning|formgiving")),
    ("film", re.compile(r"video|film")),
    ("print", re.compile(r"\btrykk|\btryk(?:ning|sag|\b)|printing")),
    ("translation", re.compile(r"oversett|omsett|omset[jt]|oversæt|translat")),
    ("website", re.compile(r"nettside|nettsted|nettstad|hjemmeside|website")),
    ("photo", re.compile(r"\bfoto|photo")),
    ("research", re.compile(r"forskning|forsking|forsker|forskar|research")),
    ("evaluation", re.compile(r"evaluer|evaluat")),
    ("marketing", re.compile(r"markedsfør|marknadsfør|reklame|annons|marketing|advertis")),
    ("exhibition", re.compile(r"utstilling|udstilling|exhibition")),
    ("podcast", re.compile(r"podkast|podcast")),
)
"""Work that money is set aside for and that somebody must do some day."""

_UNITS = (
    "en ett ein eitt et én éin one",
    "to two",
    "tre three",
    "fire four",
    "fem five",
    "seks six",
    "sju syv seven",
    "åtte otte eight",
    "ni nine",
    "ti ten",
    "elleve eleven",
    "tolv twelve",
    "tretten thirteen",
    "fjorten fourteen",
    "femten fifteen",
    "seksten sixteen",
    "sytten seventeen",
    "atten eighteen",
    "nitten nineteen",
    "tjue tyve twenty",
    "tjueen enogtyve twenty-one",
    "tjueto toogtyve twenty-two",
    "tjuetre treogtyve twenty-three",
    "tjuefire fireogtyve twenty-four",
)
NUMBERS = {word: number for number, words in enumerate(_UNITS, start=1) for word in words.split()}
_DURATION = re.compile(
    r"(?P<number>[0-9]{1,3}|[a-zæøåé-]+?)[- ]?"
    r"(?:(?P<years>årig|årigt|årlig|års?|years?)|(?P<months>måneders|måneder|månader|månad|måned|months?))",
)


def months_of(duration: str) -> int | None:
    """The months that «ettårig», «2-årig» or «fjorten måneder» stands for."""
    match = _DURATION.fullmatch(duration[:60].strip(" .").casefold())
    if not match:
        return None
    word = match["number"].strip("- ")
    number = int(word) if word.isdecimal() else NUMBERS.get(word)
    if number is None:
        return None
    return number * 12 if match["years"] else number


def stem(word: str) -> str:
    """A word without its commonest endings, enough to pair «workshops» and «workshop»."""
    low = word.casefold()
    return ENDINGS.sub("", low) if len(low) > 5 else low


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*\.?", text.casefold())
