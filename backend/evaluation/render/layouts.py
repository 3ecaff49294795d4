"""The layouts: what exists, and where a layout puts the sections of a source file."""

from typing import Any

DEMO = {
    "chrome_cards", "chrome_columns", "docx", "latex_dense", "latex_gutter", "reportlab_pages",
    "reportlab_table", "text", "typst_classic", "typst_sidebar", "weasy_gutter", "weasy_sidebar",
    "word_classic", "word_table",
}  # fmt: skip
"""Made for the demo people; they print the sections as the source file places them."""

ONE_COLUMN = {
    "chrome_europass", "chrome_modern", "docx_direct", "latex_awesome", "latex_banking",
    "latex_hints", "reportlab_form", "text_plain", "typst_letters", "typst_timeline",
    "weasy_justify", "weasy_rail", "word_tabs",
}  # fmt: skip
"""Contact stands in the header; what a source file puts in a sidebar follows the rest."""

SIDEBAR = {"latex_narrow", "typst_meter", "weasy_pills", "word_sidebar"}
"""A narrow column holds the contact and short sections."""

SPLIT = {"chrome_split"}
"""Contact stands in the header; two columns below it."""

LAYOUTS = DEMO | ONE_COLUMN | SIDEBAR | SPLIT

SHORT = ("contact", "skills", "languages", "certifications", "education")
"""Sections of the sidebar where a source file names none."""

LONG = ("summary", "experience", "projects")
"""Sections at the left of a split page where a source file names no sidebar."""


def place(layout: str, data: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Keys of the sections of the main column and of the sidebar, in order."""
    order, sidebar = list(data["order"]), list(data.get("sidebar", []))
    if layout in DEMO:
        return order, sidebar
    if layout in ONE_COLUMN:
        return [key for key in [*order, *sidebar] if key != "contact"], []
    if not sidebar:
        narrow = [key for key in order if (key in SHORT if layout in SIDEBAR else key not in LONG)]
        order, sidebar = [key for key in order if key not in narrow], narrow
    if layout in SPLIT:
        return order, [key for key in sidebar if key != "contact"]
    if "contact" not in [*order, *sidebar]:
        sidebar.insert(0, "contact")
    return order, sidebar
