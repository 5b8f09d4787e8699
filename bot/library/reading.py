"""Reading: a tree of texts becomes a model, or a list of everything that is wrong with it.

The tree knows no types: each field of the model says what its text is to be. Where something is wrong the rest is read
all the same, so that a pack's parts can be held against each other even while some of them have faults, and all errors
are reported at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.core.problem import Place, Problem, error, unknown
from bot.core.trait import Frozen
from bot.library.scalar import day, plain_decimal, truth, whole_number
from bot.library.wording import name_of, sentence
from bot.library.yaml_tree import Tree

M = TypeVar("M", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """What became of a tree."""

    value: M | None
    """The model, without what is `unread`; None where too little is left of it."""
    tree: Tree
    """What `value` was read from: places within the value are places within this tree."""
    problems: tuple[Problem, ...] = ()
    unread: tuple[Place, ...] = ()
    """What had to be left out; the empty place stands for everything."""


@dataclass(frozen=True, slots=True)
class Form:
    """How to read one kind of file beyond what its model says."""

    given: Mapping[str, str] | None = None
    """Fields whose value does not stand in the file's YAML; they are no keys there."""
    stand_in: Mapping[str, str | list[Tree]] | None = None
    """What to put for a required key that is missing, so that the rest can still be checked."""
    whole: tuple[str, ...] = ()
    """Fields whose entries are left out as a whole when something in them is wrong: half a rating misleads."""


def read_as(model: type[M], tree: Tree, form: Form | None = None) -> Reading[M]:
    """Read a tree as a model, as far as it goes."""
    form = form or Form()
    value, problems = _validated(model, tree, form)
    if not problems:
        return Reading(value, tree)
    rest, faults, unread = tree, problems, list[Place]()
    while faults:
        places = {_grain(fault.place, form) for fault in faults}
        if () in places:
            filled, rest = _filled(rest, form)
            if not filled:
                return Reading(None, tree, problems, ((),))
            unread.extend(filled)
            places.discard(())
        unread.extend(sorted(places, key=str))
        rest = rest.without(places)
        value, faults = _validated(model, rest, form)
    return Reading(value, rest, problems, tuple(unread))


def _grain(place: Place, form: Form) -> Place:
    return place[:2] if place and place[0] in form.whole else place


def _filled(tree: Tree, form: Form) -> tuple[list[Place], Tree]:
    """A tree with something under every key that is missing and has a stand-in, and where that was needed."""
    if not isinstance(tree.value, dict) or form.stand_in is None:
        return [], tree
    there = {key: part for key, part in tree.value.items() if part.value is not None}
    missing = {key: Tree(value, tree.line) for key, value in form.stand_in.items() if key not in there}
    return [(key,) for key in missing], replace(tree, value={**missing, **there})


def _validated(model: type[M], tree: Tree, form: Form) -> tuple[M | None, tuple[Problem, ...]]:
    walk = _Walk(tree, frozenset(form.given or ()))
    data = walk.typed(tree, model, ())
    if isinstance(data, dict):
        data |= form.given or {}
    try:
        value = model.model_validate(data)
    except ValidationError as wrong:
        return None, (*walk.problems, *walk.translated(wrong))
    return value if not walk.problems else None, tuple(walk.problems)


class _Walk:
    """One walk over a tree along the fields of a model."""

    def __init__(self, root: Tree, hidden: frozenset[str]) -> None:
        self.root = root
        self.hidden = hidden
        self.problems: list[Problem] = []

    def wrong(self, place: Place, message: str) -> None:
        self.problems.append(error(place, message, self.root.line_at(place)))

    def typed(self, tree: Tree, annotation: Any, place: Place) -> Any:
        """The value of a tree as pydantic is to see it; what is no such value stays as it is."""
        reader = _reader(annotation)
        return reader(self, tree, place)

    def scalar(self, tree: Tree, place: Place, convert: Callable[[str], object]) -> object:
        if not isinstance(tree.value, str):
            return tree.plain()
        try:
            return convert(tree.value)
        except ValueError as wrong:
            self.wrong(place, str(wrong))
            return tree.value

    def fields(self, tree: Tree, model: type[BaseModel], place: Place) -> object:
        if not isinstance(tree.value, dict):
            return tree.plain()
        known = _keys(model)
        allowed = [key for key in known if place or key not in self.hidden]
        data: dict[str, object] = {}
        for key, part in tree.value.items():
            if key not in allowed:
                cut_off = part.value is None and " " in key
                hint = "; put a text that holds a comma in quotes" if cut_off else ""
                self.wrong((*place, key), unknown("key", key, allowed) + hint)
            elif part.value is not None or known[key].is_required():
                data[key] = self.typed(part, known[key].annotation, (*place, key))
        return data

    def entries(self, tree: Tree, annotation: Any, place: Place) -> object:
        if not isinstance(tree.value, dict):
            return tree.plain()
        a_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        return {
            key: {} if a_model and part.value is None else self.typed(part, annotation, (*place, key))
            for key, part in tree.value.items()
        }

    def items(self, tree: Tree, annotation: Any, place: Place) -> object:
        if not isinstance(tree.value, list):
            return tree.plain()
        return [self.typed(part, annotation, (*place, index)) for index, part in enumerate(tree.value)]

    def either(self, tree: Tree, by_key: Any, by_item: Any, place: Place) -> object:
        if isinstance(tree.value, dict):
            return self.typed(tree, by_key, place)
        if isinstance(tree.value, list):
            return self.typed(tree, by_item, place)
        self.wrong(place, f"{name_of(place)} must be keys with values, or a list of rows")
        return tree.value

    def translated(self, wrong: ValidationError) -> list[Problem]:
        """What pydantic found, in sentences, without what this walk has found already."""
        found = {problem.place for problem in self.problems}
        problems = []
        for fault in wrong.errors(include_url=False):
            place, rest = self._placed(fault["loc"])
            of_another_shape = fault["type"] in ("dict_type", "tuple_type") and rest
            if place not in found and not of_another_shape:
                problems.append(error(place, sentence(fault, place), self.root.line_at(place)))
        return problems

    def _placed(self, loc: tuple[int | str, ...]) -> tuple[Place, int]:
        """Where pydantic's location is in the tree, and how many of its parts are not there.

        It puts the name of a union's branch and a mark for keys in between, and names the key that is missing.
        """
        here, place = self.root, []
        for part in loc:
            below = here.part(part)
            if below is not None:
                here = below
                place.append(part)
        return tuple(place), len(loc) - len(place)


_Reader = Callable[[_Walk, Tree, Place], Any]


@cache
def _reader(annotation: Any) -> _Reader:
    """How to read a field of that type."""
    origin, args = _origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _reader(args[0])
    if origin in (Union, UnionType):
        return _union_reader([arg for arg in args if arg is not NoneType])
    if origin is tuple:
        return lambda walk, tree, place: walk.items(tree, args[0], place)
    if origin is dict:
        return lambda walk, tree, place: walk.entries(tree, args[1], place)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return lambda walk, tree, place: walk.fields(tree, annotation, place)
    return _scalar_reader(annotation)


def _origin(annotation: Any) -> Any:
    return get_origin(annotation)


def _union_reader(branches: list[Any]) -> _Reader:
    if len(branches) == 1:
        return _reader(branches[0])
    by_key, by_item = sorted(branches, key=lambda branch: _origin(branch) is not dict)
    return lambda walk, tree, place: walk.either(tree, by_key, by_item, place)


_SCALARS: dict[type, Callable[[str], object]] = {int: whole_number, bool: truth, date: day, Decimal: plain_decimal}


def _scalar_reader(annotation: Any) -> _Reader:
    kind = annotation
    if get_origin(annotation) is Literal:
        kind = type(get_args(annotation)[0])
    if isinstance(kind, type) and not issubclass(kind, Enum) and kind in _SCALARS:
        convert = _SCALARS[kind]
        return lambda walk, tree, place: walk.scalar(tree, place, convert)
    return lambda _walk, tree, _place: tree.plain()


@cache
def _keys(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys that files use for them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}
