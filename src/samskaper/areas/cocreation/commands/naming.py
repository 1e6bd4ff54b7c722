"""The words of parties' names, by which they are found."""

from __future__ import annotations

from collections.abc import Sequence

from samskaper.areas.cocreation.models import NameWord, Party
from samskaper.areas.cocreation.rules.finding import LONGEST, STEM
from samskaper.foundation.text import plain_words


def write_words(parties: Sequence[Party]) -> None:
    """Write down anew the words of these names, in the transaction of the caller."""
    NameWord.objects.filter(party__in=[party.pk for party in parties]).delete()
    NameWord.objects.bulk_create(
        (NameWord(party=party, stem=word[:STEM], word=word[:LONGEST]) for party in parties for word in plain_words(party.name)), batch_size=400
    )
