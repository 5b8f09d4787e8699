"""Schemas: what each kind of file of a pack may hold, as JSON Schemas for an editor.

An editor reads YAML with types of its own, and the loader reads every scalar as text. So a schema takes a text also as
the number or boolean that an editor makes of it, and a number also in quotes: a schema accepts what the loader accepts.
The reverse does not hold; whether the parts agree is only known to `fika check`.
"""

import ast
import inspect
import json
import textwrap
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.core.asset import Asset
from bot.core.errors import FileRefused
from bot.core.icp import Icp
from bot.core.journey import Journey, StageId
from bot.core.pack import Manifest
from bot.core.persona import Persona
from bot.core.playbook import Page
from bot.core.qualification import Framework
from bot.core.trait import Trait
from bot.library.folder import SCHEMA_FOLDER

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest one that editors for YAML know in full."""
_NULL: JsonSchemaValue = {"type": "null"}
_WHOLE: JsonSchemaValue = {"type": "string", "pattern": r"^[+-]?(0|[1-9][0-9]*)$"}
_DECIMAL: JsonSchemaValue = {"type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"}
_WORDS_FOR_TRUTH = ("true", "yes", "on", "false", "no", "off")

_KINDS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "pack": (Manifest, ()),
    "traits": (list[Trait], ()),
    "icp": (Icp, ()),
    "persona": (Persona, ()),
    "journey": (Journey, ()),
    "qualification": (Framework, ()),
    "asset": (Asset, ("id", "body")),
    "page": (Page, ("id", "body")),
}
"""For each kind of file its model, and the fields of it that are no keys there."""


def write_schemas(pack: Path) -> list[Path]:
    """Write one `*.schema.json` for each kind of file into the folder `.schemas` of a pack's folder.

    Returns:
        The files written. The same models always give the same bytes.

    Raises:
        FileRefused: the folder cannot be written to.
    """
    folder, written = pack / SCHEMA_FOLDER, []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, schema in schemas().items():
            path = folder / f"{kind}.schema.json"
            path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            written.append(path)
    except OSError as wrong:
        raise FileRefused(f"The schemas cannot be written into {str(folder)!r}: {wrong.strerror}.") from wrong
    return written


def schemas() -> dict[str, JsonSchemaValue]:
    """The JSON Schema of each kind of file: pack, traits, icp, persona, journey, qualification, asset and page.

    Those of assets and pages are for their front matter.
    """
    return {kind: _schema(kind, model, hidden) for kind, (model, hidden) in _KINDS.items()}


def _schema(kind: str, model: Any, hidden: tuple[str, ...]) -> JsonSchemaValue:
    schema = TypeAdapter(model).json_schema(schema_generator=_AsEditorsRead)
    for name in hidden:
        del schema["properties"][name]
    if "id" in schema.get("required", ()):
        # Where there is no id inside, the name of the file is the id.
        schema["required"] = [name for name in schema["required"] if name != "id"]
        if "id" not in hidden:
            schema["properties"]["id"] = {"anyOf": [schema["properties"]["id"], _NULL]}
    if kind == "journey":
        _name_the_stages(schema)
    return {"$schema": _DIALECT, **schema, "title": f"Fika: {kind}"}


def _name_the_stages(schema: JsonSchemaValue) -> None:
    """Say each of the five stages by name, so that an editor can offer them."""
    stages = schema["properties"]["stages"]
    stage = {"anyOf": [{"$ref": "#/$defs/JourneyStage"}, _NULL]}
    schema["required"] = ["stages"]
    schema["properties"]["stages"] = {
        "type": "object",
        "title": stages["title"],
        "properties": {stage_id.value: stage for stage_id in StageId},
        "required": [stage_id.value for stage_id in StageId],
        "additionalProperties": False,
    }


class _AsEditorsRead(GenerateJsonSchema):
    """Schemas that take every form in which an editor may see a scalar that the loader accepts."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        plain = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, words in _field_docstrings(model).items():
            field = model.model_fields[name]
            plain["properties"][field.alias or name]["description"] = words
        return plain

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {"anyOf": [super().int_schema(schema), _WHOLE]}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        words = "|".join("".join(f"[{one.upper()}{one}]" for one in word) for word in _WORDS_FOR_TRUTH)
        return {"anyOf": [super().bool_schema(schema), {"type": "string", "pattern": f"^({words})$"}]}

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        number: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(number, schema, self.ValidationsMapping.numeric)
        return {"anyOf": [number, _DECIMAL]}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        plain = super().literal_schema(schema)
        numbers = [value for value in schema["expected"] if isinstance(value, int)]
        quoted = [sign + str(abs(number)) for number in numbers for sign in _signs(number)]
        return {"anyOf": [plain, {"type": "string", "enum": quoted}]} if quoted else plain

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        plain = super().default_schema(schema)
        if _NULL in plain.get("anyOf", ()):
            return plain
        default = {"default": plain.pop("default")} if "default" in plain else {}
        return {"anyOf": [plain, _NULL], **default}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        plain = super().dict_schema(schema)
        by_pattern = plain.get("patternProperties", {})
        for pattern, value in by_pattern.items():
            by_pattern[pattern] = _or_nothing(value)
        if isinstance(plain.get("additionalProperties"), dict):
            plain["additionalProperties"] = _or_nothing(plain["additionalProperties"])
        return plain


def _field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """What stands below each field of a model.

    Pydantic can do this for every model as its class is made (`use_attribute_docstrings`), but that reads the source of
    all of them at each start; only an editor's schema needs it.
    """
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(body.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


def _or_nothing(value: JsonSchemaValue) -> JsonSchemaValue:
    """A model without required keys may be left empty, as an option without a label or other words."""
    return {"anyOf": [value, _NULL]} if "$ref" in value else value


def _signs(number: int) -> tuple[str, ...]:
    return ("", "+", "-") if number == 0 else ("", "+") if number > 0 else ("-",)
