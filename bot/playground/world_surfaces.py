"""Surfaces: the part of the World that holds what an app shows beside messages.

Modals and Home tabs, and what stands at a thread: a status, suggested prompts, a title, an agent's session.
"""

from bot.playground.clock import Clock
from bot.playground.model import (
    CHAT,
    AgentSession,
    Change,
    ChangeKind,
    Channel,
    Installed,
    Json,
    Message,
    Prompts,
    Scheduled,
    Spot,
    Status,
    View,
)
from bot.playground.payload import with_ids
from bot.playground.world_talk import Talk

DEEPEST = 3
"""How many modals may lie on one another."""
STATUS_LIVES = 120
NEW_CHAT = "New Assistant thread"
"""What a chat is called until it gets a title."""


class Surfaces(Talk):
    """What an app shows beside messages."""

    def __init__(self, clock: Clock | None = None, seed: str = "local") -> None:
        super().__init__(clock, seed)
        self.modals: dict[str, list[View]] = {}
        """The open modals of a person, the uppermost last."""
        self.homes: dict[tuple[str, str], View] = {}
        """The Home tab by person and app."""
        self.prompts: dict[Spot, Prompts] = {}
        self.titles: dict[Spot, str] = {}
        self.sessions: dict[Spot, AgentSession] = {}
        self.scheduled: dict[str, Scheduled] = {}

    # Views

    def open_view(self, app: Installed, user: str, payload: Json) -> View:
        """Open a modal, in the place of any that is open."""
        with self.lock:
            view = self._view(app, user, payload)
            self.modals[user] = [view]
            return self._shown("view_opened", view)

    def push_view(self, app: Installed, user: str, payload: Json) -> View | None:
        """Lay a modal on the open ones; None where that would be one too many."""
        with self.lock:
            stack = self.modals.setdefault(user, [])
            if len(stack) >= DEEPEST:
                return None
            view = self._view(app, user, payload, stack[-1] if stack else None)
            stack.append(view)
            return self._shown("view_pushed", view)

    def update_view(self, view: View, payload: Json) -> View:
        """Show something else in a view; what was filled in stays where the same inputs are."""
        with self.lock:
            view.payload = with_ids(payload, self.ids)
            view.hash = self._hash()
            kept = {str(block.get("block_id")) for block in view.payload.get("blocks", ())}
            view.state = {block: values for block, values in view.state.items() if block in kept}
            return self._shown("home" if view.type == "home" else "view_updated", view)

    def publish_home(self, app: Installed, user: str, payload: Json) -> View:
        """Show something in a person's Home tab."""
        with self.lock:
            known = self.homes.get((user, app.app))
            if known is not None:
                return self.update_view(known, payload)
            view = self.homes[user, app.app] = self._view(app, user, payload)
            return self._shown("home", view)

    def close_view(self, view: View, *, everything: bool = False) -> list[View]:
        """Close a modal and those upon it, or all of them; returns those that were closed, the uppermost first."""
        with self.lock:
            stack = self.modals.get(view.user, [])
            if view not in stack:
                return []
            keep = 0 if everything else stack.index(view)
            closed = stack[keep:][::-1]
            del stack[keep:]
            for one in closed:
                self._shown("view_closed", one)
            return closed

    def find_view(self, team: str, *, view_id: str | None = None, external_id: str | None = None) -> View | None:
        """The view that is open under that id, or under the id that its app gave it."""
        with self.lock:
            views = [view for stack in self.modals.values() for view in stack] + list(self.homes.values())
            for view in views:
                if view.team == team and (view.id == view_id or (external_id and view.external_id == external_id)):
                    return view
            return None

    # Threads

    def set_status(self, app: Installed, channel: Channel, thread: str, text: str, loading: tuple[str, ...]) -> None:
        """Say what an app is doing; nothing ends it."""
        with self.lock:
            if not text:
                self.clear_status(app, channel, thread)
                return
            spot = Spot(app.app, channel.id, thread)
            self.statuses[spot] = status = Status(text, loading, self.now() + STATUS_LIVES)
            self.changed(Change("status", app.team, status, channel.id, app.bot_user, spot))

    def set_prompts(self, app: Installed, channel: Channel, thread: str | None, prompts: Prompts) -> None:
        """Suggest what to ask."""
        with self.lock:
            spot = Spot(app.app, channel.id, thread)
            self.prompts[spot] = prompts
            self.changed(Change("prompts", app.team, prompts, channel.id, app.bot_user, spot))

    def start_chat(self, app: Installed, channel: Channel) -> Message:
        """Begin a chat of a person with an assistant; what it begins with is named after it."""
        with self.lock:
            return self.post(channel, app.bot_user, NEW_CHAT, app, subtype=CHAT, blocks=_title_blocks(NEW_CHAT))

    def set_title(self, app: Installed, channel: Channel, thread: str, title: str) -> None:
        """Name a thread."""
        with self.lock:
            spot = Spot(app.app, channel.id, thread)
            root = channel.messages.get(thread)
            if root is not None and root.is_chat:
                self.edit(root, app.bot_user, title, blocks=_title_blocks(title))
            self.titles[spot] = title
            self.changed(Change("title", app.team, title, channel.id, app.bot_user, spot))

    def set_session(self, app: Installed, spot: Spot, session: AgentSession) -> None:
        """Say how an agent's session stands."""
        with self.lock:
            self.sessions[spot] = session
            self.changed(Change("session", app.team, session, spot.channel, app.bot_user, spot))

    # Parts

    def _view(self, app: Installed, user: str, payload: Json, below: View | None = None) -> View:
        id_ = self.passing.next("V0")
        return View(
            id=id_,
            team=app.team,
            app=app.app,
            user=user,
            bot=app.bot,
            payload=with_ids(payload, self.ids),
            hash=self._hash(),
            root=below.root if below else id_,
            previous=below.id if below else None,
        )

    def _hash(self) -> str:
        return f"{int(self.now())}.{self.ids.next('', 8)}"

    def _shown(self, kind: ChangeKind, view: View) -> View:
        self.changed(Change(kind, view.team, view, None, view.user))
        return view


def _title_blocks(title: str) -> list[Json]:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": title}]}
    return [{"type": "rich_text", "elements": [section]}]
