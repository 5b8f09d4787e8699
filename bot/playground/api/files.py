"""Files: the methods on files. An upload has three steps: ask where, send the bytes there, complete it."""

import mimetypes
from typing import Any

from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.places import channel_of, open_place, thread_of
from bot.playground.api.shapes import file_json
from bot.playground.model import File

LARGEST = 1_000_000_000
LONGEST_ALT = 1000
PER_PAGE = 100


@method("files.getUploadURLExternal", "files:write")
def files_get_upload_url_external(asked: Asked) -> Answer:
    """Where the bytes of a file are to be sent.

    Raises:
        Refused: the file is empty or too large, or its alternative text too long.
    """
    name, length, alt = asked.text("filename"), asked.number("length", 0), asked.maybe("alt_txt") or ""
    if length < 1:
        raise Refused("invalid_arguments", ["[ERROR] length must be a positive number"])
    if length > LARGEST:
        raise Refused("file_upload_size_restricted")
    if len(alt) > LONGEST_ALT:
        raise Refused("alt_txt_too_large")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = asked.world.add_file(asked.app.team, asked.app.bot_user, name, None, mimetype=kind, size=length)
    file.alt = alt
    return {"upload_url": f"{asked.base_url}/upload/{file.id}", "file_id": file.id}


@method("files.completeUploadExternal", "files:write")
def files_complete_upload_external(asked: Asked) -> Answer:
    """Complete uploads, and share the files where a channel is named.

    Raises:
        Refused: a file is unknown, was completed before, or was never sent.
    """
    named: list[Any] = asked.data("files", list) or []
    if not named or not all(isinstance(one, dict) for one in named):
        raise Refused("invalid_arguments", ["[ERROR] missing required field: files"])
    files = [_own(asked, str(one.get("id"))) for one in named]
    if any(file.shared or file.content is None for file in files):
        raise Refused("file_not_found")
    share = _place(asked)
    for file, one in zip(files, named, strict=True):
        file.title, file.shared = str(one.get("title") or file.name), True
    for channel_id in share:
        asked.arguments["channel"] = channel_id
        channel = open_place(asked)
        comment, thread = asked.maybe("initial_comment") or "", thread_of(asked, channel)
        asked.world.post(channel, asked.app.bot_user, comment, asked.app, files=files, thread_ts=thread)
    return {"files": [file_json(asked.world, file, asked.base_url) for file in files]}


def _place(asked: Asked) -> list[str]:
    """The channels to share in.

    Raises:
        Refused: one of them is none, or the app may not write there.
    """
    share = [one for one in (asked.maybe("channels") or asked.maybe("channel_id") or "").split(",") if one]
    for one in share:  # every one of them is looked at before anything is done
        if one in asked.world.users:  # a message may go to a person's id, a file goes to a channel's
            raise Refused("channel_not_found")
        asked.arguments["channel"] = one
        thread_of(asked, open_place(asked))
    return share


@method("files.info", "files:read")
def files_info(asked: Asked) -> Answer:
    """A file."""
    file = _seen(asked)
    return {"file": file_json(asked.world, file, asked.base_url), "comments": [], "response_metadata": {}}


@method("files.list", "files:read")
def files_list(asked: Asked) -> Answer:
    """The files of the workspace, the latest first.

    Raises:
        Refused: there is no such page.
    """
    user, channel = asked.maybe("user"), channel_of(asked).id if asked.maybe("channel") else None
    mine = [one for one in asked.world.files.values() if one.team == asked.app.team and one.shared]
    found = [one for one in mine if user in (None, one.user) and (channel is None or channel in one.channels)][::-1]
    count, number = asked.number("count", PER_PAGE), asked.number("page", 1)
    if count < 1 or number < 1:
        raise Refused("invalid_arguments")
    part = found[(number - 1) * count : number * count]
    paging = {"count": count, "total": len(found), "page": number, "pages": -(-len(found) // count)}
    return {"files": [file_json(asked.world, one, asked.base_url) for one in part], "paging": paging}


@method("files.delete", "files:write")
def files_delete(asked: Asked) -> Answer:
    """Take a file away."""
    file = _own(asked, asked.text("file", "file_not_found"))
    del asked.world.files[file.id]
    for channel_id in file.channels:
        for message in asked.world.channels[channel_id].messages.values():
            message.files = [one for one in message.files if one is not file]
    return {}


def _seen(asked: Asked) -> File:
    file = asked.world.files.get(asked.text("file", "file_not_found"))
    if file is None or file.team != asked.app.team:
        raise Refused("file_not_found")
    return file


def _own(asked: Asked, id_: str) -> File:
    file = asked.world.files.get(id_)
    if file is None or file.team != asked.app.team:
        raise Refused("file_not_found")
    if file.user != asked.app.bot_user:
        raise Refused("cant_delete_file" if asked.method == "files.delete" else "not_allowed")
    return file
