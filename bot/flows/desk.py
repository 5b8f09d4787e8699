"""Desk: where a person's messages are answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.account import Account, Source, SourceKind
from bot.core.pack import Pack
from bot.flows.fit import FitAnswer, Scorer
from bot.ports import Ports, Scope, UnitOfWork


@dataclass(frozen=True, slots=True)
class Desk:
    """Where messages are answered: one team's accounts, seen through one pack, by one person."""

    scorer: Scorer
    team: str
    ports: Ports
    person: str
    """Who speaks; the source of what is recorded."""
    now: Callable[[], datetime]
    today: date
    draft: bool = False
    """Whether the pack in force is a draft."""
    origin: int | None = None
    """The delivery that is worked on: whatever it writes is written once, however often it is begun anew."""
    place: str | None = None
    """Under which name what is talked about here is remembered; None where nothing is kept."""
    numbered: bool = False
    """Whether choices are shown with numbers, so that a number chooses one."""
    live: Callable[[str], None] | None = None
    """Shows an answer sentence by sentence while it is made; None where it is shown as a whole alone."""
    colleague: Callable[[str], str] = str
    """Who a colleague is that is named in words; NotAllowed where nothing can be handed over to them."""

    @property
    def pack(self) -> Pack:
        """The pack through which accounts are seen."""
        return self.scorer.pack

    @property
    def scope(self) -> Scope:
        """Whose rows are seen here."""
        return Scope(self.team, self.pack.name)

    @property
    def source(self) -> Source:
        """The person as the source of what is written down here."""
        return Source(kind=SourceKind.PERSON, person=self.person)

    def begin(self, *, writes: bool) -> UnitOfWork:
        """Start a unit of work on the accounts."""
        return self.ports.store().begin(self.scope, writes=writes)

    def account(self, account_id: int) -> Account:
        """The account with that id.

        Raises:
            AccountUnknown: there is none.
        """
        with self.begin(writes=False) as work:
            return work.accounts.get(account_id)

    def look_up(self, account_id: int) -> FitAnswer:
        """The report on the account with that id.

        Raises:
            AccountUnknown: there is none.
        """
        return self.answer(self.account(account_id))

    def answer(self, account: Account) -> FitAnswer:
        """The report on an account."""
        return self.scorer.answer(account, self.today)
