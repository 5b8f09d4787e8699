"""Rows: what one says of an account, and what is left open rather than guessed."""

from typing import Any

import pytest
from pydantic import JsonValue

from bot.core.errors import LineRefused, ValueRefused
from bot.core.journey import Journey, JourneyStage, StageId
from bot.core.mapping import RowMapping
from bot.core.row import Given, Row, SkippedRow, TakenRow, direct_reader, mapped_reader
from bot.core.trait import Group, Kind, Option, Trait
from bot.core.value import read_value
from tests.small import pack


def _read(fields: dict[str, JsonValue], answers: dict[str, Any], **more: Any) -> TakenRow | SkippedRow:
    mapping = RowMapping.model_validate({"name": "company", "answers": answers, **more})
    return mapped_reader(mapping, pack())(Row(7, {"company": "Acme", **fields}))


def _taken(raw: JsonValue, trait: str, **how: Any) -> TakenRow:
    row = _read({"field": raw}, {trait: {"from": "field", **how}})
    assert isinstance(row, TakenRow)
    return row


def _value(raw: JsonValue, trait: str, **how: Any) -> JsonValue:
    """The value that a field gives; it is read without complaint and is one that the trait can hold."""
    row = _taken(raw, trait, **how)
    assert ((), ()) == (row.unmapped, row.unreadable)
    value = row.answers[trait].value
    known = pack().trait(trait)
    assert known is not None
    read_value(value, known)
    return value


@pytest.mark.parametrize("raw", [None, "", "  ", [], [None, " "]])
@pytest.mark.parametrize("trait", ["industry", "employees", "revenue", "budget", "stack"])
def test_nothing_is_not_known(raw: JsonValue, trait: str) -> None:
    """Null, a blank text and an empty list say that a trait is not known, never that it is zero, no or none."""
    assert _value(raw, trait) is None


def test_a_missing_field_is_not_known() -> None:
    """A row need not have every field."""
    row = _read({}, {"employees": {"from": "size"}, "industry": {"from": "a.b"}})

    assert isinstance(row, TakenRow)
    assert {"employees": Given(None), "industry": Given(None)} == row.answers


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (58, 58),
        (58.5, 58.5),
        (251.412, 251.412),
        ("58", 58),
        ("1,200", 1200),
        ("1.2k", 1200),
        (["58"], 58),
        (0, None),
        ("0.0", None),
        ("n.a.", None),
        (0.0, None),
    ],
)
def test_numbers(raw: JsonValue, value: JsonValue) -> None:
    """A JSON number is what it is, a text is read as a table writes numbers, and what is listed as unknown is unknown."""
    assert value == _value(raw, "employees", unknown=["0", "N.A."])


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("1.200", "may be"),
        ("fifty", "is no number"),
        (-5, "negative"),
        ("-5", "negative"),
        (True, "'true' is no number"),
        (10**16, "above"),
        ([1, 2], "2 values"),
        ({"a": 1}, "holds an object"),
    ],
)
def test_numbers_that_cannot_be_read_are_reported(raw: JsonValue, why: str) -> None:
    """What is no number is reported with its trait, and says nothing about the account: not even that it is unknown."""
    row = _taken(raw, "employees")

    assert {} == row.answers
    [unreadable] = row.unreadable
    assert unreadable.startswith("employees: ")
    assert why in unreadable


def test_numbers_may_be_mapped() -> None:
    """What the map lists comes first, other numbers are read, and the rest is otherwise or counted."""
    ranges = {"1-10": {"min": "1", "max": "10"}, "10K+": {"min": "10000"}, "0": None}

    assert {"min": 1, "max": 10} == _value("1-10", "employees", map=ranges)
    assert {"min": 10000} == _value(" 10k+ ", "employees", map=ranges)
    assert _value(0, "employees", map=ranges) is None
    assert 120 == _value("120", "employees", map=ranges)
    assert {"min": 1} == _value("many", "employees", map=ranges, otherwise={"min": "1"})
    assert (("employees", "many"),) == _taken("many", "employees", map=ranges).unmapped


def test_a_pattern_cuts_out_what_counts() -> None:
    """The first group takes the place of the text; where there is no match, or the group is empty, nothing is known."""
    assert 2012 == _value("Winter 2012", "employees", pattern="([0-9]{4})")
    assert 2012 == _value(["Winter 2012"], "employees", pattern="([0-9]{4})")
    assert _value("Unspecified", "employees", pattern="([0-9]{4})") is None
    assert _value("Winter", "employees", pattern="Winter( [0-9]{4})?") is None
    assert "saas" == _value("Sector: Software (B2B)", "industry", pattern=r"Sector: (\w+)", map={"software": "saas"})


def test_options_without_a_map() -> None:
    """An option is known by its id, its label and its other names, in any letter case."""
    assert ["saas", "saas", "saas", "fintech"] == [
        _value(raw, "industry") for raw in ("SAAS", " b2b  saas", "Software", "fintech")
    ]
    assert [True, True, True, True, False, False] == [
        _value(raw, "budget") for raw in ("Yes", True, "1", "signed off", "NO", 0)
    ]
    assert ["salesforce", "excel"] == _value(["Excel", "sfdc"], "stack")


def test_an_id_wins_over_another_name() -> None:
    """A word that is an option's id and also another option's other name means the former."""
    trait = Trait(
        id="cloud",
        label="Cloud",
        group=Group.TECHNOGRAPHIC,
        kind=Kind.CHOICE,
        question="Where?",
        options={"public": Option(also=("private",)), "private": Option(also=("own", "public"))},
    )
    mapping = RowMapping.model_validate({"name": "company", "answers": {"cloud": {"from": "cloud"}}})
    read = mapped_reader(mapping, pack().model_copy(update={"traits": (trait,)}))

    rows = [read(Row(1, {"company": "Acme", "cloud": raw})) for raw in ("public", "private", "own")]

    assert ["public", "private", "private"] == [row.answers["cloud"].value for row in rows if isinstance(row, TakenRow)]


def test_options_with_a_map() -> None:
    """A map says all there is to say: even an option's own id must be listed."""
    sectors = {"Software": "saas", "Bank": "fintech", "Puzzling": None}

    assert "saas" == _value(" SOFTWARE ", "industry", map=sectors)
    assert _value("puzzling", "industry", map=sectors) is None
    assert "other" == _value("saas", "industry", map=sectors, otherwise="other")
    assert _value("saas", "industry", map=sectors, otherwise=None) is None
    assert (("industry", "saas"),) == _taken("saas", "industry", map=sectors).unmapped
    assert {"industry": Given(None)} == _taken("saas", "industry", map=sectors).answers


def test_of_a_list_the_first_key_of_the_map_wins() -> None:
    """Where a trait has one value, the order of the map decides and not the order of the list."""
    sectors = {"Bank": "fintech", "Software": "saas"}

    assert "fintech" == _value(["Software", "Bank", "Games"], "industry", map=sectors)
    assert "other" == _value(["Games"], "industry", map=sectors, otherwise="other")
    assert (("industry", "Games"), ("industry", "Toys")) == _taken(["Games", "Toys"], "industry", map=sectors).unmapped
    assert _value(["dead", None], "budget", unknown=["Dead"]) is None


def test_every_mapped_tag_counts_and_the_others_do_not() -> None:
    """A list of tags is the whole truth or a lower bound, as the mapping says; unmapped tags are passed over."""
    tools = {"SFDC": "salesforce", "Data": ["snowflake", "salesforce"], "Paper": None}

    assert ["salesforce", "snowflake"] == _value(["data", "Word", "sfdc"], "stack", map=tools)
    assert {"at_least": ["salesforce"]} == _value(["sfdc", "Word"], "stack", map=tools, at_least=True)
    assert [] == _value(["Word"], "stack", map=tools)
    assert _value(["Word"], "stack", map=tools, at_least=True) is None
    assert ["excel"] == _value("Word", "stack", map=tools, otherwise="excel")
    assert {"at_least": ["excel"]} == _value("Word", "stack", map=tools, otherwise=["excel"], at_least=True)
    assert _value(["Paper"], "stack", map=tools) is None


def test_a_dotted_path_leads_into_objects() -> None:
    """A field may be nested; a column whose name holds a dot is that column."""
    row = _read(
        {"about": {"size": {"now": 12}}, "a.b": 3},
        {"employees": {"from": "about.size.now"}, "revenue": {"from": "a.b"}},
    )

    assert isinstance(row, TakenRow)
    assert {"employees": Given(12), "revenue": Given(3)} == row.answers


def test_rows_are_skipped_for_the_first_reason_that_holds() -> None:
    """A row is skipped where its field, or an element of it, is listed."""
    skip = [
        {"from": "status", "in": ["Dead", "closed"], "why": "gone"},
        {"from": "tags", "in": ["test"], "why": "a test"},
    ]

    assert SkippedRow(7, "gone") == _read({"status": " CLOSED", "tags": ["test"]}, {}, skip_when=skip)
    assert SkippedRow(7, "a test") == _read({"status": "alive", "tags": ["x", "Test"]}, {}, skip_when=skip)
    assert isinstance(_read({"status": None}, {}, skip_when=skip), TakenRow)


def test_names_and_ids_are_cleaned() -> None:
    """Numbers are fine as both; an id that is not there is none."""
    row = _read({"company": " Acme \n Inc ", "id": 42}, {}, external_id="id")
    other = _read({"company": 7, "id": " "}, {}, external_id="id")

    assert isinstance(row, TakenRow)
    assert isinstance(other, TakenRow)
    assert ("Acme Inc", "42") == (row.name, row.external_id)
    assert ("7", None) == (other.name, other.external_id)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"company": None}, "the name is blank"),
        ({"company": " "}, "the name is blank"),
        ({"company": "x" * 201}, "201 characters"),
        ({"company": "a\x00b"}, "control character"),
        ({"company": ["Acme"]}, "'company' must hold one text"),
        ({"company": True}, "'company' must hold one text"),
        ({"id": {"a": 1}}, "'id' must hold one text"),
        ({"id": "\x1b"}, "control character|blank"),
    ],
)
def test_a_row_without_a_usable_name_or_id_is_refused(fields: dict[str, JsonValue], why: str) -> None:
    """An account needs a name that can be shown, and an id is a text."""
    with pytest.raises(LineRefused, match=why):
        _read(fields, {}, external_id="id")


def test_lines_in_the_form_of_the_scorer_need_no_mapping() -> None:
    """Values are taken as given, with their own dates."""
    fields: dict[str, JsonValue] = {
        "name": " Acme ",
        "external_id": 42,
        "answers": {"employees": {"value": {"min": 5}, "on": "2026-01-31"}, "budget": "yes", "industry": None},
    }

    row = direct_reader(pack())(Row(3, fields))

    assert isinstance(row, TakenRow)
    assert (3, "Acme", "42") == (row.line, row.name, row.external_id)
    assert ["employees", "budget", "industry"] == list(row.answers)
    assert Given("yes") == row.answers["budget"]
    assert "2026-01-31" == str(row.answers["employees"].on)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": "a", "answers": {"size": 5}}, "unknown trait 'size'"),
        ({"name": "a", "answers": {"employees": "5"}}, "employees: '5': a number is needed"),
        ({"name": "a", "answers": {"industry": "toys"}}, "allowed is one of"),
        ({"name": "a", "answers": {"employees": {"value": 5, "on": "soon"}}}, "a date is written as"),
        ({"name": "a\x07", "answers": {}}, "control character"),
        ({"name": "a", "answers": {}, "external_id": "x" * 300}, "300 characters"),
        ({"name": "a", "answers": {}, "size": 5}, "the key 'size' is not known"),
    ],
)
def test_a_line_that_the_scorer_would_refuse_is_refused(fields: dict[str, JsonValue], why: str) -> None:
    """Unknown traits and values that a trait cannot hold are wrong as a whole line."""
    with pytest.raises(LineRefused, match=why):
        direct_reader(pack())(Row(1, fields))


def test_what_a_mapping_gives_is_always_a_value_of_the_trait() -> None:
    """A value that was mapped can be scored."""
    with pytest.raises(ValueRefused):
        read_value("saas", pack().traits[1])
    assert 12.5 == _value("12.5", "revenue")


_STAGED = pack().model_copy(
    update={
        "journey": Journey(
            stages={
                StageId.LEARN: JourneyStage(also=("consideration",), crm=("Engaging",)),
                StageId.EVALUATE: JourneyStage(also=("consideration",), crm=("Demo",)),
            }
        )
    }
)


def _staged(raw: JsonValue, *, direct: bool) -> tuple[StageId | None, tuple[str, ...]]:
    """The stage that a row names, and what of it could not be read."""
    if direct:
        row = direct_reader(_STAGED)(Row(7, {"name": "Acme", "answers": {}, "stage": raw}))
    else:
        mapping = RowMapping.model_validate({"name": "company", "stage": "deal.stage", "answers": {}})
        row = mapped_reader(mapping, _STAGED)(Row(7, {"company": "Acme", "deal": {"stage": raw}}))
    assert isinstance(row, TakenRow)
    return row.stage, row.unreadable


@pytest.mark.parametrize("direct", [True, False])
@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Demo", StageId.EVALUATE),
        (" demo ", StageId.EVALUATE),
        (["Engaging"], StageId.LEARN),
        ("Consider/Try/Negotiate", StageId.CONSIDER),
        ("buy", StageId.BUY),
        (None, None),
        ("", None),
        ([], None),
    ],
)
def test_a_stage_by_any_of_its_names(raw: JsonValue, expected: StageId | None, *, direct: bool) -> None:
    """A row names the stage by its id, its label or the CRM's own word, in any letter case; nothing is no stage."""
    assert (expected, ()) == _staged(raw, direct=direct)


@pytest.mark.parametrize("direct", [True, False])
@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("Demmo", "stage: unknown stage 'Demmo'; did you mean 'Demo'?; allowed: awareness"),
        ("consideration", "stage: 'consideration' may mean Learn or Evaluate; nothing is taken from it"),
        (["Demo", "buy"], "stage: the field must hold the name of one stage"),
        ({"name": "Demo"}, "stage: the field must hold the name of one stage"),
    ],
)
def test_a_stage_that_is_none_is_reported(raw: JsonValue, why: str, *, direct: bool) -> None:
    """A name that means no stage, or several, is reported with its row; the row is taken, and nothing is guessed."""
    stage, [said] = _staged(raw, direct=direct)

    assert stage is None
    assert said.startswith(why)


def test_only_names_that_are_taken_are_listed() -> None:
    """A name that may mean several stages is not among those that a row may use."""
    _, [said] = _staged("zzz", direct=True)

    names = said.partition("; allowed: ")[2].split(", ")
    assert ["awareness", "learn", "Engaging", "evaluate", "Demo"] == names[:5]
    assert all(_staged(name, direct=True)[0] is not None for name in names)


def test_a_row_need_not_name_a_stage() -> None:
    """Without a field for the stage nothing is said of it."""
    row = _read({"stage": "Demo"}, {})

    assert isinstance(row, TakenRow)
    assert (None, ()) == (row.stage, row.unreadable)
