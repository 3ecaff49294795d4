"""pdfLaTeX: the layouts "latex_dense" and "latex_gutter"."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent.parent / "templates"

ESCAPES = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "€": r"\texteuro{}",
}


def escape(text: str) -> str:
    """Make ``text`` print as it is."""
    return "".join(ESCAPES.get(char, char) for char in text)


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF; raises CalledProcessError where LaTeX fails."""
    environment = Environment(  # noqa: S701 - the output is TeX; the filter "tex" escapes it
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters["tex"] = escape
    template = environment.get_template(f"{layout.removeprefix('latex_')}.tex")
    compiler = shutil.which("pdflatex") or "pdflatex"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "resume.tex").write_text(template.render(**view), encoding="utf-8")
        subprocess.run(  # noqa: S603 - a fixed command on a file of our own
            [compiler, "-interaction=nonstopmode", "-halt-on-error", "resume.tex"],
            cwd=folder,
            env=os.environ,
            check=True,
            capture_output=True,
            timeout=120,
        )
        shutil.copyfile(Path(folder) / "resume.pdf", target)
