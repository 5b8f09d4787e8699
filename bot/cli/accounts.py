"""Accounts: take them from a file, list, show, change and forget them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.chat import HISTORY, desk
from bot.cli.stage import stage_named
from bot.cli.terminal import JsonOption, PackOption, Terminal, TodayOption, parse_date, say, terminal
from bot.cli.views.account import account_lines, history_lines, list_lines, noted_words
from bot.cli.views.importing import summary_lines
from bot.cli.views.response import AT_THE_PROMPT, response_lines
from bot.cli.visible import visible
from bot.core.account import Account
from bot.core.canonical import canonical_json
from bot.core.disagreement import Keep
from bot.core.errors import FikaError
from bot.core.fit_words import headline
from bot.core.journey import StageSaid
from bot.core.mapping import RowMapping
from bot.core.pack import Pack
from bot.core.stage_words import stage_words
from bot.core.wording import counted
from bot.flows import accounts as flow
from bot.flows.desk import Desk
from bot.flows.disagreement import choose, disputed_now
from bot.flows.importing import ImportJob, ImportSummary, import_rows
from bot.flows.outcome import Memory, NotDisputed, Response, StageMoved
from bot.flows.packs import CurrentPack, current_pack
from bot.flows.staging import stage_shown
from bot.flows.telling import take_back_stage, undo_last
from bot.ports import Rows, Scope

NameArgument = Annotated[
    str, typer.Argument(help="The account: its name, #number as listed, or what another system calls it.")
]
IMPORTS = "imports"
"""The folder of a pack that holds mappings."""


def build_app() -> typer.Typer:
    """The commands under `fika accounts`."""
    app = typer.Typer(help="List, show, change, export and forget accounts.", no_args_is_help=True)
    commands: dict[str, Callable[..., None]] = {
        "list": list_all,
        "show": show,
        "add": add,
        "rename": rename,
        "merge": merge,
        "stage": stage,
        "undo": undo,
        "settle": settle,
        "export": export,
        "forget": forget,
    }
    for name, command in commands.items():
        app.command(name)(command)
    return app


def import_file(
    file: Annotated[Path, typer.Argument(help="A CSV file, or JSON lines.")],
    pack: PackOption = None,
    mapping: Annotated[
        str | None,
        typer.Option("--map", help="How to read the columns: a YAML file, or the name of one in the pack's imports/."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="The date on which the values were true.", metavar="DATE"),
    ] = None,
) -> None:
    """Take accounts from a file. Taking it twice changes nothing."""
    at = terminal()
    day = None if as_of is None else parse_date(as_of)
    if day is not None and day > at.today(None):
        raise FikaError(f"{day} is still to come; --as-of is the day on which the values were true.")
    summary = take_file(at, file, pack=pack, mapping=mapping, as_of=day)
    if not summary.clean:
        raise typer.Exit(1)


def take_file(
    at: Terminal, file: Path, *, pack: str | None, mapping: str | None = None, as_of: date | None = None
) -> ImportSummary:
    """Take accounts from a file and print what became of its rows."""
    from bot.library.rows import count_lines, open_rows

    _refuse_undecodable(file)
    current = current_pack(at.pack(pack), at.team, at.ports)
    rows = open_rows(file)
    read = _mapping(at, mapping, pack, current, rows) if mapping else None
    job = ImportJob(rows, current.pack, read, as_of, draft=current.draft)
    with _progress(count_lines(file)) as progress:
        summary = import_rows(job, at.team, at.ports, at.now, progress)
    say(summary_lines(summary))
    return summary


def _refuse_undecodable(file: Path) -> None:
    """Refuse a file whose name is not UTF-8: it becomes the source of answers, and nothing can store it."""
    if any("\ud800" <= character <= "\udfff" for character in file.name):
        raise FikaError(f"The name of the file {file.name!a} is not UTF-8; rename it and try again.")


def _mapping(at: Terminal, named: str, pack: str | None, current: CurrentPack, rows: Rows) -> RowMapping:
    from bot.library.mapping_file import load_mapping

    return load_mapping(_mapping_file(at, named, pack), current.pack, rows.columns)


def _mapping_file(at: Terminal, named: str, pack: str | None) -> Path:
    """A path, or the name of a mapping that comes with the pack."""
    from bot.bootstrap import shipped
    from bot.library.folders import FolderPacks

    if Path(named).exists() or Path(named).name != named:
        return Path(named)
    folder = FolderPacks(shipped("knowledge")).find(at.pack(pack)) / IMPORTS
    inside = folder / (named if named.endswith(".yaml") else f"{named}.yaml")
    if inside.exists():
        return inside
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    hint = f"; the pack has {', '.join(known)}" if known else ""
    raise FikaError(f"There is no mapping {named!r}{hint}.")


@contextmanager
def _progress(lines: int) -> Iterator[Callable[[int], None] | None]:
    """A progress bar where there is a person to watch it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        # Every row is gone through twice: once to see what belongs together, once to write it.
        task = bar.add_task("Importing", total=lines)
        yield lambda done: bar.update(task, completed=done)


def _pack(at: Terminal, named: str | None) -> Pack:
    return current_pack(at.pack(named), at.team, at.ports).pack


def _scope(at: Terminal, named: str | None) -> Scope:
    return at.scope(_pack(at, named).name)


def list_all(pack: PackOption = None, as_json: JsonOption = False) -> None:
    """List every account."""
    at = terminal()
    scope = _scope(at, pack)
    listed = flow.list_accounts(at.ports, scope)
    if as_json:
        say(
            canonical_json(
                {"id": each.account_id, "name": each.name, "also": each.also, "external_ids": each.external_ids}
            )
            for each in listed
        )
        return
    say([*list_lines(listed), f"{counted(len(listed), 'account')}.", *(() if listed else _elsewhere(at, scope))])


def _elsewhere(at: Terminal, scope: Scope) -> Iterator[str]:
    """Which other packs of the team have accounts, for somebody who sees none in this one."""
    with at.ports.store().begin(scope, writes=False) as work:
        others = [name for name in work.packs.names() if name != scope.pack]
    for name in others:
        if count := len(flow.list_accounts(at.ports, at.scope(name))):
            has = counted(count, "account")
            yield f"This is the pack {scope.pack}. The pack {name} has {has}; `--pack` says which pack is meant."


def show(
    name: NameArgument,
    pack: PackOption = None,
    history: Annotated[
        bool, typer.Option("--history", help="Show every answer ever recorded, the ones taken back included.")
    ] = False,
    today: TodayOption = None,
) -> None:
    """Show what is known of an account, and who said so."""
    at = terminal()
    here = desk(at, pack, today)
    found = flow.show_account(at.ports, at.scope(here.scorer.pack.name), name)
    lines = history_lines(found, here.scorer.pack) if history else _known_lines(here, found)
    near = name.casefold() not in {each.casefold() for each in (found.name, *found.also, *found.external_ids)}
    hint = [f"I took {name!r} for {found.name}."] if near and not name.startswith("#") else []
    say([*hint, *lines])


def _known_lines(here: Desk, found: Account) -> list[str]:
    answer = here.answer(found)
    return [*account_lines(answer, here.scorer.pack), "", headline(answer.report)]


def add(
    name: Annotated[str, typer.Argument(help="The new account's name.")],
    pack: PackOption = None,
    external_id: Annotated[
        str | None, typer.Option("--external-id", help="What another system calls it.", metavar="ID")
    ] = None,
) -> None:
    """Add an account of which nothing is known yet."""
    at = terminal()
    account = flow.add_account(at.ports, _scope(at, pack), name, external_id)
    say([f"Added {account.name} (#{account.id})."])


def rename(
    name: NameArgument, new_name: Annotated[str, typer.Argument(help="The new name.")], pack: PackOption = None
) -> None:
    """Give an account another name; it goes on answering to the old one."""
    at = terminal()
    scope = _scope(at, pack)
    before = flow.show_account(at.ports, scope, name)
    account = flow.rename_account(at.ports, scope, f"#{before.id}", new_name)
    say([f"{before.name} is {account.name} now."])


def merge(
    keep: Annotated[str, typer.Argument(help="The account to keep.")],
    gone: Annotated[str, typer.Argument(help="The account that becomes part of it.")],
    pack: PackOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Make two accounts one: two names, one company. This cannot be undone."""
    at = terminal()
    if not yes:
        typer.confirm(visible(f"Make {gone!r} part of {keep!r}?"), abort=True)
    account = flow.merge_accounts(at.ports, _scope(at, pack), keep, gone)
    also = f" It also answers to {', '.join(account.also)}." if account.also else ""
    say([f"The two are one account now, {account.name}.{also}"])


def stage(
    name: NameArgument,
    said: Annotated[
        str | None,
        typer.Argument(metavar="STAGE", help="The stage, by any name of the pack's. Default: show it."),
    ] = None,
    pack: PackOption = None,
) -> None:
    """Say in which stage of its journey an account is, or show it with its source."""
    at = terminal()
    here = desk(at, pack, None)
    found = flow.show_account(at.ports, here.scope, name)
    if said is not None:
        new = StageSaid(stage=stage_named(said, here.pack.journey), source=here.source, at=at.now)
        flow.say_stage(at.ports, here.scope, found.id, new)
    say([f"{found.name}: {stage_words(stage_shown(found.id, here), here.pack)}."])


def undo(name: NameArgument, pack: PackOption = None, today: TodayOption = None) -> None:
    """Take back what was last said in the terminal about an account."""
    at = terminal()
    here = desk(at, pack, today)
    found = flow.show_account(at.ports, at.scope(here.scorer.pack.name), name)
    if (stage := take_back_stage(found.id, here)) is not None:
        say([StageMoved(found.name, gone=stage).words])
        return
    undone = undo_last(found.id, here)
    if undone is None:
        raise FikaError(f"Nothing was said about {found.name} in the terminal that could be taken back.")
    say([f"Taken back for {found.name}: {noted_words(undone.gone, here.scorer.pack)}."])


def settle(
    name: NameArgument,
    trait: Annotated[str, typer.Argument(metavar="TRAIT", help="The trait on which sources disagree, by its id.")],
    keep: Annotated[Keep, typer.Option("--keep", help="Which holds: the answer given last, the older ones, or both.")],
    pack: PackOption = None,
    today: TodayOption = None,
) -> None:
    """Say which of two sources holds that disagree about an account."""
    at = terminal()
    here = desk(at, pack, today)
    found = flow.show_account(at.ports, at.scope(here.scorer.pack.name), name)
    latest = disputed_now(found, trait, here)
    outcome = choose(found.id, trait, keep, here, latest.new.id if latest else None)
    say(response_lines(Response(outcome, Memory()), here, AT_THE_PROMPT))
    if isinstance(outcome, NotDisputed):
        raise typer.Exit(1)


def export(
    pack: PackOption = None,
    full: Annotated[
        bool, typer.Option("--full", help="Every answer ever recorded, with sources, dates and quotes.")
    ] = False,
    to: Annotated[Path | None, typer.Option("--to", help="The file to write. Default: print.")] = None,
    today: TodayOption = None,
) -> None:
    """Export every account as JSON lines, ready for `fika import` and `fika score`."""
    at = terminal()
    known = _pack(at, pack)
    scope = at.scope(known.name)
    lines = (
        flow.export_in_full(at.ports, scope) if full else flow.export_accounts(at.ports, scope, known, at.today(today))
    )
    if to is None:
        say(lines)
        return
    try:
        with to.open("x", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except FileExistsError:
        raise FikaError(f"{to} is there already; name another file.") from None
    except OSError as error:
        raise FikaError(f"{to} cannot be written: {error.strerror}.") from None
    say([f"Wrote {to}."])


def forget(
    name: NameArgument, pack: PackOption = None, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False
) -> None:
    """Delete an account with every answer about it, for good."""
    at = terminal()
    scope = _scope(at, pack)
    if not yes:
        found = flow.show_account(at.ports, scope, name, exactly=True)
        answers = counted(len(found.answers), "answer")
        question = f"Forget {found.name}, its {answers} and all that was typed in the chat, for good?"
        typer.confirm(visible(question), abort=True)
    account = flow.forget_account(at.ports, scope, name)
    # What was typed in the chat may speak of the account in any words, so all of it goes.
    (at.settings.home / HISTORY).unlink(missing_ok=True)
    say([f"Forgot {account.name}, and what was typed in the chat."])
