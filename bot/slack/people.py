"""People: what Fika needs to know of whoever asks: their time zone, and whether they are a guest.

A profile is kept for a day. Where Slack does not let us look, a person is no guest, and lives in the workspace's time
zone or else in the deployment's.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slack_sdk import WebClient

from bot.core.errors import NotAllowed
from bot.ports import Ports, Scope
from bot.ports.team import Profile, Workspace
from bot.slack.client import Refusal, ask
from bot.slack.errors import SlackBusy
from bot.slack.fallback import Hour
from bot.slack.mrkdwn import is_user

_KEPT = timedelta(days=1)
_METHOD = "users.info"
_SLACKBOT = "USLACKBOT"
_MENTION = "Mention whom you hand it over to, as in: hand it to @Kim. Or use “Hand over” under the question."
_NOBODY = "I cannot find that person in this workspace. Hand it over to somebody else."
_NO_PERSON = "That is an app, and no person. Hand it over to a colleague."
_GONE = "That account is deactivated, so nobody would see it. Hand it over to somebody else."
_NO_MEMBER = "I answer only members of this workspace, so they could not go on with it. Hand it over to a member."


class People:
    """The people of one team.

    Args:
        client: how Slack is called.
        ports: where profiles are kept.
        team: whose people.
        clock: the time.
        default_zone: of people whose own is not known, where the workspace has none either.
        workspace: what Slack calls the team, where that is something else.
    """

    def __init__(
        self,
        client: WebClient,
        ports: Ports,
        team: str,
        clock: Callable[[], datetime],
        default_zone: str,
        *,
        workspace: str | None = None,
    ) -> None:
        self._client, self._ports, self._scope, self._clock = client, ports, Scope.of_team(team), clock
        self._default, self._workspace = default_zone, workspace or team
        self._unknown = Hour(lambda: clock().timestamp())

    def profile(self, user: str) -> Profile:
        """What is known of a person.

        Raises:
            SlackBusy: Slack cannot be asked now, and nothing was known before; a guest is not let in by chance.
            SlackRefused: Slack refuses the app.
            StateUnavailable: profiles cannot be read or kept.
        """
        with self._ports.store().begin(self._scope, writes=False) as work:
            kept = work.people.get(user)
        return self.renewed(user, kept)

    def renewed(self, user: str, kept: Profile | None) -> Profile:
        """What is known of a person, asked for anew where what was kept is missing or a day old.

        Raises:
            SlackBusy: Slack cannot be asked now, and nothing was known before; a guest is not let in by chance.
            SlackRefused: Slack refuses the app.
            StateUnavailable: the profile cannot be kept.
        """
        now = self._clock()
        if kept is not None and now - kept.fetched_at < _KEPT:
            return kept
        if _METHOD in self._unknown or user in self._unknown:
            return kept or Profile(user, None, guest=False, fetched_at=now)
        try:
            found = ask(lambda: self._client.users_info(user=user)).get("user") or {}
        except Refusal as refused:
            self._unknown.add(_METHOD if refused.for_good else user)
            return kept or Profile(user, None, guest=False, fetched_at=now)
        except SlackBusy:
            if kept is None:
                raise
            return kept
        return self._keep(Profile(user, _zone_of(found), self._is_guest(found), now))

    def colleague(self, named: str) -> str:
        """The user id of somebody who is to go on with something: a member of the workspace, and there.

        Args:
            named: their user id, or a mention as words.

        Raises:
            NotAllowed: nobody is mentioned, or not a member who is there.
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """
        user = named.strip().removeprefix("@")
        if not is_user(user):
            raise NotAllowed(_MENTION)
        if self.profile(user).guest:
            raise NotAllowed(_NO_MEMBER)
        try:
            found = ask(lambda: self._client.users_info(user=user)).get("user") or {}
        except Refusal as refused:
            if refused.for_good:
                return user
            raise NotAllowed(_NOBODY) from None
        if found.get("is_bot") or user == _SLACKBOT:
            raise NotAllowed(_NO_PERSON)
        if found.get("deleted"):
            raise NotAllowed(_GONE)
        if self._is_guest(found):
            raise NotAllowed(_NO_MEMBER)
        return user

    def zone(self, user: str) -> ZoneInfo:
        """The time zone that a person lives in."""
        own = self.profile(user)
        with self._ports.store().begin(self._scope, writes=False) as work:
            workspace = work.workspaces.get()
        return self.zone_of(own, workspace)

    def zone_of(self, profile: Profile, workspace: Workspace) -> ZoneInfo:
        """A person's own time zone, else the workspace's, else the deployment's."""
        return ZoneInfo(profile.time_zone or workspace.time_zone or self._default)

    def local(self, user: str, moment: datetime) -> datetime:
        """A moment, by the clock on a person's wall."""
        return moment.astimezone(self.zone(user))

    def now(self, user: str) -> datetime:
        """The time, where a person is."""
        return self.local(user, self._clock())

    def today(self, user: str) -> date:
        """The date, where a person is."""
        return self.now(user).date()

    def _keep(self, profile: Profile) -> Profile:
        with self._ports.store().begin(self._scope) as work:
            work.people.save(profile)
            work.commit()
        return profile

    def _is_guest(self, user: Mapping[str, Any]) -> bool:
        if user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_stranger"):
            return True
        home = user.get("team_id")
        return home is not None and home != self._workspace and self._workspace not in _workspaces_of(user)


def _workspaces_of(user: Mapping[str, Any]) -> tuple[str, ...]:
    """The workspaces of an organization that a person belongs to."""
    return tuple((user.get("enterprise_user") or {}).get("teams") or ())


def _zone_of(user: Mapping[str, Any]) -> str | None:
    name = user.get("tz")
    try:
        return ZoneInfo(name).key if isinstance(name, str) and name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
