"""The wheel: carries everything it needs and works far away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which a freshly built wheel was unpacked, as an installer does with a pure one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    zipfile.ZipFile(wheel).extractall(target)
    return target


def _fika(installed: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(installed), "FIKA_HOME": str(home), "PYTHONSAFEPATH": "1",
    }  # fmt: skip
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_carries_packs_prompts_and_licence(installed: Path) -> None:
    """Packs, prompts, the built page, migrations and the licences are inside; tests, tools and sources of the page are not."""
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}

    assert "bot/_shipped/knowledge/harbor/pack.yaml" in names
    assert "bot/_shipped/knowledge/posthog/NOTICE.md" in names
    assert "bot/_shipped/prompts/README.md" in names
    assert "bot/playground/page/built/index.html" in names
    assert "bot/playground/page/built/LICENSES.txt" in names
    assert not [name for name in names if name.startswith("bot/playground/page/web/")]
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    assert any(name.startswith("bot/store/migrations/versions/") for name in names)
    assert not {name.split("/")[0] for name in names} - {
        "bot",
        next(n for n in names if "dist-info" in n).split("/")[0],
    }


def test_an_installed_fika_answers_a_question(installed: Path, tmp_path: Path) -> None:
    """Installed elsewhere, it imports accounts, answers about one of them and says its version."""
    accounts = installed / "bot" / "_shipped" / "knowledge" / "harbor" / "examples" / "accounts.jsonl"

    version = _fika(installed, tmp_path, "--version")
    imported = _fika(installed, tmp_path, "import", str(accounts))
    asked = _fika(installed, tmp_path, "ask", "does Acme fit?")

    assert (0, "") == (version.returncode, version.stderr)
    assert version.stdout.startswith("fika ")
    assert (0, "") == (imported.returncode, imported.stderr)
    assert (0, "") == (asked.returncode, asked.stderr)
    assert asked.stdout.startswith("Acme: ")
