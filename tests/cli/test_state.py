"""`fika backup` and `fika restore`: the whole state out and back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Fika

DAY = ("--today", TODAY)


def everything(fika: Fika) -> str:
    """All that the state holds of accounts, and what follows from it."""
    return str(fika("accounts", "export", "--full").out + fika("score", "--stored", "--json", *DAY).out)


def test_there_and_back(harbor: Fika) -> None:
    """What was backed up is there again after everything was changed, the published pack as well."""
    before = everything(harbor)
    backed_up = harbor("backup", "state.db")
    harbor("accounts", "forget", "Acme", "--yes")
    harbor("ask", "Fogbarrel has 4000 employees", *DAY)
    assert before != everything(harbor)

    restored = harbor("restore", "state.db", "--yes")

    assert (0, "Wrote the state to state.db.\n") == (backed_up.status, backed_up.out)
    assert 0 == restored.status
    assert before == everything(harbor)
    assert "was published already" in harbor("ingest").out


def test_the_state_of_before_is_kept(harbor: Fika, home: Path) -> None:
    """A restore says where the state of before is, and that can be restored in turn."""
    harbor("backup", "state.db")
    harbor("accounts", "add", "Zed")
    before = everything(harbor)

    said = harbor("restore", "state.db", "--yes").out
    kept = home / "fika.db.before-restore"

    assert f"The state of before is in {kept}." in said
    assert before != everything(harbor)
    assert 0 == harbor("restore", kept, "--yes").status
    assert before == everything(harbor)


def test_on_another_machine(harbor: Fika, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup is restored into an empty home; the search then needs an ingest, and says so."""
    before = everything(harbor)
    harbor("backup", "state.db")
    monkeypatch.setenv("FIKA_HOME", str(home.with_name("elsewhere")))

    restored = harbor("restore", "state.db", "--yes")

    assert (0, "Restored the state from state.db. Run `fika ingest` to bring the search up to date.\n") == (
        restored.status,
        restored.out,
    )
    assert before == everything(harbor)
    assert "run `fika ingest`" in harbor("search", "pricing").err
    assert 0 == harbor("ingest").status
    assert 0 == harbor("search", "pricing").status


def test_nothing_is_written_over(harbor: Fika, home: Path) -> None:
    """A backup replaces a file only if it is told to."""
    (home.parent / "state.db").write_text("mine")

    refused = harbor("backup", "state.db")
    mine = (home.parent / "state.db").read_text()
    told = harbor("backup", "state.db", "--overwrite")

    assert (1, "", "mine") == (refused.status, refused.out, mine)
    assert "is there already" in refused.err
    assert 0 == told.status
    assert 0 == harbor("restore", "state.db", "--yes").status


@pytest.mark.parametrize("target", ["no/such/folder/state.db", "."])
def test_a_place_that_cannot_be_written(target: str, harbor: Fika) -> None:
    """A backup that cannot be written says why."""
    ran = harbor("backup", target)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("fika: ")
    assert 1 == ran.err.count("\n")


def _rubbish(folder: Path) -> None:
    (folder / "text.db").write_text("hello")
    (folder / "empty.db").touch()
    (folder / "cut.db").write_bytes((folder / "state.db").read_bytes()[:9000])
    with closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE accounts_of_others (id INTEGER)")
        other.commit()


@pytest.mark.parametrize("source", ["text.db", "empty.db", "cut.db", "other.db", "gone.db", "."])
def test_rubbish_is_not_restored(source: str, harbor: Fika, home: Path) -> None:
    """What is no intact backup is refused in one sentence, and nothing of the state is lost."""
    harbor("backup", "state.db")
    _rubbish(home.parent)
    before = everything(harbor)

    ran = harbor("restore", source, "--yes")

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("fika: ")
    assert 1 == ran.err.count("\n")
    assert before == everything(harbor)
    assert not list(home.glob("*before-restore*"))


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_no_restore_without_a_yes(answer: str, harbor: Fika) -> None:
    """Anything but a yes changes nothing."""
    harbor("backup", "state.db")
    harbor("accounts", "add", "Zed")
    before = everything(harbor)

    assert 1 == harbor("restore", "state.db", stdin=answer).status
    assert before == everything(harbor)


def test_a_restore_after_a_yes(harbor: Fika) -> None:
    """A yes is enough."""
    harbor("backup", "state.db")
    harbor("accounts", "add", "Zed")

    assert 0 == harbor("restore", "state.db", stdin="y\n").status
    assert "36 accounts." in harbor("accounts", "list").out


def test_a_damaged_state_is_replaced(harbor: Fika, home: Path) -> None:
    """A backup helps where it is needed most: in place of a state that cannot be read."""
    before = everything(harbor)
    harbor("backup", "state.db")
    (home / "fika.db").write_bytes(b"rubbish" * 1000)
    assert 1 == harbor("accounts", "list").status

    assert 0 == harbor("restore", "state.db", "--yes").status
    assert before == everything(harbor)
    assert b"rubbish" * 1000 == (home / "fika.db.before-restore").read_bytes()
