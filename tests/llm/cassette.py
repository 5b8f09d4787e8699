"""What the model providers answer, as cassettes: played by default, recorded anew where FIKA_CASSETTES says `record`.

A cassette is played to a request of the same shape: the same address, the same model and the same keys, whatever the
words of the prompt. Its first line says whether it was recorded.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vcr import VCR
from vcr.persisters.filesystem import FilesystemPersister

FOLDER = Path(__file__).parent / "cassettes"
WRITTEN = "# Written from the published format of the provider's API, not recorded."
RECORDED = "# Recorded from the provider; secrets are scrubbed."
RECORDING = os.environ.get("FIKA_CASSETTES") == "record"
_SECRET = ("authorization", "x-api-key", "api-key", "cookie", "openai-organization", "openai-project")
_KEPT = ("content-type", "retry-after")
"""Headers of a response that are kept; all others may say who asked."""


class _Persister(FilesystemPersister):
    @classmethod
    def save_cassette(cls, cassette_path: Any, cassette_dict: Any, serializer: Any) -> None:
        """Save it with a first line that says what it is."""
        super().save_cassette(cassette_path, cassette_dict, serializer)
        path = Path(cassette_path)
        path.write_text(f"{RECORDED}\n{path.read_text()}")


@contextmanager
def cassette(name: str, folder: Path = FOLDER, *, record: bool = RECORDING) -> Iterator[Any]:
    """Play a cassette, or record it; what is not on it is refused."""
    recorder = VCR(
        cassette_library_dir=str(folder),
        record_mode="all" if record else "none",
        match_on=("method", "uri", "shape"),
        filter_headers=_SECRET,
        before_record_response=_bare,
    )
    recorder.register_matcher("shape", _same_shape)
    recorder.register_persister(_Persister)
    with recorder.use_cassette(f"{name}.yaml") as played:
        yield played


def _bare(response: dict[str, Any]) -> dict[str, Any]:
    headers = {name: value for name, value in response["headers"].items() if name.lower() in _KEPT}
    return response | {"headers": headers}


def _same_shape(one: Any, other: Any) -> None:
    assert _shape(json.loads(one.body)) == _shape(json.loads(other.body))


def _shape(asked: Mapping[str, Any]) -> dict[str, Any]:
    tools = [each.get("name") or each["function"]["name"] for each in asked.get("tools", ())]
    stays = {key: asked.get(key) for key in ("model", "stream", "tool_choice")}
    return stays | {"keys": sorted(asked), "tools": tools, "roles": [each["role"] for each in asked["messages"]]}
