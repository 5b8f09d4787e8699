"""Mapping files: YAML that says how the rows of a file become answers, checked against a pack and a header."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.core.errors import FileRefused
from bot.core.mapping import RowMapping, find_problems
from bot.core.pack import Pack
from bot.core.problem import Problem, error
from bot.library.reading import read_as
from bot.library.text_file import Unreadable, read_text_file
from bot.library.yaml_tree import Tree, read_yaml


def load_mapping(path: Path, pack: Pack, columns: Sequence[str] | None = None) -> RowMapping:
    """Read and check a mapping file.

    Args:
        path: the file.
        pack: whose traits the mapping is about.
        columns: the header of the table that it is for; None where rows name their own fields.

    Raises:
        FileRefused: the file cannot be read or has errors; all of them are reported at once, by line.
    """
    try:
        document = read_yaml(read_text_file(path))
    except Unreadable as wrong:
        raise _refused(path, [error((), str(wrong), wrong.line)]) from wrong
    reading = read_as(RowMapping, _with_nulls_kept(document.root))
    problems = [*document.problems, *reading.problems]
    if reading.value is not None:
        found = find_problems(reading.value, pack, columns)
        problems += [replace(each, line=document.root.line_at(each.place)) for each in found]
    if problems or reading.value is None:
        raise _refused(path, problems)
    return reading.value


def _with_nulls_kept(root: Tree) -> Tree:
    """The same tree with `otherwise: null` written out: the reader takes an empty value for a key that is not there."""
    answers = root.part("answers")
    if answers is None or not isinstance(root.value, dict) or not isinstance(answers.value, dict):
        return root
    kept = {trait: _with_null_kept(each) for trait, each in answers.value.items()}
    return replace(root, value={**root.value, "answers": replace(answers, value=kept)})


def _with_null_kept(answer: Tree) -> Tree:
    otherwise = answer.part("otherwise")
    if otherwise is None or otherwise.value is not None or not isinstance(answer.value, dict):
        return answer
    return replace(answer, value={**answer.value, "otherwise": replace(otherwise, value="null")})


def _refused(path: Path, problems: Sequence[Problem]) -> FileRefused:
    lines = [str(replace(each, file=str(path))) for each in sorted(problems, key=lambda each: each.line or 0)]
    count = f"{len(lines)} error{'s' if len(lines) != 1 else ''}"
    return FileRefused("\n".join([f"The mapping {path.name} has {count}:", *lines]))
