"""Reports on stored accounts and on lines of a file: one scorer, whatever the way an account comes in."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.account import Account, Source, SourceKind
from bot.core.errors import AccountUnknown
from bot.core.fit import FitReport
from bot.core.line import AccountLine
from bot.core.pack import Pack
from bot.core.priors import read_priors
from bot.core.verdict import Action, Tier
from bot.flows.accounts import export_accounts
from bot.flows.fit import Scorer, answer_for, score_lines, score_stored, worklist
from bot.flows.importing import ImportJob, import_rows
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.ports import NewAnswer, Ports, Scope
from tests import small, strategies
from tests.small import NOW, SCOPE, TODAY, answer, ports_at

HARBOR = shipped("knowledge") / "harbor"
EXAMPLES = HARBOR / "examples" / "accounts.jsonl"
NUMBERS = count()


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """An empty state; each test takes a team of its own."""
    return ports_at(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def harbor() -> Pack:
    """The example pack."""
    return load_pack(HARBOR).pack


@pytest.fixture(scope="module")
def examples(harbor: Pack, ports: Ports) -> Scope:
    """The example accounts, imported; nobody changes them."""
    import_rows(ImportJob(open_rows(EXAMPLES), harbor, as_of=TODAY), "examples", ports, NOW)
    return Scope("examples", "harbor")


def numbered(*lines: str | dict[str, Any]) -> list[tuple[int, str]]:
    """Lines with their numbers."""
    return list(enumerate((line if isinstance(line, str) else json.dumps(line) for line in lines), 1))


def add(ports: Ports, scope: Scope, name: str, *answers: NewAnswer) -> Account:
    """A stored account."""
    with ports.store().begin(scope) as work:
        account = work.accounts.add(name)
        work.accounts.record(account.id, answers)
        work.commit()
        return work.accounts.get(account.id)


def scored(scorer: Scorer, answers: dict[str, Any], name: str = "Acme", today: date = TODAY) -> FitReport:
    """The report on a line."""
    return scorer.score(AccountLine(name, None, answers), today)


class TestLines:
    """Scoring lines of a file."""

    def test_one_bad_line_is_nobody_elses_fault(self) -> None:
        """A line that cannot be taken is reported with its number and its reason, and the others are scored."""
        lines = numbered(
            {"name": "A", "answers": {"budget": True}},
            "{",
            {"name": "B", "answers": {"headcount": 5}},
            {"name": "C", "answers": {"industry": "banking"}},
            {"name": "D", "answers": {}},
        )

        found = list(score_lines(lines, Scorer(small.pack()), TODAY))

        assert ["A", None, None, None, "D"] == [each.report and each.report.account for each in found]
        assert [1, 2, 3, 4, 5] == [each.line for each in found]
        assert [False, True, True, True, False] == [each.refused is not None for each in found]

    def test_an_unknown_trait_names_the_known_ones(self) -> None:
        """The reason says what the pack does have."""
        lines = numbered({"name": "B", "answers": {"headcount": 5}})

        [found] = score_lines(lines, Scorer(small.pack()), TODAY)

        assert found.refused == (
            "headcount: the pack 'small' has no such trait; it has industry, employees, revenue, budget, stack"
        )

    @pytest.mark.parametrize(("age", "counts"), [(0, True), (90, True), (91, False)])
    def test_an_old_answer_is_unknown(self, age: int, counts: bool) -> None:  # noqa: FBT001
        """A dated answer counts on the last day it is good for, and not on the next."""
        scorer = Scorer(small.pack())
        old = {"budget": {"value": False, "on": (TODAY - timedelta(days=age)).isoformat()}}

        assert counts == (scored(scorer, old).profiles == scored(scorer, {"budget": False}).profiles)
        assert counts == (scored(scorer, old).profiles != scored(scorer, {}).profiles)

    def test_null_is_unknown(self) -> None:
        """Null says nothing, as if the trait were not there."""
        scorer = Scorer(small.pack())

        assert scored(scorer, {}) == scored(scorer, {trait.id: None for trait in small.pack().traits})

    @given(st.data())
    def test_what_else_was_scored_does_not_matter(self, data: st.DataObject) -> None:
        """A scorer that has seen other accounts says what a new one would say, letter by letter."""
        pack = small.pack()
        plain = pack.model_dump(mode="json")
        accounts = data.draw(st.lists(_accounts(plain), min_size=2, max_size=5))
        seasoned = Scorer(pack)

        for line in accounts:
            assert Scorer(pack).score(line, TODAY).to_json() == seasoned.score(line, TODAY).to_json()

    @given(st.data())
    def test_the_order_of_answers_does_not_matter(self, data: st.DataObject) -> None:
        """The same answers in another order give the same report."""
        scorer = Scorer(small.pack())
        line = data.draw(_accounts(small.pack().model_dump(mode="json")))
        shuffled = dict(data.draw(st.permutations(list(line.answers.items()))))

        assert scorer.score(line, TODAY) == scored(scorer, shuffled, line.name)


@st.composite
def _accounts(draw: st.DrawFn, pack: strategies.Json) -> AccountLine:
    """A line with any answers, dated and not."""
    some = draw(st.lists(st.sampled_from(pack["traits"]), unique_by=lambda trait: trait["id"]))
    answers = {trait["id"]: strategies.as_json(draw(strategies.raw_values(trait))) for trait in some}
    return AccountLine(draw(st.sampled_from(["Acme", "Ærø & Søn", "<!channel>"])), None, answers)


class TestPriors:
    """How often a cell is expected orders questions and touches nothing else."""

    def test_only_the_next_question_may_differ(self, harbor: Pack) -> None:
        """With very lopsided priors every line keeps its verdicts, points and receipt, and some are asked otherwise."""
        plain = Scorer(harbor)
        priors = read_priors('{"industry": ' + _lopsided(plain, "industry") + "}", plain.scorecard)
        informed = Scorer(harbor, priors)
        lines = list(enumerate(EXAMPLES.read_text("utf-8").splitlines(), 1))

        without = [each.report for each in score_lines(lines, plain, TODAY) if each.report]
        with_priors = [each.report for each in score_lines(lines, informed, TODAY) if each.report]

        assert 36 == len(with_priors)
        assert [_but_next(report) for report in without] == [_but_next(report) for report in with_priors]
        assert [report.next for report in without] != [report.next for report in with_priors]


def _lopsided(scorer: Scorer, trait: str) -> str:
    cells = scorer.scorecard.cells[scorer.scorecard.index[trait]]
    return json.dumps({cell.id: 1 if place else 10**9 for place, cell in enumerate(cells)})


def _but_next(report: FitReport) -> dict[str, Any]:
    return {key: value for key, value in json.loads(report.to_json()).items() if key != "next"}


class TestStored:
    """Scoring what is in the state."""

    def test_in_the_order_in_which_they_were_added(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """Every account has its report, and the order is the file's."""
        names = [json.loads(line)["name"] for line in EXAMPLES.read_text("utf-8").splitlines()]

        assert names == [report.account for report in score_stored(Scorer(harbor), examples.team, ports, TODAY)]

    def test_nobody_elses_accounts(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """Another team, and another pack of the same team, see none of them."""
        assert [] == list(score_stored(Scorer(harbor), "somebody else", ports, TODAY))
        assert [] == list(score_stored(Scorer(small.pack()), examples.team, ports, TODAY))
        assert [] == worklist(Scorer(harbor), "somebody else", ports, TODAY, 10)

    def test_all_ways_agree_to_the_byte(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """One account's answer, the stored accounts in bulk, and their exported lines give the same bytes."""
        scorer, another = Scorer(harbor), Scorer(harbor)
        with ports.store().begin(examples, writes=False) as work:
            accounts = list(work.accounts.all())

        one_by_one = [answer_for(each.id, another, examples.team, ports, TODAY).report for each in accounts]
        in_bulk = list(score_stored(scorer, examples.team, ports, TODAY))
        exported = score_lines(enumerate(export_accounts(ports, examples, harbor, TODAY), 1), scorer, TODAY)
        from_lines = [each.report for each in exported if each.report]

        assert 36 == len(accounts)
        assert [each.to_json() for each in one_by_one] == [each.to_json() for each in in_bulk]
        assert [each.to_json() for each in one_by_one] == [each.to_json() for each in from_lines]

    @pytest.mark.parametrize("days", [0, 89, 91, 181, 366])
    def test_they_agree_on_every_day(self, days: int, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """As answers grow old, the stored accounts and their exported lines go on saying the same."""
        today = TODAY + timedelta(days=days)
        exported = list(export_accounts(ports, examples, harbor, TODAY))

        stored = list(score_stored(Scorer(harbor), examples.team, ports, today))
        lines = [each.report for each in score_lines(enumerate(exported, 1), Scorer(harbor), today)]

        assert stored == lines

    @given(st.data())
    def test_any_answers_of_any_sources(self, ports: Ports, data: st.DataObject) -> None:
        """Whatever several sources said and took back: chat, bulk and export agree to the byte, today."""
        pack = small.pack()
        plain = pack.model_dump(mode="json")
        scope = Scope(f"any-{next(NUMBERS)}", pack.name)
        account = add(ports, scope, "Acme", *data.draw(st.lists(_said(plain), max_size=8)))
        scorer = Scorer(pack)

        [stored] = score_stored(scorer, scope.team, ports, strategies.TODAY)
        [line] = export_accounts(ports, scope, pack, strategies.TODAY)
        [read] = score_lines([(1, line)], scorer, strategies.TODAY)

        assert stored.to_json() == answer_for(account.id, scorer, scope.team, ports, strategies.TODAY).report.to_json()
        assert (None, stored.to_json()) == (read.refused, read.report and read.report.to_json())

    def test_an_answer_shows_what_it_rests_on(self, ports: Ports) -> None:
        """Next to the report stand, in pack order, the answers that count and those that have expired."""
        scope = Scope("explains", "small")
        old, new = date(2026, 1, 1), date(2026, 10, 30)
        account = add(ports, scope, "Acme", answer("budget", True, on=old), answer("industry", "saas", on=new))  # noqa: FBT003

        found = answer_for(account.id, Scorer(small.pack()), scope.team, ports, TODAY)

        assert account == found.account
        assert [("saas",), (), (), (), ()] == [tuple(each.value for each in known.answers) for known in found.standings]
        assert [True] == [each.value for each in found.standings[3].expired]
        assert found.would_take is not None
        assert Tier.C == found.would_take.tier

    def test_an_account_that_is_not_there(self, ports: Ports) -> None:
        """An id that nobody has is said to be unknown."""
        with pytest.raises(AccountUnknown):
            answer_for(999_999, Scorer(small.pack()), SCOPE.team, ports, TODAY)


@st.composite
def _said(draw: st.DrawFn, pack: strategies.Json) -> NewAnswer:
    """What one of two people, or a file, says of a trait; null included."""
    trait = draw(st.sampled_from(pack["traits"]))
    raw = strategies.as_json(draw(strategies.raw_values(trait)))
    on = None
    if isinstance(raw, dict) and "on" in raw:
        raw, on = raw["value"], date.fromisoformat(raw["on"])
    source = draw(
        st.sampled_from(
            [
                Source(kind=SourceKind.PERSON, person="ann"),
                Source(kind=SourceKind.PERSON, person="bob"),
                Source(kind=SourceKind.IMPORT, person="crm.csv"),
            ]
        )
    )
    return NewAnswer(trait["id"], raw, source, datetime(2026, 11, 1, tzinfo=UTC), on=on)


class TestWorklist:
    """What to work on, proven accounts first."""

    def test_proven_ones_first_then_the_nearest(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """All accounts to work on come first, then those that miss answers, the fewest first; no other account comes."""
        scorer = Scorer(harbor)
        reports = {each.account: each for each in score_stored(scorer, examples.team, ports, TODAY)}

        items = worklist(scorer, examples.team, ports, TODAY, 100)

        missing = [item.answers_missing for item in items]
        assert sorted(missing) == missing
        assert {name for name, each in reports.items() if each.action is Action.WORK} == {
            item.report.account for item in items if item.answers_missing == 0
        }
        assert all(item.report == reports[item.report.account] for item in items)
        assert not any(item.report.action_decided for item in items if item.answers_missing)
        assert set(reports) - {item.report.account for item in items} == _hopeless(reports.values())

    def test_better_verdicts_first(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """Among proven accounts none comes before one whose worst verdict is better."""
        items = worklist(Scorer(harbor), examples.team, ports, TODAY, 100)
        worst = [max(verdict.rank for verdict in item.report.possible) for item in items if not item.answers_missing]

        assert 10 < len(worst)
        assert sorted(worst) == worst

    def test_among_equals_the_better_worst_case(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """Accounts with the same missing answers and the same verdicts stand by the least fit that is certain."""
        items = worklist(Scorer(harbor), examples.team, ports, TODAY, 100)
        pairs = [
            (max(_floors(one.report)), max(_floors(other.report)))
            for one, other in pairwise(items)
            if (one.answers_missing, one.report.possible) == (other.answers_missing, other.report.possible)
        ]

        assert pairs
        assert all(one >= other for one, other in pairs)

    def test_so_many_answers_do_prove_it(self, ports: Ports) -> None:
        """With the one answer that is missing the account is to be worked on, and with it the list says so."""
        scope = Scope("one-missing", "small")
        scorer = Scorer(small.pack())
        known = [answer("employees", 100), answer("revenue", 3_000_000), answer("stack", ["salesforce"])]
        account = add(ports, scope, "Acme", *known, answer("budget", True))  # noqa: FBT003
        [before] = worklist(scorer, scope.team, ports, TODAY, 10)

        with ports.store().begin(scope) as work:
            work.accounts.record(account.id, [answer("industry", "saas")])
            work.commit()
        [after] = worklist(scorer, scope.team, ports, TODAY, 10)

        assert (1, "industry") == (before.answers_missing, before.report.next)
        assert (0, Action.WORK) == (after.answers_missing, after.report.action)

    def test_an_account_that_passes_no_gate_any_more(self, ports: Ports) -> None:
        """What can no longer become worth it is left out, whatever is still open."""
        scope = Scope("hopeless", "small")
        add(ports, scope, "Acme", answer("industry", "other"))

        assert [] == worklist(Scorer(small.pack()), scope.team, ports, TODAY, 10)

    def test_no_longer_than_asked_for(self, ports: Ports, examples: Scope, harbor: Pack) -> None:
        """The list is cut, and what stays is the beginning of the whole one."""
        whole = worklist(Scorer(harbor), examples.team, ports, TODAY, 100)

        assert whole[:3] == worklist(Scorer(harbor), examples.team, ports, TODAY, 3)


def _hopeless(reports: Iterable[FitReport]) -> set[str]:
    """Accounts that are not worth working on, whichever way they turn out."""
    return {each.account for each in reports if not any(verdict.action is Action.WORK for verdict in each.possible)}


def _floors(report: FitReport) -> Iterator[int]:
    return (fit.fit[0] for fit in report.profiles if fit.gate != "fail")
