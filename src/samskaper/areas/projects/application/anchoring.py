"""Plan documents that an application leans on, with the page and the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .prose import Paragraph
from .shape import Anchoring

KINDS: tuple[tuple[str, str], ...] = (
    (r"strategi|strategy", "strategy"),
    (r"melding|meld\. ?st|white paper", "white_paper"),
    (r"\bnou\b", "report"),
    (r"lov", "law"),
    (r"plan", "plan"),
    (r"program|politik|policy", "policy"),
)
"""What a title looks like, and the kind of document that it is."""

_NOT_DOCUMENTS = frozenset(
    word
    for words in (
        "strategi strategien strategiens melding meldingen meldinga meldingens lov loven lova",
        "plan planen planens planer planene program programmet politikk politikken politik politikken",
        "aktivitetsplan aktivitetsplanen framdriftsplan framdriftsplanen fremdriftsplan fremdriftsplanen tidsplan",
        "prosjektplan prosjektplanen projektplan projektplanen kursprogram studieprogram",
        "tilbakemelding påmelding tilmelding",
    )
    for word in words.split()
)
_NOT_NAMES = frozenset(
    word
    for words in (
        "prosjektet prosjektets projektet projektets videre vidare også også i vi har er",
        "den det dette en ei ein et eit",
    )
    for word in words.split()
)
_WORD = r"[A-ZÆØÅa-zæøå][\wæøåÆØÅ-]{0,40}"
_ENDING = (
    r"(?:strategi(?:en|ens)?|melding(?:en|a|ens)?|planverk(?:et)?|plan(?:en|a|ens)?"
    r"|politik(?:k?en|k)?|program(?:met|mets)?|lov(?:en|a))"
)
_NUMBERED = r"(?:Meld\. ?St\.? ?[0-9]{1,3}|St\. ?meld\.? ?(?:nr\. ?)?[0-9]{1,3}|NOU ?[0-9]{4}:? ?[0-9]{1,2})"
_YEARS = r"(?: ?\(?[0-9]{4} ?[-–/] ?[0-9]{2,4}\)?)?"
_WHOSE = r"(?: (?:for|i) [A-ZÆØÅ][\wæøå]+(?: (?:og )?[A-ZÆØÅ][\wæøå]+){0,4}(?: (?:fylkes)?kommune)?)?"
_DOCUMENT = re.compile(
    rf"(?<!\w)(?P<title>{_NUMBERED}{_YEARS}"
    r"|(?P<planverk>[Pp]lanverk(?:et)? (?:i|til|for|hos) [^.,;:()«»\n]{1,80})"
    rf"|(?P<word>{_WORD}?{_ENDING})(?!\w)(?: samfunnsdel(?:en)?| handlingsdel(?:en)?)?{_YEARS}{_WHOSE})",
)
_PAGE = re.compile(
    r"\(?\b(?:s\.|side|pp?\.|page) ?(?P<page>[0-9]{1,4})(?: ?[-–] ?[0-9]{1,4})?"
    r"(?P<more>(?: ?(?:,|og|and) ?[0-9]{1,4}\b)*)\)?"
)
_BEFORE = re.compile(r"([A-ZÆØÅ][\wæøå]{2,30}) $")
_LEADING = re.compile(r"^[\s,;:.)»]+|^(?:og|om|at|som|sier|seier|siger|and|that)\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][»\")]?\s+(?=[A-ZÆØÅ«])")
_LONG = 20_000


@dataclass(slots=True)
class _Document:
    title: str
    end: int
    paragraph: Paragraph
    sentence: str
    used: bool = False


def read_anchorings(paragraphs: Sequence[Paragraph]) -> tuple[Anchoring, ...]:
    """Every page that is pointed to, and every document without a page, in order.

    A page belongs to the document named last; «the strategy's call …» further
    on is still that document.
    """
    found: list[Anchoring] = []
    document: _Document | None = None
    for paragraph in paragraphs:
        text = paragraph.text[:_LONG]
        edge = 0
        for match, title in _marks(text):
            if title:
                found += _unused(document, found)
                document = _Document(title, match.end(), paragraph, _sentence(text, match.start()))
            elif document:
                start = max(edge, document.end if document.paragraph is paragraph else 0)
                found += _paged(document, match, text[start : match.start()], paragraph)
                document.used = True
            edge = match.end()
    found += _unused(document, found)
    return tuple(found)


def _marks(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Documents and pages in the order of the text; a page has no title."""
    marks = [(match, _title(match, text)) for match in _DOCUMENT.finditer(text)]
    marks = [(match, title) for match, title in marks if title]
    marks += [(match, "") for match in _PAGE.finditer(text)]
    yield from sorted(marks, key=lambda mark: mark[0].start())


def _title(match: re.Match[str], text: str) -> str:
    word = match["word"] or ""
    if word and (word.casefold() in _NOT_DOCUMENTS or word.casefold() == "planverk"):
        return ""
    title = match["title"].strip()
    before = _BEFORE.search(text[max(0, match.start() - 40) : match.start()])
    if word and word[0].islower() and before and before[1].casefold() not in _NOT_NAMES:
        title = f"{before[1]} {title}"
    return title


def _paged(document: _Document, match: re.Match[str], claim: str, paragraph: Paragraph) -> Iterator[Anchoring]:
    """One anchoring for each page of «s. 4 og 28»."""
    opened = max(claim.rfind("«"), claim.rfind("“"))
    quoted = opened >= 0
    words = claim[opened + 1 :].strip(' »”"') if quoted else _without_lead(claim)
    sentence = _sentence(paragraph.text, match.start())
    for page in (match["page"], *re.findall(r"[0-9]{1,4}", match["more"])):
        yield Anchoring(document.title, _kind(document.title), int(page), words, quoted, sentence, paragraph.lines)


def _unused(document: _Document | None, found: Sequence[Anchoring]) -> Iterator[Anchoring]:
    """A document without a page, once."""
    if document and not document.used and all(known.title != document.title for known in found):
        yield Anchoring(
            document.title, _kind(document.title), None, "", False, document.sentence, document.paragraph.lines
        )


def _without_lead(claim: str) -> str:
    claim = claim.strip(" (")
    while (shorter := _LEADING.sub("", claim, count=1)) != claim:
        claim = shorter
    return claim


def _kind(title: str) -> str:
    low = title.casefold()
    return next((kind for pattern, kind in KINDS if re.search(pattern, low)), "other")


def _sentence(text: str, at: int) -> str:
    """The sentence that stands at a place in a text."""
    start, end = max(0, at - 1000), at + 1000
    window = text[start:end]
    edges = [match.end() + start for match in _SENTENCE_END.finditer(window)]
    first = max((edge for edge in edges if edge <= at), default=start)
    last = min((edge for edge in edges if edge > at), default=end)
    return text[first:last].strip()
