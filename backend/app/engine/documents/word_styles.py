"""How text of a Word file looks: its own formatting, over its style, over what that is based on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

MAX_STYLE_DEPTH = 12
"""Styles based on one another in a ring end here."""

TINY = 3.0
"""Text under this many points cannot be read on paper."""

_OFF = frozenset({"0", "false", "off", "none"})
_PLAIN_FILLS = frozenset({None, "auto", "FFFFFF", "ffffff"})


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points (0 where nothing says it), weight, slant, and whether it is a list item."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    white: bool = False
    listed: bool = False


class Styles:
    """The styles of one document by id; ``root`` is its ``w:styles`` element or None."""

    def __init__(self, root: Any) -> None:
        found = root.findall(qn("w:style")) if root is not None else []
        self._styles = {style.get(qn("w:styleId")): style for style in found}
        self._default = next(
            (s.get(qn("w:styleId")) for s in found if _is_default_paragraph(s)), None
        )
        defaults = (
            root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}") if root is not None else None
        )
        self._base = _with_run(Look(), defaults.find(qn("w:rPr")) if defaults is not None else None)
        self._looks: dict[str | None, Look] = {}

    def paragraph(self, paragraph: Any) -> Look:
        """The look that a paragraph gives its runs."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "w:pStyle")
        look = self._look(style or self._default, self._base)
        return _with_list(look, properties)

    def run(self, run: Any, around: Look) -> Look:
        """The look of a run inside a paragraph that looks like ``around``."""
        properties = run.find(qn("w:rPr"))
        style = _value(properties, "w:rStyle")
        return _with_run(self._look(style, around) if style else around, properties)

    def _look(self, style: str | None, base: Look) -> Look:
        look = base
        for element in reversed(list(self._ancestry(style))):
            look = _with_run(look, element.find(qn("w:rPr")))
            look = _with_list(look, element.find(qn("w:pPr")))
        return look

    def _ancestry(self, style: str | None) -> Iterator[Any]:
        for _ in range(MAX_STYLE_DEPTH):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = _value(element, "w:basedOn")


def is_shaded(element: Any) -> bool:
    """Whether the text stands on a colour: of its run, its paragraph, its cell, table or shape."""
    for around in (element, *element.iterancestors()):
        if around.tag == qn("w:txbxContent"):
            return True
        for name in ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr"):
            properties = around.find(qn(name))
            shade = properties.find(qn("w:shd")) if properties is not None else None
            if shade is not None and shade.get(qn("w:fill")) not in _PLAIN_FILLS:
                return True
    return False


def _with_run(look: Look, properties: Any) -> Look:
    if properties is None:
        return look
    size = _value(properties, "w:sz")
    color = _value(properties, "w:color")
    points = int(size) / 2 if size and size.isdigit() else look.size
    return replace(
        look,
        size=points,
        bold=_toggle(properties, "w:b", look.bold),
        italic=_toggle(properties, "w:i", look.italic),
        hidden=_toggle(properties, "w:vanish", look.hidden) or 0 < points < TINY,
        white=color.upper() == "FFFFFF" if color else look.white,
    )


def _with_list(look: Look, properties: Any) -> Look:
    numbering = properties.find(qn("w:numPr")) if properties is not None else None
    if numbering is None:
        return look
    return replace(look, listed=_value(numbering, "w:numId") != "0")


def _toggle(properties: Any, name: str, inherited: bool) -> bool:
    element = properties.find(qn(name))
    return inherited if element is None else element.get(qn("w:val")) not in _OFF


def _value(parent: Any, name: str) -> str | None:
    element = parent.find(qn(name)) if parent is not None else None
    return None if element is None else element.get(qn("w:val"))


def _is_default_paragraph(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true"}
