"""What is for the call itself is told from what is sent by its format or its channel."""

import pytest

from bot.core.asset import Asset
from bot.core.briefing_live import is_live


@pytest.mark.parametrize(
    ("form", "channel", "expected"),
    [
        ("demo", None, True),
        ("roi_calculator", "email", True),
        ("Comparison", "website", True),
        ("reference", "video call", True),
        ("one_pager", "shared_document", True),
        ("guide", "Call", True),
        ("guide", "email", False),
        ("video", "website", False),
        ("webinar", "webinar", False),
        ("case_study", None, False),
        ("demography", "recall", False),
    ],
)
def test_live(form: str, channel: str | None, *, expected: bool) -> None:
    """A whole word of the format or the channel decides, in any letter case."""
    asset = Asset(id="a", title="A", url="https://example.com", format=form, stages=("buy",), channel=channel)

    assert expected is is_live(asset)
