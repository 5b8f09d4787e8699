"""What a question asks for by how it is put."""

from datetime import date

import pytest

from bot.core.journey import Journey
from bot.core.pack import Pack
from bot.core.passage import Leaning, Meaning, PassageKind
from bot.core.passage_leaning import leaning
from bot.core.persona import Persona

PACK = Pack(
    name="p",
    title="P",
    version=1,
    owner="o@example.com",
    reviewed_on=date(2026, 9, 1),
    traits=(),
    icps=(),
    journey=Journey(),
    personas=(
        Persona(id="workshop", title="Workshop lead", also=("head of maintenance",)),
        Persona(id="bursar", title="Bursar"),
    ),
)
ASSET, PERSONA, PLAYBOOK, ICP = PassageKind.ASSET, PassageKind.PERSONA, PassageKind.PLAYBOOK, PassageKind.ICP


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("what do i send them", {ASSET}),
        ("anything on security?", {ASSET}),
        ("best time to ring", {PERSONA}),
        ("they say it is too expensive", {PERSONA, PLAYBOOK}),
        ("too small?", {ICP}),
        ("send something on their worries", {ASSET, PERSONA, PLAYBOOK}),
        ("price per seat", set()),
        ("", set()),
    ],
)
def test_how_it_is_put_says_what_is_asked_for(text: str, kinds: set[PassageKind]) -> None:
    """Something to send is an asset, a worry is answered at a persona or in the playbook, a size at an ICP."""
    assert Leaning(frozenset(kinds)) == leaning(text, PACK)


@pytest.mark.parametrize("text", ["the workshop leads", "our Head of Maintenance", "the fitter guy"])
def test_a_persona_is_known_by_its_names(text: str) -> None:
    """By its title, another name, or what a word stands for; half of a name is none."""
    meant = (Meaning(1, 1, "workshop lead"),) if "fitter" in text else ()

    assert {"workshop"} == leaning(text, PACK, meant).personas
    assert set() == leaning("the head of the workshop", PACK).personas


def test_a_letter_is_read_from_its_beginning() -> None:
    """What stands behind very many other words asks for nothing, so that a pasted letter is answered at once."""
    letter = "zzz " * 1_000

    assert Leaning(frozenset({ASSET}), frozenset({"bursar"})) == leaning(f"send the bursar {letter}", PACK)
    assert Leaning() == leaning(f"{letter} send the bursar", PACK)
