"""Files: uploaded in three steps, shared where the app may, seen by its own company."""

from typing import Any

import pytest


def uploaded(office: Any) -> str:
    """A file whose bytes were sent."""
    answer = office.ask("files.getUploadURLExternal", filename="fit.csv", length=3)
    office.world.files[answer["file_id"]].content = b"a,b"
    return str(answer["file_id"])


def test_shared_in_a_thread(office: Any) -> None:
    """A completed file stands in its thread, with its title and type."""
    root = office.world.post(office.sales, office.rep.id, "send it").ts
    files = [{"id": uploaded(office), "title": "Fit"}]
    answer = office.ask("files.completeUploadExternal", files=files, channel_id=office.sales.id, thread_ts=root)

    [file] = answer["files"]
    assert ("Fit", "text/csv", [office.sales.id]) == (file["title"], file["mimetype"], file["channels"])
    [reply] = office.ask("conversations.replies", channel=office.sales.id, ts=root)["messages"][1:]
    assert [file["id"]] == [one["id"] for one in reply["files"]]


def test_kept_to_oneself(office: Any) -> None:
    """A file that is shared nowhere is there all the same, and listed by who, where and page."""
    id_ = uploaded(office)
    assert office.ask("files.completeUploadExternal", files=[{"id": id_}])["ok"]

    assert [id_] == [one["id"] for one in office.ask("files.list")["files"]]
    assert [] == office.ask("files.list", user=office.rep.id)["files"]
    assert [] == office.ask("files.list", channel=office.sales.id)["files"]
    page = office.ask("files.list", count=1, page=2)
    assert ([], 1) == (page["files"], page["paging"]["pages"])
    assert "invalid_arguments" == office.refused("files.list", count=0)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "invalid_arguments"),
        ({"files": ["F1"]}, "invalid_arguments"),
        ({"files": [{"id": "F1"}]}, "file_not_found"),
    ],
)
def test_uploads_that_are_none(office: Any, arguments: dict[str, Any], expected: str) -> None:
    """Nothing, no object and an unknown file cannot be completed."""
    assert expected == office.refused("files.completeUploadExternal", **arguments)


def test_completed_once(office: Any) -> None:
    """A file is completed after its bytes came, once, and only where the app may post; else nothing happens."""
    waiting = office.ask("files.getUploadURLExternal", filename="a", length=1)["file_id"]
    assert "file_not_found" == office.refused("files.completeUploadExternal", files=[{"id": waiting}])
    id_ = uploaded(office)
    nowhere = {"files": [{"id": id_}], "channels": f"{office.sales.id},C0NOWHERE"}
    assert "channel_not_found" == office.refused("files.completeUploadExternal", **nowhere)
    assert [] == office.sales.timeline
    assert office.ask("files.completeUploadExternal", files=[{"id": id_}], channel_id=office.sales.id)["ok"]
    assert "file_not_found" == office.refused("files.completeUploadExternal", files=[{"id": id_}])


def test_sizes(office: Any) -> None:
    """An empty file and one of more than a gigabyte are refused."""
    assert "invalid_arguments" == office.refused("files.getUploadURLExternal", filename="a", length=0)
    error = office.refused("files.getUploadURLExternal", filename="a", length=2 * 10**9)
    assert "file_upload_size_restricted" == error


def test_only_ones_own(office: Any) -> None:
    """An app takes away and completes its own files, and sees those of its company."""
    theirs = office.world.add_file(office.app.team, office.rep.id, "a.txt", b"a").id
    foreign = office.world.add_file(office.partner.team, office.partner.id, "a.txt", b"a").id

    assert "a.txt" == office.ask("files.info", file=theirs)["file"]["name"]
    assert "file_not_found" == office.refused("files.info", file=foreign)
    assert "cant_delete_file" == office.refused("files.delete", file=theirs)
    assert "not_allowed" == office.refused("files.completeUploadExternal", files=[{"id": theirs}])
    assert "file_not_found" == office.refused("files.delete", file=foreign)


def test_alternative_text(office: Any) -> None:
    """What a screen reader says of a picture stands at the file, in at most a thousand characters."""
    more = {"filename": "map.png", "length": 3}
    answer = office.ask("files.getUploadURLExternal", **more, alt_txt="where content is missing")
    office.world.files[answer["file_id"]].content = b"png"
    [file] = office.ask("files.completeUploadExternal", files=[{"id": answer["file_id"]}])["files"]

    assert "where content is missing" == file["alt_txt"]
    assert "alt_txt_too_large" == office.refused("files.getUploadURLExternal", **more, alt_txt="x" * 1001)


def test_a_person_is_no_channel(office: Any) -> None:
    """A file is shared in a channel's id alone, also in the direct messages."""
    id_ = uploaded(office)

    assert "channel_not_found" == office.refused(
        "files.completeUploadExternal", files=[{"id": id_}], channel_id=office.rep.id
    )
