"""Names as people write them."""

from __future__ import annotations

import pytest

from samskaper.areas.cocreation.registers.names import decent


@pytest.mark.parametrize(("shouted", "said"), [
    ("HISTORIELAGET I ALVDAL", "Historielaget i Alvdal"), ("TVERRDAL HISTORIELAG", "Tverrdal historielag"), ("4H STRANDFJELL", "4H Strandfjell"),
    ("TVERRDAL IF", "Tverrdal IF"), ("KFUM-KAMERATENE I BYEN", "KFUM-Kameratene i Byen"), ("17. MAI-KOMITEEN PÅ NES", "17. mai-komiteen på Nes"),
    ("LHL TRØNDELAG", "LHL Trøndelag"), ("SÁMI SEARVI", "Sámi Searvi"), ("MC-KLUBBEN IV", "MC-klubben IV"), ("STIFTELSEN VIK", "Stiftelsen Vik"),
    ("HARSTAD/NARVIK SJAKKLUBB", "Harstad/Narvik sjakklubb"), ("VIK (BLANDAKOR)", "Vik (blandakor)"), ("  VIK   KOR ", "Vik kor"),
    ("Lag med Egne Bokstaver", "Lag med Egne Bokstaver"), ("I LAG", "I lag"), ("2 X 2", "2 X 2"),
])
def test_a_name_stops_shouting(shouted: str, said: str) -> None:
    assert decent(shouted) == said
