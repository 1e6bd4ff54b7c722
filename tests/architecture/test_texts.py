"""Every text on the screens exists in every language the day it lands."""

from samskaper.config.texts import missing_texts, twofold_texts
from tests.architecture.house import listed


def test_no_text_lacks_a_translation() -> None:
    missing = missing_texts()

    assert not missing, listed(missing)


def test_no_text_has_two_translations() -> None:
    twofold = twofold_texts()

    assert not twofold, listed(twofold)
