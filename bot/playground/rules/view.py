"""View: a modal, or the Home tab.

The errors are those of `views.open` and `views.publish`. Slack's own pointers begin with `/view`; these begin at the
view.
"""

import json
from collections.abc import Iterator, Mapping

from bot.playground.rules.blocks import Surface
from bot.playground.rules.fault import Fault, Problem
from bot.playground.rules.grammar import Elsewhere, Flag, Spec, String, Variants, typed
from bot.playground.rules.layout import Layout, id_problems
from bot.playground.rules.objects import plain

BYTES_MOST = 250_000

_SHARED: dict[str, Spec] = {
    "private_metadata": String(3000, shortest=0),
    "callback_id": String(255, shortest=0),
    "external_id": String(255, shortest=0),
}


_VIEW = Variants(
    {
        "modal": typed(
            "modal",
            ("title", "blocks"),
            blocks=Elsewhere(),
            title=plain(24),
            submit=plain(24),
            close=plain(24),
            clear_on_close=Flag(),
            notify_on_close=Flag(),
            **_SHARED,
        ),
        "home": typed("home", ("blocks",), blocks=Elsewhere(), **_SHARED),
    }
)


def view_faults(view: Mapping[str, object]) -> list[Fault]:
    """Everything Slack refuses in a view."""
    given = {name: value for name, value in view.items() if value is not None}
    layout = Layout.of(given.get("blocks"), "/blocks")
    problems = [*_VIEW.problems(given, ""), *_block_problems(given, layout), *_whole(given, layout)]
    faults = [problem.as_fault("invalid_arguments") for problem in problems]
    size = len(json.dumps(given, ensure_ascii=True))
    if size > BYTES_MOST:
        faults.append(Fault("view_too_large", "", f"may have at most {BYTES_MOST} bytes, and has {size}"))
    return faults


def _block_problems(view: Mapping[str, object], layout: Layout) -> Iterator[Problem]:
    if "blocks" in view:
        surface = Surface.HOME if view.get("type") == "home" else Surface.MODAL
        yield from layout.problems(surface, least=1)
        yield from id_problems(layout.blocks)


def _whole(view: Mapping[str, object], layout: Layout) -> Iterator[Problem]:
    """A form that nobody can send, and two elements that both want the cursor."""
    asks = any(block.kind == "input" for block in layout.blocks)
    if view.get("type") == "modal" and asks and "submit" not in view:
        yield Problem("", "needs the field submit, because there is something to fill in")
    focused = [at for at, element in layout.elements if element.get("focus_on_load") is True]
    for at in focused[1:]:
        yield Problem((at, "focus_on_load"), "may be set once in a view")
