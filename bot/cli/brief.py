"""Brief a rep before a call: in the terminal, as Markdown, as PDF, or as JSON for programs."""

import re
import sys
import unicodedata
from collections.abc import Callable
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.chat import desk
from bot.cli.stage import stage_named
from bot.cli.terminal import PackOption, TodayOption, say, terminal
from bot.cli.views.briefing import briefing_lines
from bot.cli.visible import visible
from bot.core.briefing_sections import Manner
from bot.core.errors import AccountUnknown, FikaError
from bot.core.pack import Pack
from bot.core.wording import counted, listed
from bot.flows.accounts import known_names, show_account
from bot.flows.briefing import Briefing, brief, clock
from bot.flows.briefing_text import briefing_text
from bot.flows.desk import Desk
from bot.flows.moment import moment

AT_THE_PROMPT = Manner("say whom with --persona, as in --persona {id}", "give it with --stage, as in --stage evaluate")
_OUT = "-"
_LONGEST_SLUG = 60
_NEAR = 0.5
"""How alike a name has to be to be suggested."""


class Format(StrEnum):
    """In which form a briefing is given."""

    TEXT = "text"
    MD = "md"
    PDF = "pdf"
    JSON = "json"


_ENDINGS = {Format.TEXT: "txt"}
"""How a file of a form is called, where that is not the name of the form."""


def brief_account(
    account: Annotated[
        str, typer.Argument(help="The account: its name, #number as listed, or what another system calls it.")
    ],
    persona: Annotated[
        str | None,
        typer.Option("--persona", help="Whom you meet: a persona's id, title or other name.", metavar="ROLE"),
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option("--stage", help="The stage of the journey, by any name the pack knows.", metavar="STAGE"),
    ] = None,
    when: Annotated[
        str | None, typer.Option("--when", help='When the call is, as "tomorrow 10:00".', metavar="TIME")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="In which form.")] = Format.TEXT,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="Write it to this file; - for standard output. Without it a PDF goes to briefing-ACCOUNT.pdf, and "
            "anything else to standard output.",
            metavar="FILE",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file where it is there already.")] = False,
    today: TodayOption = None,
    pack: PackOption = None,
) -> None:
    """Brief you before a call: the verdict, whom you meet, what to ask, what to send and what to avoid."""
    here = desk(terminal(), pack, today, quick=True)
    found = _account_named(account, here)
    persona_id = None if persona is None else _persona_named(persona, here.pack)
    stage_id = None if stage is None else stage_named(stage, here.pack.journey)
    if when is not None and moment(when, clock(here)) is None:
        raise FikaError(f"{when!r} is no time that I can read, or it has passed. Write one as: tomorrow 10:00.")
    target = output or (_file_name(here, found) if form is Format.PDF else _OUT)
    _refuse(target, form, force=force)  # a briefing that is not written is none: nothing is noted
    content = _SET[form](brief(found, here, persona_id, stage_id, when), here)
    if target == _OUT:
        typer.echo(content, nl=False)
        return
    _write(Path(target), content, force=force)
    say([f"Written to {target}."])


def _account_named(name: str, here: Desk) -> int:
    try:
        return show_account(here.ports, here.scope, name).id
    except AccountUnknown as wrong:
        count = len({each.account_id for each in known_names(here.ports, here.scope)})
        there = f"`fika accounts list` shows the {counted(count, 'account')}" if count else "There is no account yet"
        raise FikaError(f"{wrong} {there}; `fika accounts add` adds one.") from None


def _persona_named(name: str, pack: Pack) -> str:
    names = {known.casefold(): each.id for each in pack.personas for known in (*each.also, each.title, each.id)}
    wanted = " ".join(name.split()).casefold()
    if wanted in names:
        return names[wanted]
    there = listed([f"{each.id} ({each.title})" for each in pack.personas], "and") or "none in this pack"
    raise FikaError(f"There is no persona {name!r}.{_near(wanted, names)} The personas: {there}.")


def _near(wanted: str, names: dict[str, str]) -> str:
    near = get_close_matches(wanted, names, n=1, cutoff=_NEAR)
    return f" Did you mean {names[near[0]]}?" if near else ""


def _text(briefing: Briefing, here: Desk) -> str:
    lines = briefing_lines(briefing, here.scorer, here.today, draft=here.draft, manner=AT_THE_PROMPT)
    return visible("\n".join(lines)) + "\n"


def _markdown(briefing: Briefing, here: Desk) -> str:
    from bot.core.briefing_markdown import as_markdown

    text = briefing_text(briefing, here.scorer, here.today, draft=here.draft, manner=AT_THE_PROMPT)
    return visible(as_markdown(text))


def _pdf(briefing: Briefing, here: Desk) -> bytes:
    from bot.library.pdf import draw_pdf

    text = briefing_text(briefing, here.scorer, here.today, draft=here.draft, manner=AT_THE_PROMPT)
    return draw_pdf(text, here.today)


def _json(briefing: Briefing, here: Desk) -> str:
    from bot.cli.views.briefing_json import briefing_json
    from bot.core.canonical import canonical_json

    return canonical_json(briefing_json(briefing, here.pack, here.today)) + "\n"


_SET: dict[Format, Callable[[Briefing, Desk], str | bytes]] = {
    Format.TEXT: _text,
    Format.MD: _markdown,
    Format.PDF: _pdf,
    Format.JSON: _json,
}


def _file_name(here: Desk, account_id: int) -> str:
    return f"briefing-{slug(here.account(account_id).name) or account_id}.pdf"


def slug(name: str) -> str:
    """A name in small Latin letters and digits, as a file may be called on any system; nothing where it has none."""
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub("[^a-z0-9]+", "-", latin)[:_LONGEST_SLUG].strip("-")


def _refuse(target: str, form: Format, *, force: bool) -> None:
    """Refuse a target that a briefing cannot go to.

    Raises:
        FikaError: it is a terminal that would show the bytes of a PDF, a folder, or a file that is there already.
    """
    if target == _OUT:
        if form is Format.PDF and sys.stdout.isatty():
            raise FikaError(
                "A terminal cannot show a PDF. Name a file with --output, or send it on to another program."
            )
    elif Path(target).is_dir():
        inside = Path(target) / f"briefing.{_ENDINGS.get(form, form)}"
        raise FikaError(f"{target} is a folder. Name a file in it, as in: --output {inside}")
    elif not force and Path(target).exists():
        raise FikaError(_there(target))


def _there(target: str | Path) -> str:
    return f"{target} is there already. Give --force to overwrite it, or another name with --output."


def _write(target: Path, content: str | bytes, *, force: bool) -> None:
    raw = content.encode(errors="replace") if isinstance(content, str) else content
    try:
        with target.open("wb" if force else "xb") as file:
            file.write(raw)
    except FileExistsError:
        raise FikaError(_there(target)) from None
    except OSError as wrong:
        why = f"{target} cannot be written ({wrong.strerror})"
        raise FikaError(f"{why}. Name a file in a folder that is there and that you may write to.") from None
