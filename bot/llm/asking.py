"""Asking: one question, asked again where its server had too much to do or an error of its own, while there is time."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from enum import Enum
from typing import Any

from langchain_core.messages import AIMessageChunk

from bot.llm.failing import another_try, reached

WAITS = (0.25, 1.0)
"""Seconds before the second and the third try, where the server does not ask for more."""


class Step(Enum):
    """What is said of a try, between the pieces of an answer."""

    SENT = "sent"
    """The question is on its way."""
    UNSENT = "unsent"
    """It was not: there was nobody to send it to."""


Ask = Callable[[], AsyncGenerator[Any, None]]
"""Begins to ask; each call asks anew."""


async def ask(begin: Ask, seconds: float) -> AsyncGenerator[AIMessageChunk | Step, None]:
    """What comes back, piece by piece; a question whose answer has begun is not asked again.

    Args:
        begin: asks.
        seconds: how long there is; no try begins after that.

    Raises:
        Exception: whatever the last try raises.
    """
    from langsmith import tracing_context

    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    with tracing_context(enabled=False):
        for wait in (*WAITS, None):
            begun = False
            yield Step.SENT
            try:
                async with aclosing(begin()) as pieces:
                    async for piece in pieces:
                        begun = True
                        yield piece
            except Exception as error:
                if not reached(error):
                    yield Step.UNSENT
                pause = None if begun or wait is None else another_try(error)
                if pause is None or wait is None or loop.time() + max(pause, wait) >= deadline:
                    raise
                wait = max(pause, wait)  # noqa: PLW2901 - the server asked for more
            else:
                return
            await asyncio.sleep(wait)
