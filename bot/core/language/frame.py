"""Frame: whether the words around a phrase leave its meaning alone.

A phrase is read only where everything between the subject and it is understood. "They use Snowflake" is; "they
integrate with Snowflake" is not, because a word that nobody here knows may turn the meaning around. What is not
understood is never guessed at.
"""

from collections.abc import Sequence

from bot.core.language.clause import BEING, BODIES, HAVING, SUBJECTS, USING, Clause, Piece, is_verb
from bot.core.language.vocabulary import Sense

DETERMINERS = frozenset({
    "a", "an", "the", "their", "its", "his", "her", "this", "that", "these", "those", "some", "own", "any",
})  # fmt: skip
_ADVERBS = frozenset({
    "also", "already", "still", "currently", "now", "today", "presently", "just", "only", "really", "very", "quite",
    "pretty", "super", "mostly", "mainly", "primarily", "basically", "essentially", "actually", "definitely",
    "certainly", "fully", "completely", "heavily", "both", "indeed", "ok", "okay", "well", "then", "here", "there",
    "total", "overall", "all", "entirely", "exclusively", "largely", "fairly", "squarely", "100", "big", "typical",
    "classic", "pure", "solid", "small", "mid", "sized", "size", "growing", "headed", "confirmed", "yes", "yeah",
    "yep", "hm", "hmm", "hey", "hi", "hello", "thanks", "sure", "cheers", "uh", "um", "so", "like", "btw", "fyi",
    "update", "note", "recorded", "record", "remember", "right", "straight", "classical", "proper", "as", "around",
    "about", "each", "together", "roughly", "approx", "circa", "exactly", "been", "fast", "quickly", "nice", "great",
    "good", "longer", "anymore", "yet", "little", "cool", "tiny", "young", "new", "interesting", "local", "family",
    "owned", "promising", "niche", "boutique", "remote", "distributed", "bootstrapped", "profitable", "midsize",
    "midsized", "midmarket", "private", "privately", "held", "hot", "vc", "backed", "established", "medium", "large",
})  # fmt: skip
_PLACES = frozenset({
    "in", "on", "at", "of", "based", "located", "headquartered", "hq", "out", "onto", "over", "inside", "within",
})  # fmt: skip
_NOUNS = frozenset({
    "setup", "data", "platform", "infra", "infrastructure", "system", "systems", "tool", "tools", "tooling",
    "everything", "whole", "entire", "reporting", "product", "app", "backend", "website", "site", "side", "stuff",
    "corp", "corporation", "department", "workloads", "warehouse", "analytics", "deals", "pipeline", "combo", "mix",
    "space", "industry", "sector", "vertical", "field", "line", "stage", "phase", "type", "kind",
})  # fmt: skip
_BECAME = frozenset({"moved", "migrated", "switched", "standardized", "standardised", "consolidated", "grew", "grown"})
_LEANING = {
    "to": _BECAME,
    "on": _BECAME,
    "onto": _BECAME,
    "with": frozenset({"works", "work", "working"}),
}
"""Words that are understood only behind certain others: "switched to", "works with"."""
UNDERSTOOD = SUBJECTS | BEING | HAVING | USING | DETERMINERS | _ADVERBS | _PLACES | _NOUNS | BODIES
"""Words that leave alone what follows them."""
LINKS = BEING | {
    "of", "at", "about", "around", "now", "currently", "to", "like", "a", "an", "the", "their", "on", "in", "up",
    "down", "roughly", "approx", "grew", "stands", "sits", "comes", "just", "only", "still", "today", "already", "so",
    "than", "from", "equals", "here", "actually", "total", "count", "number", "mostly", "mainly", "both", "very",
    "really", "pretty", "quite", "as", "set", "has", "have",
}  # fmt: skip
"""Words that tie a trait's name to its value: "headcount is about 120", "technology: pretty low"."""
SITES = frozenset({
    "office", "offices", "location", "locations", "site", "sites", "country", "countries", "city", "cities", "store",
    "stores", "branch", "branches", "state", "states", "region", "regions", "place", "places", "continents", "teams",
    "departments", "continent", "markets", "timezones", "entities", "clinics", "plants", "rooms", "wards", "buildings",
    "houses", "hotels", "floors", "hospitals", "campuses", "properties", "schools", "shops", "factories", "depots",
})  # fmt: skip
"""What the people of a company may be spread over."""
REACH = 4
"""How many of them may stand in between."""
TAIL = frozenset({
    "company", "firm", "business", "shop", "org", "organization", "organisation", "crm", "stack", "data", "setup",
    "environment", "space", "industry", "sector", "vertical", "stage", "phase", "model", "type", "provider",
    "platform", "tool", "tools", "system", "systems", "user", "users", "instance", "account", "warehouse", "cloud",
    "for", "as", "since", "because", "to", "today", "now", "currently", "already", "too", "also", "atm", "at", "in",
    "on", "of", "heavily", "daily", "everywhere", "applies", "apply", "only", "there", "here", "right", "so", "while",
    "when", "which", "who", "that", "by", "from", "with", "across", "startup", "guys", "folks", "team", "player",
    "house", "outfit", "co", "corp", "based", "i", "they", "it", "btw", "fyi", "yes", "yeah", "exclusively", "mostly",
    "mainly", "entirely", "anyway", "lol", "haha", "thanks", "thx", "the", "all", "again", "though", "still", "per",
    "anything", "something", "like", "internally", "globally", "worldwide", "out", "via", "this", "over", "down", "up",
    "then",
})  # fmt: skip
"""What may follow a phrase without changing what it says; a noun that is not here may make it another thing."""


_KEEPERS = frozenset({"exec", "executive", "execs", "manager", "rep", "reps", "team", "lead", "director"})
"""Who looks after an account at its vendor: "the salesforce account exec"."""


def is_understood(pieces: Sequence[Piece], *, of: str | None = None) -> bool:
    """Whether all of these are known not to turn around what follows.

    Args:
        pieces: what stands between the beginning of the clause and a phrase.
        of: with a trait, names of other traits count as not understood.
    """
    return all(_is_clear(pieces, position, of) for position in range(len(pieces)))


def _is_clear(pieces: Sequence[Piece], position: int, of: str | None) -> bool:
    piece = pieces[position]
    if piece.is_subject or piece.is_refused or piece.quantity is not None:
        return not piece.is_refused
    before = pieces[position - 1] if position else None
    if piece.meanings:
        following = pieces[position + 1].key if position + 1 < len(pieces) else ""
        acts = piece.means(Sense.OPTION) and is_verb(following) and not piece.means(Sense.NAME)
        is_count = before is not None and before.quantity is not None
        foreign = of is not None and piece.means(Sense.NAME) and not piece.means(Sense.NAME, of)
        return not acts and (is_count or not foreign)
    if before is not None and piece.key in _LEANING:
        return before.key in _LEANING[piece.key] or piece.key in UNDERSTOOD
    return piece.key == "with" or piece.key in UNDERSTOOD or piece.key in _BECAME


def leads_in(clause: Clause, position: int) -> Sequence[Piece]:
    """What stands between the subject of a clause and a position."""
    return clause.pieces[min(clause.begins, position) : position]


def key_at(clause: Clause, position: int) -> str:
    """The word at a position, empty beyond either end."""
    return clause.pieces[position].key if 0 <= position < len(clause.pieces) else ""


def ends_well(clause: Clause, position: int) -> bool:
    """Whether a phrase that ends before a position is not made into another thing by what follows it."""
    if position >= len(clause.pieces):
        return True
    piece = clause.pieces[position]
    if piece.key == "account" and key_at(clause, position + 1) in _KEEPERS:
        return False
    return bool(piece.meanings or piece.quantity or piece.is_subject) or piece.key in TAIL


def has_verb(pieces: Sequence[Piece]) -> bool:
    """Whether a verb, or a preposition that does a verb's work, stands among these."""
    return any(
        not piece.meanings and (is_verb(piece.key) or piece.key in _PLACES) and not _is_possessive(pieces, position)
        for position, piece in enumerate(pieces)
    )


def is_owned(pieces: Sequence[Piece]) -> bool:
    """Whether what follows belongs to the account and is not what it is: "acme's cfo"."""
    return bool(pieces) and (
        _is_possessive(pieces, len(pieces) - 1) or pieces[-1].key in ("their", "its", "his", "her")
    )


def _is_possessive(pieces: Sequence[Piece], position: int) -> bool:
    """Whether an 's stands for belonging: behind a name, with no small word behind it that only an "is" would have."""
    if pieces[position].key != "'s" or not position or not pieces[position - 1].is_subject:
        return False
    following = pieces[position + 1].key if position + 1 < len(pieces) else ""
    return following not in DETERMINERS and following not in _PLACES and following not in _ADVERBS
