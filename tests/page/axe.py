"""Axe: what the rules of accessibility find on the page as it stands, by axe-core, which the page's sources bring along."""

from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

import bot.playground.page
from tests.page.browser import lacks, resize, scheme

SOURCES = Path(bot.playground.page.__file__).parent / "web"
AXE = SOURCES / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
NOT_OURS = {
    "label-title-only": "a label that is scrolled out of sight counts as missing there; `nameless` finds those that are",
}
"""Rules that are not held, with the reason."""
_RUN = """
const done = arguments[arguments.length - 1];
const options = { runOnly: { type: "tag", values: arguments[0] }, resultTypes: ["violations"] };
axe.run(document, options).then((found) => done(found.violations), (error) => done([{ id: String(error), nodes: [] }]));
"""
_LOOKS = ((360, 740, "dark"), (360, 740, "light"), (1280, 800, "dark"), (1280, 800, "light"))
_NAMED = {
    "button",
    "link",
    "textbox",
    "combobox",
    "checkbox",
    "radio",
    "menuitem",
    "option",
    "tab",
    "searchbox",
    "dialog",
}


def violations(driver: Chrome) -> list[str]:
    """What is wrong with the page as it stands: rule and element."""
    if not AXE.exists():
        need = f"The tests of accessibility need axe-core: cd {SOURCES} && npm ci"
        lacks(need)
    if not driver.execute_script("return window.axe !== undefined"):
        driver.execute_script(AXE.read_text("utf-8"))
    driver.set_script_timeout(60)
    found: list[dict[str, Any]] = driver.execute_async_script(_RUN, TAGS)
    return [
        f"{one['id']}: {node['html'][:200]} {(node.get('failureSummary') or '')[:300]}"
        for one in found
        if one["id"] not in NOT_OURS
        for node in one["nodes"] or [{"html": ""}]
    ]


def nameless(driver: Chrome) -> list[str]:
    """What can be used and says no name to a screen reader, by the browser's own tree."""
    tree = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [
        str(one["role"]["value"])
        for one in tree
        if not one.get("ignored") and one.get("role", {}).get("value") in _NAMED and not one["name"]["value"].strip()
    ]


def wrong(driver: Chrome) -> list[str]:
    """What is wrong on a phone and on a wide screen, in the dark and in the light; the page stands wide and light in the end."""
    found = []
    for width, height, colours in _LOOKS:
        resize(driver, width, height)
        scheme(driver, colours)
        found += [f"{width} {colours}: {one}" for one in violations(driver)]
    return found + [f"a {one} without a name" for one in nameless(driver)]
