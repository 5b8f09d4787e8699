"""The schemas accept what the loader accepts, and catch what an editor can catch."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.core.errors import FileRefused
from bot.library.pieces import split_front_matter
from bot.library.schemas import schemas, write_schemas
from bot.library.skeleton import write_skeleton

HERE = Path(__file__).parent
KINDS = {"icps": "icp", "personas": "persona", "qualification": "qualification", "assets": "asset", "playbook": "page"}


class AsAnEditor(yaml.CSafeLoader):
    """Reads YAML as editors do, by version 1.2: only true and false are booleans, and dates are texts."""


AsAnEditor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag.endswith((":int", ":float", ":null"))]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def complaints(kind: str, value: Any) -> list[str]:
    """What the schema of a kind of file says against a value."""
    return [error.message for error in Draft7Validator(schemas()[kind]).iter_errors(value)]


def as_json(value: Any) -> Any:
    """A value as an editor hands it to a schema: the keys of a mapping are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(part) for key, part in value.items()}
    return [as_json(part) for part in value] if isinstance(value, list) else value


def files(folder: Path) -> list[tuple[Path, str]]:
    """The files of a pack, each with its kind."""
    top = [(folder / f"{kind}.yaml", kind) for kind in ("pack", "traits", "journey")]
    return [*top, *((path, kind) for part, kind in KINDS.items() for path in sorted((folder / part).glob("*.*")))]


def read(path: Path) -> Any:
    """What an editor sees of a file; of Markdown, the front matter."""
    text = path.read_text(encoding="utf-8")
    return as_json(yaml.load(split_front_matter(text)[0] if path.suffix == ".md" else text, Loader=AsAnEditor))


def test_a_valid_pack_is_accepted(tmp_path: Path) -> None:
    """No file of a pack that the loader takes is marked in an editor."""
    write_skeleton("mine", tmp_path / "mine")
    for folder in (HERE / "packs" / "whole", tmp_path / "mine", HERE.parent / "data" / "worked" / "pack"):
        for path, kind in files(folder):
            assert [] == complaints(kind, read(path)), path


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("page", {"title": 2026, "updated_on": "2026-01-01"}),
        ("page", {"title": True, "updated_on": "2026-01-01"}),
        ("icp", {"id": None, "role": "negative", "name": 7, "ratings": {"a": {"points": {"50": "+3", "x": "-0"}}}}),
        ("icp", {"role": "negative", "name": "x", "narrative": None, "knockouts": {"a": [7, "<20", False]}}),
        (
            "icp",
            {"role": "primary", "name": "x", "ratings": {"a": {"required": "On", "points": {}, "otherwise": None}}},
        ),
        (
            "traits",
            [{"id": 5, "label": 5, "group": "firmographic", "kind": "tags", "question": 5, "options": {"a": None}}],
        ),
        ("traits", [{"id": "a", "label": "a", "group": "firmographic", "kind": "flag", "question": "a", "cost": "2"}]),
    ],
)
def test_a_text_may_look_like_something_else(kind: str, value: Any) -> None:
    """What an editor takes for a number, a boolean or nothing is accepted where the loader reads a text."""
    assert [] == complaints(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("pack", {"name": "x", "title": "x", "version": 1, "owner": "x"}),
        ("pack", {"name": "a b", "title": "x", "version": 1, "owner": "x", "reviewed_on": "2026-01-01"}),
        ("pack", {"name": "x", "title": "x", "version": 0, "owner": "x", "reviewed_on": "2026-01-01"}),
        ("traits", {"id": "x"}),
        ("traits", [{"id": "x", "label": "x", "group": "firmographic", "kind": "sum", "question": "x"}]),
        ("icp", {"role": "primary", "name": "x", "ratings": {"a": {"points": {"x": 4}}}}),
        ("icp", {"role": "primary", "name": "x", "ratings": {"a": {"points": [{"has": ["x"], "points": 2}]}}}),
        ("icp", {"role": "primary", "name": "x", "rating": {}}),
        ("journey", {"stages": {"awareness": {}}}),
        ("journey", {"stages": dict.fromkeys(("awareness", "learn", "evaluate", "consider", "buy", "sell"))}),
        ("asset", {"title": "x", "url": "x", "format": "x", "stages": [], "body": "x"}),
        ("page", {"id": "x", "title": "x", "updated_on": "2026-01-01"}),
        ("persona", {"title": "x", "pains": [{"pain": "x"}]}),
        ("qualification", {"title": "x", "items": []}),
    ],
)
def test_what_an_editor_can_see_is_caught(kind: str, value: Any) -> None:
    """Missing and unknown keys, values off the scale and wrong shapes are marked while typing."""
    assert complaints(kind, value)


def test_the_schemas_are_written_alike_each_time(tmp_path: Path) -> None:
    """One file for each kind, valid itself, with the same bytes on every run."""
    first, second = write_schemas(tmp_path / "a"), write_schemas(tmp_path / "b")

    assert [tmp_path / "a" / ".schemas" / f"{kind}.schema.json" for kind in schemas()] == first
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    for path in first:
        Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_descriptions_reach_the_editor() -> None:
    """What a field means is shown where it is typed."""
    described = schemas()["traits"]["$defs"]["Trait"]["properties"]["question"]["description"]

    assert "How to ask; {account} stands for the account's name." == described


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Where the schemas cannot go, a sentence says so."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FileRefused, match="The schemas cannot be written into"):
        write_schemas(tmp_path / "file" / "below")
