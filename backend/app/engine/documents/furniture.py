"""Running heads and feet: lines that stand at the same place of several pages."""

import re
from collections.abc import Sequence

from app.engine.documents.model import Line, Page

MARGIN = 0.1
"""Heads and feet stand within this share of the page's height from its edge."""

SAME_PLACE = 3.0
"""Vertical distance in points within which two lines stand at the same place."""

_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s*)?\d{1,3}(?:\s*(?:/|of|von|sur|de)\s*\d{1,3})?\W*", re.IGNORECASE
)


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but ``2``, ``Page 2`` or ``2 / 3``."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def without_running_lines(lines: Sequence[Line], pages: Sequence[Page]) -> list[Line]:
    """The lines with repeated heads and feet kept once, so that text flows over page breaks.

    A head stays where it first stands; a foot is moved behind the last line, since on its page it
    would part a list from its continuation. Page numbers standing alone are left out.
    """
    heights = {page.number: page.height for page in pages}
    body: list[Line] = []
    feet: list[Line] = []
    seen: dict[str, list[Line]] = {}
    repeated = _repeated(lines, heights)
    for line in lines:
        if len(pages) > 1 and _in_margin(line, heights) and is_page_number(line.text):
            continue
        if line.number not in repeated:
            body.append(line)
            continue
        key = _key(line)
        if not any(_same_place(line, other) for other in seen.get(key, ())):
            (body if _is_head(line, heights) else feet).append(line)
        seen.setdefault(key, []).append(line)
    return body + feet


def _repeated(lines: Sequence[Line], heights: dict[int, float]) -> frozenset[int]:
    by_key: dict[str, list[Line]] = {}
    for line in lines:
        if _in_margin(line, heights):
            by_key.setdefault(_key(line), []).append(line)
    return frozenset(
        line.number
        for group in by_key.values()
        for line in group
        if any(line.page != other.page and _same_place(line, other) for other in group)
    )


def _key(line: Line) -> str:
    return _NUMBERS.sub("#", line.text.casefold())


def _same_place(line: Line, other: Line) -> bool:
    if line.box is None or other.box is None:
        return False
    return abs(line.box.y0 - other.box.y0) <= SAME_PLACE


def _in_margin(line: Line, heights: dict[int, float]) -> bool:
    if line.box is None or line.page is None:
        return False
    height = heights[line.page]
    return line.box.y1 < MARGIN * height or line.box.y0 > (1 - MARGIN) * height


def _is_head(line: Line, heights: dict[int, float]) -> bool:
    return line.box is not None and line.page is not None and line.box.y0 < heights[line.page] / 2
