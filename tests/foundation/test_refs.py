"""References survive being written, and nonsense is not a reference."""

from __future__ import annotations

import pytest

from samskaper.foundation.refs import Ref


def test_reference_reads_what_it_wrote() -> None:
    assert Ref.parse(str(Ref("programmes.programme", 12))) == Ref("programmes.programme", 12)


@pytest.mark.parametrize("text", ["", "x", "x:", ":1", "x:-1", "x:1e3", "x:½", "a b:1", "x:1:2", "../x:1", "x:" + "9" * 19])
def test_nonsense_is_no_reference(text: str) -> None:
    assert Ref.parse(text) is None
