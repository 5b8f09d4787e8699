"""The diagram of an interview: its states and events as the documentation shows them, drawn from the table.

What is drawn is what `TRANSITIONS` says, so that the page cannot say anything else. A test compares the two.
"""

from collections.abc import Iterable, Iterator, Mapping

from bot.core.interview import TRANSITIONS, Event, State

BEGIN, END = "<!-- the states of an interview: generated -->", "<!-- the end of what is generated -->"
"""What stands around the generated part of a page."""

_STATES: Mapping[State, str] = {
    State.NEW: "nothing has happened yet",
    State.READY: "the next question is to be chosen; left again before anything is kept",
    State.ASKING: "a question stands",
    State.CHOOSING: "two sources disagree, and somebody is to say which one holds",
    State.RESTING: "nothing has to be asked: the verdict stands, or all that is open was passed over",
    State.PAUSED: "left for later; a question that stood still stands",
    State.DONE: "it came to its end",
    State.STOPPED: "somebody ended it before",
}
_EVENTS: Mapping[Event, str] = {
    Event.STARTED: "somebody began it",
    Event.JOINED: "somebody else takes part",
    Event.ASKED: "a question was put",
    Event.OFFERED: "a value was proposed for what was said, and waits for a yes",
    Event.DECLINED: "the proposed value is not the one",
    Event.ANSWERED: "answers came, to the question that stands or to others",
    Event.CONTRADICTED: "an answer came that another source contradicts",
    Event.CHOSEN: "somebody said which source holds",
    Event.SKIPPED: "the question, or the choice, was passed over",
    Event.UNKNOWN: "nobody knows the answer",
    Event.OVERTAKEN: "what stood was settled elsewhere meanwhile",
    Event.WENT_BACK: "an earlier question is to be asked again",
    Event.RESTED: "nothing has to be asked any more",
    Event.WENT_ON: "it goes on although the verdict stands, or with what was passed over",
    Event.FRAMED: "a framework was chosen",
    Event.PAUSED: "somebody left it for later",
    Event.RESUMED: "somebody went on with it",
    Event.HANDED_OVER: "a colleague is to go on",
    Event.REPACKED: "the pack was published anew",
    Event.FINISHED: "it came to its end, and somebody said so",
    Event.STOPPED: "somebody ended it before its end",
}


def diagram() -> str:
    """The states and what leads from one to another, as a state diagram of Mermaid."""
    return "\n".join(["stateDiagram-v2", *(f"    {line}" for line in _arrows())])


def states() -> str:
    """What each state means and what can happen in it, as a table of Markdown."""
    rows = ((state, _STATES[state], _several(_happening(state))) for state in State)
    return _table(("state", "meaning", "what can happen in it"), rows)


def events() -> str:
    """What each event means and where it leads, as a table of Markdown."""
    rows = ((event, _EVENTS[event], _several(_targets(event))) for event in Event)
    return _table(("event", "meaning", "leads to"), rows)


def page(text: str) -> str:
    """A page with its generated part drawn anew, and everything else as it was.

    Raises:
        ValueError: the page has no such part.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"a page needs {BEGIN} and, further down, {END}")
    parts = (before + begin, f"```mermaid\n{diagram()}\n```", states(), events(), end + after)
    return "\n\n".join(parts)


def _arrows() -> Iterator[str]:
    """One arrow from a state to another, with everything that leads along it."""
    yield f"[*] --> {State.NEW}"
    for state in State:
        for target in State:
            along = [event for event in _happening(state) if TRANSITIONS[state][event] is target]
            if along:
                yield f"{state} --> {target}: {_several(along)}"
        if not TRANSITIONS[state]:
            yield f"{state} --> [*]"


def _happening(state: State) -> list[Event]:
    """What can happen in a state."""
    return [event for event in Event if event in TRANSITIONS[state]]


def _targets(event: Event) -> list[State]:
    """The states that an event may lead to."""
    reached = {happening[event] for happening in TRANSITIONS.values() if event in happening}
    return [state for state in State if state in reached]


def _words(name: Event | State) -> str:
    return name.replace("_", " ")


def _several(names: Iterable[Event | State]) -> str:
    return ", ".join(_words(name) for name in names) or "nothing"


def _table(head: tuple[str, ...], rows: Iterable[tuple[Event | State, str, str]]) -> str:
    lines = [head, ("---",) * len(head), *((_words(name), *rest) for name, *rest in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
