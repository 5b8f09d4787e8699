"""Interview words: what an interview says, line by line, the same in every place that shows it.

Plain text without markup; whoever renders it escapes it, and says how people are named.
"""

from collections.abc import Callable, Sequence

from bot.core.account import Answer
from bot.core.certificate import certificate
from bot.core.certificate_words import cells_words, certificate_lines
from bot.core.framework import frameworks_of, trait_of
from bot.core.interview import Event, InterviewEvent, State
from bot.core.narrowing import narrowed, narrowing_words, stakes_words
from bot.core.pack import Pack
from bot.core.scorecard import Scorecard
from bot.core.wording import counted, listed, value_words
from bot.flows.interview_turn import Asking, InterviewTurn, Late

Person = Callable[[str | None], str]
"""How somebody is named: `you` for whoever it is said to; None where nobody knows who it was."""
Shown = Callable[[str], str]
"""How the words of others are shown; as they are, where nothing is formatted."""


def progress_words(turn: InterviewTurn) -> str:
    """How far the interview is: 3 asked, at most 4 to go."""
    left = f"at most {turn.to_go} to go" if turn.to_go else "none to go"
    return f"{turn.interview.asked} asked, {left}"


def asking_words(asking: Asking, account: str) -> list[str]:
    """Why a question is asked, and what its answer is able to change."""
    lines = [asking.trait.why] if asking.trait.why else []
    if asking.stakes is not None:
        lines.append(stakes_words(asking.stakes, account))
    elif asking.item is None and not asking.known.answers:
        lines.append("It does not change the verdict; it completes the picture.")
    return lines


def known_words(asking: Asking, pack: Pack) -> list[str]:
    """What is noted by now of what is asked: to be kept, or too old to count."""
    currency = pack.currency
    lines = [f"Noted by now: {value_words(each.value, asking.trait, currency)}." for each in asking.known.answers[:1]]
    return lines + [
        f"{value_words(each.value, asking.trait, currency)} was said on {each.on}, too long ago to count. "
        "Say “same as before” if it still holds."
        for each in asking.known.expired[:1]
    ]


def noted_words(answer: Answer, pack: Pack) -> str:
    """One answer that came, as an echo."""
    trait = trait_of(pack, answer.trait)
    return f"{trait.label}: {value_words(answer.value, trait, pack.currency)}" if trait else answer.trait


def offer_words(turn: InterviewTurn, pack: Pack) -> str | None:
    """The value that waits for a yes; None where none does."""
    offer = turn.interview.offer
    trait = trait_of(pack, offer.trait) if offer is not None else None
    if offer is None or trait is None:
        return None
    return f"Shall I note {value_words(offer.value, trait, pack.currency)}?"


def news_words(turn: InterviewTurn, pack: Pack, person: Person, shown: Shown = str) -> list[str]:
    """What the message made happen, beside the answers that came."""
    asking = turn.asking
    # Then the framework that was chosen is gone through at once.
    at_once = turn.answer.report.decided or (asking is not None and asking.item is not None and asking.stakes is None)
    events = [event for event in turn.happened if event.happened is not Event.FRAMED or not at_once]
    lines = [
        _chosen_words(event, turn, pack, shown)
        if event.happened is Event.CHOSEN
        else _event_words(event, pack, person, shown)
        for event in events
    ]
    return [line for line in lines if line]


def _chosen_words(event: InterviewEvent, turn: InterviewTurn, pack: Pack, shown: Shown) -> str:
    """Which source holds now; nothing of a trait that the pack does not know any more."""
    for trait, known in zip(pack.traits, turn.answer.standings, strict=True):
        values = dict.fromkeys(value_words(each.value, trait, pack.currency) for each in known.answers)
        if trait.id == event.trait and values:
            verb = "holds" if len(values) == 1 else "stay possible" if known.disagrees else "hold"
            return f"{shown(trait.label)}: {shown(listed([*values], 'and'))} {verb}."
    return ""


def _event_words(event: InterviewEvent, pack: Pack, person: Person, shown: Shown) -> str:
    trait = trait_of(pack, event.trait or "")
    label = shown(trait.label) if trait is not None else "That question"
    logged = f" Logged as gap #{event.gap}." if event.gap is not None else ""
    words = {
        Event.JOINED: _does(person(event.person), "take", "part now"),
        Event.SKIPPED: f"Left {label} as it is.",
        Event.UNKNOWN: f"{label}: not known.{logged}",
        Event.OVERTAKEN: f"{label} was settled elsewhere meanwhile." if event.trait else "",
        Event.WENT_BACK: f"Back to {label}.",
        Event.WENT_ON: "Going on with what is left.",
        Event.FRAMED: shown(_framed_words(event, pack)) if event.framework else "",
        Event.HANDED_OVER: _does(person(event.colleague), "go", "on with it"),
        Event.REPACKED: (
            f"The pack was published anew: this is version {pack.version}. All answers stand; what is asked next goes "
            "by it."
        ),
        Event.DECLINED: "Then not. Say it in other words.",
    }
    return words.get(event.happened, "")


def _does(who: str, verb: str, what: str) -> str:
    """That somebody does something: you take part, Kim takes part."""
    if who == "you":
        return f"You {verb} {what}."
    return f"{who} {verb}{'es' if verb.endswith('o') else 's'} {what}."


def _framed_words(event: InterviewEvent, pack: Pack) -> str:
    titles = {each.id: each.title for each in frameworks_of(pack)}
    return f"{titles[event.framework]} comes once fit is settled." if event.framework in titles else ""


def late_words(late: Late, pack: Pack, person: Person, shown: Shown = str) -> list[str]:
    """That something came too late, and what is noted."""
    known = [
        f"{shown(value_words(each.value, late.trait, pack.currency))} ({person(each.source.person)}, {_day(each)})"
        for each in late.known
    ]
    label = shown(late.trait.label)
    if late.is_same:
        return [f"{label} is noted already: {listed(known, 'and')}."]
    noted = f" Noted is {listed(known, 'and')}." if known else ""
    meant = ""
    if late.said is not None:
        meant = f" I did not take {shown(value_words(late.said, late.trait, pack.currency))}."
    return [f"The question about {label} is past.{noted}{meant}"]


def _day(answer: Answer) -> str:
    return f"{answer.on or answer.recorded_at.date()}"


def narrowing_line(turn: InterviewTurn) -> str | None:
    """How the possible verdicts narrowed; None where no answer came, and none was chosen."""
    if not turn.noted and all(event.happened is not Event.CHOSEN for event in turn.happened):
        return None
    return narrowing_words(narrowed(turn.before.report.possible, turn.answer.report.possible))


def certificate_words(turn: InterviewTurn, card: Scorecard, pack: Pack) -> list[str]:
    """Why the verdict cannot change any more; none while it can."""
    standings = turn.answer.standings
    proof = certificate(card, tuple(each.cells for each in standings)) if turn.answer.report.decided else None

    def said(cells: Sequence[int], place: int, card: Scorecard) -> str:
        # Values that count the same share a cell: what was said is named, not all that would have counted so.
        values = {value_words(each.value, card.traits[place], pack.currency) for each in standings[place].answers}
        return values.pop() if len(values) == 1 else cells_words(cells, place, card)

    return certificate_lines(proof, card, said) if proof is not None else []


def resting_words(turn: InterviewTurn) -> list[str]:
    """Why nothing is asked any more, while the verdict is open: what was passed over."""
    report = turn.answer.report
    telling = {question.trait for question in report.questions}
    labels = [trait.label for trait in turn.passed if trait.id in telling]
    if report.decided or not labels:
        return []
    return [f"The verdict stays open: {counted(len(labels), 'question')} passed over ({listed(labels, 'and')})."]


def state_words(turn: InterviewTurn) -> str | None:
    """That the interview is paused, stopped or done; None while it goes on."""
    name = turn.answer.account.name
    match turn.interview.state:
        case State.PAUSED:
            return f"Paused. Everything is kept; resume goes on with {name}."
        case State.STOPPED:
            return f"Stopped. What you said about {name} is kept."
        case State.DONE:
            return f"Done with {name}. What you said is kept."
        case _:
            return None
