"""The pack as a shape: thresholds in order, parts found by their ids."""

import pytest
from pydantic import ValidationError

from bot.core.pack import Drain, Tiers
from tests import worked


@pytest.mark.parametrize(("a", "b", "c"), [(80, 60, 40), (100, 100, 100), (50, 0, 0), (0, 0, 0)])
def test_tiers_may_be_equal(a: int, b: int, c: int) -> None:
    """Tiers may ask for the same share, down to none at all."""
    assert (a, b, c) == (Tiers(A=a, B=b, C=c).A, Tiers(A=a, B=b, C=c).B, Tiers(A=a, B=b, C=c).C)


@pytest.mark.parametrize(("a", "b", "c"), [(60, 80, 40), (80, 40, 60), (39, 60, 40), (101, 60, 40), (80, 60, -1)])
def test_tiers_must_not_rise(a: int, b: int, c: int) -> None:
    """A lower tier never asks for more than a higher one, and no share is below 0 or above 100 percent."""
    with pytest.raises(ValidationError):
        Tiers(A=a, B=b, C=c)


@pytest.mark.parametrize(("cap", "disqualify"), [(61, 60), (0, 60), (30, 101), (30, 0)])
def test_cap_comes_before_disqualification(cap: int, disqualify: int) -> None:
    """What disqualifies is at least what caps, and both lie between 1 and 100 percent."""
    with pytest.raises(ValidationError):
        Drain(cap=cap, disqualify=disqualify)


def test_parts_by_id() -> None:
    """Traits and personas are found by id; what is not there is None."""
    pack = worked.scorecard().pack

    assert pack.traits[1] == pack.trait("employees")
    assert pack.trait("headcount") is None
    assert pack.persona("cfo") is None
