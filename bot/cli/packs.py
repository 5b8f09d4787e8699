"""Commands for whoever writes a pack: check, new, ingest."""

from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import shipped
from bot.cli.terminal import PackOption, complain, say, terminal
from bot.core.pack import Pack
from bot.core.wording import counted
from bot.flows.packs import publish


def check(
    pack: Annotated[
        str | None, typer.Argument(help="A pack: the path of its folder, or the name of a shipped one.")
    ] = None,
    write_schema: Annotated[
        bool, typer.Option("--write-schema", help="Write JSON Schemas for editors, which then complete and check.")
    ] = False,
) -> None:
    """Check a pack: every error and warning with its file and line."""
    from bot.library.folders import FolderPacks
    from bot.library.loader import check_folder
    from bot.library.schemas import write_schemas

    at = terminal()
    folder = FolderPacks(shipped("knowledge")).find(at.pack(pack))
    if write_schema:
        written = write_schemas(folder)
        say([f"Wrote {counted(len(written), 'schema')} to {written[0].parent}."])
    problems, found = check_folder(folder)
    say(str(problem) for problem in problems)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if found is not None and not errors:
        say([f"{found.title}, version {found.version}: fine, {counted(warnings, 'warning')}. {_contents(found)}"])
        return
    complain(f"fika: {counted(errors, 'error')}, {counted(warnings, 'warning')}.")
    raise typer.Exit(1)


def _contents(pack: Pack) -> str:
    parts = {
        "trait": len(pack.traits),
        "ICP": len(pack.icps),
        "persona": len(pack.personas),
        "asset": len(pack.assets),
        "framework": len(pack.qualification),
        "playbook page": len(pack.playbook),
    }
    return "It has " + ", ".join(counted(count, noun) for noun, count in parts.items()) + "."


def new(
    name: Annotated[str, typer.Argument(help="The name of the new pack, a slug such as my-company.")],
    into: Annotated[Path | None, typer.Option("--into", help="The folder to write it into. Default: here.")] = None,
) -> None:
    """Write a commented skeleton of a pack that passes the check, and say what to fill in next."""
    from bot.library.skeleton import write_skeleton

    folder = (into or Path.cwd()) / name
    written = write_skeleton(name, folder, terminal().today(None))
    say(
        [
            f"Wrote {counted(len(written), 'file')} to {folder}.",
            "Next:",
            "  1. traits.yaml: put the twelve questions into your own words.",
            "  2. icps/: say what each answer is worth to you. Start with what rules an account out.",
            "  3. personas/, journey.yaml, assets/: who you meet, when, and what helps them.",
            f"  4. fika check {folder}",
            f"  5. fika ingest --pack {folder}",
        ]
    )


def ingest(
    pack: PackOption = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Publish without raising the version; every answer is marked as a draft's.")
    ] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Drop the pack's passages and embed them anew.")] = False,
) -> None:
    """Publish a pack: from now on its answers are given, and its passages can be found."""
    at = terminal()
    loaded = at.ports.packs.load(at.pack(pack))
    done = publish(loaded, at.team, at.ports, at.now, draft=draft, rebuild=rebuild)
    what = f"{done.pack.title}, {'draft of version' if draft else 'version'} {done.pack.version}"
    say(
        [
            f"{what}: {'published' if done.changed else 'was published already'}.",
            f"{counted(done.passages, 'passage')} can be found, {done.embedded} embedded anew.",
        ]
    )
