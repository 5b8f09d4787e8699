"""A town stands for its country, and for nothing where it may be another one."""

import pytest

from bot.core.language.city import country_in


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("berlin", "germany"),
        ("they're in austin tx", "united states"),
        ("hq in New York, NY", "united states"),
        ("quebec city", "canada"),
        ("london, ontario", None),
        ("they have an office in berlin", None),
        ("", None),
        ("us", None),
    ],
)
def test_country(text: str, country: str | None) -> None:
    """Only a town with small words around it is one."""
    assert country == country_in(text)
