"""Makes keys of words, so that a question finds a text although its words are bent, compound or written otherwise.

Pure Python, the same in front of SQLite and PostgreSQL. A word of a text gives keys of three sorts: itself, its stem (the
same for a word's sisters in bokmål, nynorsk and Danish), and what it is compounded of. A question asks for any of them.
"""

from samskaper.commons.search.analyser.keys import ANALYSER, Keys, Spoken, asked, of_text, spoken

__all__ = ["ANALYSER", "Keys", "Spoken", "asked", "of_text", "spoken"]
