"""A name in a text is found as it stands; an everyday word is a name only where a name is expected."""

import pytest

from bot.core.language.mention import known_names, lookup, spoken_names, tokens_of
from bot.core.language.words import cut
from tests.labelled import names


def _spoken(text: str, *accounts: str) -> dict[str, bool]:
    """The names in a text, and whether each counts anywhere."""
    known = known_names(names(*accounts))
    found = spoken_names(text, cut(text), known, lambda words: [word.key for word in words] == ["snowflake"])
    return {text[each.start : each.end]: not each.is_everyday for each in found}


@pytest.mark.parametrize(
    ("text", "accounts", "spoken"),
    [
        ("is acme a fit", ["Acme"], {"acme": True}),
        ("ACME, please", ["Acme"], {"ACME": True}),
        ("acme: 120", ["Acme"], {"acme": True}),
        ("acmes cfo", ["Acme"], {"acmes": True}),
        ("at&t and smith and sons", ["AT&T", "Smith & Sons"], {"at&t": True, "smith and sons": True}),
        ("cafe nero", ["Café Nero"], {"cafe nero": True}),
        ("estimote", ["Estimote, Inc."], {"estimote": True}),
        ("quo has 12", ["Quo (fka OpenPhone)"], {"quo": True}),
        ("7shifts", ["7shifts"], {"7shifts": True}),
        ("is 42 a fit", ["42"], {"42": False}),
        ("17shifts", ["7shifts"], {}),
        ("kestrelmoor has 120", ["Kestrelmoor Billing"], {"kestrelmoor": True}),
        ("is two ladders a fit", ["Two Ladders Roof Repair"], {"two ladders": True}),
        ("kestrelmoor, 120 people", ["Kestrelmoor Billing"], {"kestrelmoor": True}),
        ("fit for kestrelmoor", ["Kestrelmoor Billing"], {"kestrelmoor": True}),
        ("kestrelmoor-ai has 120", ["Kestrelmoor Billing"], {}),
        ("Kestrelmoor Foods has 120", ["Kestrelmoor Billing"], {}),
        ("old kestrelmoor has 120", ["Kestrelmoor Billing"], {}),
        ("create kestrelmoor with 120", ["Kestrelmoor Billing"], {}),
        ("blue water", ["Blue Ocean"], {}),
        ("whats up 4 acme", ["Acme"], {"acme": True}),
        ("they said that acme runs on it", ["Acme"], {"acme": True}),
        ("cloud nine rocks", ["Cloud Nine", "Cloud"], {"cloud nine": True}),
        ("they are ready", ["Ready"], {"ready": False}),
        ("should i chase Ready or not", ["Ready"], {"Ready": True}),
        ("Ready or not", ["Ready"], {"Ready": False}),
        ("Are They Ready Or Not", ["Ready"], {"Ready": False}),
        ('is "go" a fit', ["Go"], {"go": True}),
        ("ask @go", ["Go"], {"go": True}),
        ("call in May", ["May"], {"May": False}),
        ("they use snowflake", ["Snowflake"], {"snowflake": False}),
        ("bright smiles called", ["Bright"], {"bright": False}),
        ("talked to brite smiles", ["Smiles"], {"smiles": False}),
        ("what's the catchword", ["Catchword"], {"catchword": False}),
        ("the acme deal", ["Acme"], {"acme": True}),
        ("1,2 Mio", ["Mio"], {"Mio": False}),
        ("let's do this", ["Let's Do This"], {"let's do this": False}),
        ("x", ["X"], {"x": False}),
        ("!!!", ["!!!"], {}),
    ],
)
def test_spoken(text: str, accounts: list[str], spoken: dict[str, bool]) -> None:
    """A known name is found; whether it counts anywhere depends on the word and on its neighbours."""
    assert spoken == _spoken(text, *accounts)


def test_lookup() -> None:
    """A name is looked up without letter case, outer marks, accents and its legal form."""
    known = known_names(names("Café Nero", "Acme GmbH"))

    assert "Café Nero" == lookup(" cafe  nero. ", known)
    assert "Café Nero" == lookup("CAFÉ NERO", known)
    assert "Acme GmbH" == lookup("acme", known)
    assert lookup("nobody", known) is None


def test_tokens() -> None:
    """A name becomes one token, marks are left out except for colons."""
    text = "hi, cloud nine: 120!"
    spoken = spoken_names(text, cut(text), known_names(names("Cloud Nine")), lambda _: False)

    assert ["hi", "@", ":", "120"] == [token.key for token in tokens_of(cut(text), spoken, str)]
