"""What goes wrong around the program: one sentence, a status, and never a traceback."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, ROOT, TODAY, Fika, Ran

DAY = ("--today", TODAY)
Process = Callable[..., subprocess.CompletedProcess[bytes]]
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def is_a_sentence(ran: Ran) -> bool:
    """Whether a command failed with nothing but one sentence on standard error."""
    return (1, "") == (ran.status, ran.out) and re.fullmatch(r"fika: [^\n]+[.!)]\n", ran.err) is not None


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Another process writes to the database for as long as the block lasts."""
    command = [sys.executable, "-c", HOLD, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert b"held\n" == other.stdout.readline()
        yield
        other.stdin.close()


class TestState:
    """The database."""

    def test_locked(self, harbor: Fika, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """While another process writes, reading goes on and writing says so; then all is as it was."""
        monkeypatch.setenv("FIKA_DATABASE_WAIT", "0.1")
        before = harbor("accounts", "export", "--full").out

        with held(home / "fika.db"):
            assert 0 == harbor("ask", "does Acme fit?", *DAY).status
            ran = harbor("ask", "Acme has 120 employees", *DAY)
            assert is_a_sentence(ran)
            assert "is locked: another process is writing to it" in ran.err
            talked = harbor("chat", *DAY, stdin="Acme has 120 employees\ndoes Acme fit?\n")
            assert 0 == talked.status
            assert "is locked" in talked.err
            assert "Acme: still open." in talked.out
            assert is_a_sentence(harbor("accounts", "add", "Zed"))
            assert is_a_sentence(harbor("import", EXAMPLES, "--as-of", "2026-11-02"))

        assert before == harbor("accounts", "export", "--full").out
        assert 0 == harbor("ask", "Acme has 120 employees", *DAY).status

    @pytest.mark.parametrize("content", [b"rubbish", b"rubbish" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
    @pytest.mark.parametrize(
        "command", [["ask", "does Acme fit?"], ["accounts", "list"], ["ingest"], ["backup", "b.db"]]
    )
    def test_damaged(self, content: bytes, command: list[str], harbor: Fika, home: Path) -> None:
        """A damaged database is named, with what to do, and is not touched."""
        (home / "fika.db").write_bytes(content)

        ran = harbor(*command)

        assert is_a_sentence(ran)
        assert str(home / "fika.db") in ran.err
        assert "fika restore" in ran.err
        assert content == (home / "fika.db").read_bytes()

    def test_cut_short(self, harbor: Fika, home: Path) -> None:
        """A database of which the end is missing ends in a sentence as well."""
        whole = (home / "fika.db").read_bytes()
        (home / "fika.db").write_bytes(whole[: len(whole) // 2])

        assert is_a_sentence(harbor("accounts", "export"))

    def test_somebody_elses(self, fika: Fika, home: Path) -> None:
        """A database with other tables is refused."""
        home.mkdir()
        with closing(sqlite3.connect(home / "fika.db")) as other:
            other.execute("CREATE TABLE orders (id INTEGER)")

        ran = fika("accounts", "list")

        assert is_a_sentence(ran)
        assert "(orders ...)" in ran.err

    def test_of_a_newer_fika(self, harbor: Fika, home: Path) -> None:
        """A state that a newer version wrote is refused and not changed."""
        with closing(sqlite3.connect(home / "fika.db")) as newer:
            newer.execute("UPDATE alembic_version SET version_num = '9999'")
            newer.commit()

        ran = harbor("accounts", "list")

        assert is_a_sentence(ran)
        assert "Upgrade Fika" in ran.err


class TestHome:
    """The folder of the state."""

    def test_a_file(self, fika: Fika, home: Path) -> None:
        """A home that is a file is named."""
        home.write_text("")

        for command in (["ask", "help"], ["ingest"], ["accounts", "list"]):
            ran = fika(*command)
            assert is_a_sentence(ran)
            assert "Set FIKA_HOME to a folder you may write to." in ran.err

    def test_below_a_file(self, fika: Fika, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A home that cannot be made is named."""
        home.write_text("")
        monkeypatch.setenv("FIKA_HOME", str(home / "below"))

        assert is_a_sentence(fika("ask", "help"))

    @pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
    def test_not_writable(self, harbor: Fika, home: Path) -> None:
        """A home that is read-only can be asked and not written to."""
        (home / "fika.db").chmod(0o400)
        home.chmod(0o500)

        assert is_a_sentence(harbor("accounts", "add", "Zed"))
        home.chmod(0o700)

    @pytest.mark.parametrize(
        "name", ["with blanks", "ümläut 🚀", "per%cent %d", "ques?tion#mark", "'quoted\"", "colon:semi;"]
    )
    def test_any_name(self, name: str, fika: Fika, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A home may be called anything that a folder may."""
        monkeypatch.setenv("FIKA_HOME", str(home / name))

        assert 0 == fika("accounts", "add", "Ærø").status
        assert 1 == len(list((home / name).glob("fika.db")))
        assert 0 == fika("backup", "state.db").status
        assert 0 == fika("restore", "state.db", "--yes").status
        assert "Ærø" in fika("accounts", "list").out

    def test_search_in_a_home_of_any_name(self, fika: Fika, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The vector store does not mind either."""
        monkeypatch.setenv("FIKA_HOME", str(home / "ümläut with blanks? 100%"))

        assert 0 == fika("ingest").status
        assert 0 == fika("search", "forecast").status

    def test_a_relative_one(self, fika: Fika, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A home may be named from where one stands."""
        monkeypatch.setenv("FIKA_HOME", "here")

        assert 0 == fika("accounts", "add", "Acme").status
        assert (home.parent / "here" / "fika.db").is_file()


class TestSettings:
    """The environment."""

    @pytest.mark.parametrize("value", ["soon", "-1", "nan", "inf", "1e9", "0x10"])
    def test_a_wait_that_is_none(self, value: str, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """A setting that cannot be is named with its value."""
        monkeypatch.setenv("FIKA_DATABASE_WAIT", value)

        ran = fika("accounts", "list")

        assert is_a_sentence(ran)
        assert ran.err.startswith(f"fika: FIKA_DATABASE_WAIT cannot be {value!r}: ")

    @pytest.mark.parametrize("value", ["0", "0.5", "3600", ""])
    def test_a_wait(self, value: str, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """Seconds may be a fraction; an empty setting is none."""
        monkeypatch.setenv("FIKA_DATABASE_WAIT", value)

        assert 0 == fika("accounts", "list").status

    def test_two_at_once(self, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """All settings that cannot be are named at once."""
        monkeypatch.setenv("FIKA_DATABASE_WAIT", "soon")
        monkeypatch.setenv("FIKA_TEAM", " ")

        ran = fika("accounts", "list")

        assert is_a_sentence(ran)
        assert "FIKA_DATABASE_WAIT" in ran.err
        assert "FIKA_TEAM" in ran.err

    @pytest.mark.parametrize("url", ["nonsense", "oracle://somewhere", "postgresql://ann:Geheim@localhost:1/fika"])
    def test_a_database_that_cannot_be(self, url: str, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """A database that cannot be reached is said to be so, without its password."""
        monkeypatch.setenv("FIKA_DATABASE_URL", url)

        ran = fika("accounts", "list")

        assert is_a_sentence(ran)
        assert "Geheim" not in ran.err

    @pytest.mark.parametrize("url", ["nonsense", "http://localhost:1", "ftp://localhost"])
    def test_a_vector_server_that_cannot_be(self, url: str, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """A server that does not answer is said to be so; questions need none."""
        monkeypatch.setenv("FIKA_CHROMA_URL", url)

        assert is_a_sentence(fika("search", "forecast"))
        assert 0 == fika("ask", "what is our ICP?").status

    def test_a_pack_that_is_not_there(self, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every command that needs a pack says so."""
        monkeypatch.setenv("FIKA_PACK", "nowhere")

        for command in (["ask", "help"], ["chat"], ["ingest"], ["check"], ["accounts", "list"], ["score", "--stored"]):
            assert is_a_sentence(fika(*command))


class TestProcess:
    """Pipes, signals, locales."""

    def test_two_imports_at_once(self, process: Process) -> None:
        """Two processes that import the same file into a new state take each account once."""
        command = [sys.executable, "-m", "bot", "import", str(EXAMPLES)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "FIKA_DATABASE_WAIT": "30"}
        running = [
            subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in "12"
        ]
        said = [each.communicate(timeout=60) for each in running]

        assert [(0, b""), (0, b"")] == [(each.returncode, err) for each, (_, err) in zip(running, said, strict=True)]
        assert b"36 accounts." in process("-m", "bot", "accounts", "list").stdout
        new = [int(re.findall(rb"(\d+) new", out)[0]) for out, _ in said]
        assert 36 == sum(new)

    @pytest.mark.usefixtures("harbor")
    @pytest.mark.parametrize("command", [["accounts", "list"], ["score", "--stored", "--json"], ["--help"]])
    def test_a_closed_pipe(self, command: list[str]) -> None:
        """Nobody may be reading any more; that is no reason for a traceback."""
        read, write = os.pipe()
        os.close(read)
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with os.fdopen(write, "wb") as nobody:
            ran = subprocess.run(
                [sys.executable, "-m", "bot", *command],
                env=environment,
                stdout=nobody,
                stderr=subprocess.PIPE,
                check=False,
            )

        assert b"" == ran.stderr
        assert ran.returncode in (0, 1, 120)

    @pytest.mark.usefixtures("harbor")
    @pytest.mark.parametrize("more", [{}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}], ids=["C", "ASCII"])
    def test_the_c_locale(self, more: dict[str, str], process: Process) -> None:
        """Names are taken from the command line, from standard input, and printed, whatever the locale says."""
        locale = {"LC_ALL": "C", "LANG": "C", **more}

        asked = process("-m", "bot", "ask", "does Müllerhaus Software fit?", *DAY, env=locale)
        told = process("-m", "bot", "chat", *DAY, env=locale, stdin="does Müllerhaus Software fit?\n".encode())
        added = process("-m", "bot", "accounts", "add", "Ærø & Søn 🚀", env=locale)

        assert (0, b"") == (asked.returncode, asked.stderr)
        assert asked.stdout.startswith("Müllerhaus Software: primary/A.".encode())
        assert asked.stdout + b"\n" == told.stdout
        assert "Added Ærø & Søn 🚀 (#37).\n".encode() == added.stdout

    @pytest.mark.usefixtures("harbor")
    @pytest.mark.parametrize(
        "command",
        [["ask"], ["route"], ["search"], ["accounts", "show"], ["accounts", "add"], ["check"], ["score"], ["import"]],
        ids=" ".join,
    )
    def test_bytes_that_are_no_text(self, command: list[str], process: Process) -> None:
        """An argument that is not UTF-8 is taken as far as it goes, or refused in a sentence."""
        ran = process("-m", "bot", *command, b"Acme \xff has 120 employees")

        assert ran.returncode in (0, 1)
        assert b"Traceback" not in ran.stderr
        assert b"Error" not in ran.stderr

    def test_a_file_whose_name_is_no_text(self, home: Path, process: Process) -> None:
        """A file may be called anything to be scored; to be imported its name must be storable, as it is the source."""
        name = os.fsencode(home.parent) + b"/crm-\xff.jsonl"
        Path(os.fsdecode(name)).write_bytes(EXAMPLES.read_bytes())

        scored = process("-m", "bot", "score", name, "--json")
        imported = process("-m", "bot", "import", name)

        assert (0, b"", 36) == (scored.returncode, scored.stderr, scored.stdout.count(b"\n"))
        assert (1, b"") == (imported.returncode, imported.stdout)
        assert (
            rb"fika: The name of the file 'crm-\udcff.jsonl' is not UTF-8; rename it and try again." in imported.stderr
        )

    @pytest.mark.usefixtures("harbor")
    def test_control_c(self) -> None:
        """Ctrl-C ends a conversation without a traceback."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "bot", "chat"]
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        with subprocess.Popen(command, env=environment, **streams) as talk:  # type: ignore[call-overload]
            talk.stdin.write(b"hello\n")
            talk.stdin.flush()
            assert talk.stdout.readline()
            talk.send_signal(signal.SIGINT)
            _, said = talk.communicate(timeout=60)

        assert talk.returncode in (1, 130)
        assert b"Traceback" not in said
