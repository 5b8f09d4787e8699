"""Folders: where packs are found, by name or by path.

The loader, and with it YAML, is imported when a folder is read: most questions are answered from what was published.
"""

import os
from pathlib import Path

from bot.core.errors import PackUnknown
from bot.ports import LoadedPack


class FolderPacks:
    """The packs in folders: those that are shipped, by name, and anybody's, by path."""

    def __init__(self, shipped: Path) -> None:
        self._shipped = shipped

    def load(self, pack: str) -> LoadedPack:
        """Read and check a pack, by the path of its folder or by its name among the shipped ones.

        Raises:
            PackUnknown: there is no such folder.
            PackInvalid: the pack has errors; all of them are reported at once.
        """
        from bot.library.loader import load_pack

        return load_pack(self.find(pack))

    def find(self, pack: str) -> Path:
        """The folder of a pack: the shipped one of that name, else the folder at that path.

        A shipped name always means the shipped pack: whatever lies in the current folder does not take its place. A
        folder of the same name is named by its path, as ./harbor.

        Raises:
            PackUnknown: there is no such folder.
        """
        if self.is_shipped(pack):
            return self._shipped / pack
        path = Path(pack)
        if pack and (_is_path(pack) or _holds_pack(path)):
            if _is_folder(path):
                return path
            hint = "; name the folder that it is in" if _is_file(path) else ""
            raise PackUnknown(f"There is no folder {pack!r}{hint}. {self._known()}")
        raise PackUnknown(f"There is no pack called {pack!r}. {self._known()}")

    def is_shipped(self, pack: str) -> bool:
        """Whether that is the name of a shipped pack, and no path."""
        return bool(pack) and not _is_path(pack) and pack in self.names()

    def names(self) -> list[str]:
        """The names of the shipped packs, sorted."""
        if not _is_folder(self._shipped):
            return []
        return sorted(entry.name for entry in self._shipped.iterdir() if _holds_pack(entry))

    def _known(self) -> str:
        shipped = self.names()
        listed = f"The shipped packs: {', '.join(shipped)}." if shipped else "No packs are shipped."
        return f"{listed} A pack of your own is named by the path of its folder, as ./mypack."


def _is_path(pack: str) -> bool:
    separators = {"/", os.sep, os.altsep or os.sep}
    return pack in (".", "..") or any(separator in pack for separator in separators)


def _holds_pack(folder: Path) -> bool:
    return _is_file(folder / "pack.yaml")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
