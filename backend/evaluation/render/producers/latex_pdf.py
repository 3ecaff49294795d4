"""LaTeX: pdfLaTeX, or XeLaTeX where a layout takes fonts of the machine."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent.parent / "templates"

XELATEX = {"latex_awesome"}

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


OPENING_QUOTE = re.compile(r'(^|[\s(])"')


def escape(text: str) -> str:
    """Make ``text`` print as it is, with quotes that open and close."""
    escaped = "".join(ESCAPES.get(char, char) for char in text)
    return OPENING_QUOTE.sub(r"\1``", escaped).replace('"', "''")


def render(layout: str, view: dict[str, Any], target: Path) -> None:
    """Write ``view`` to ``target`` as PDF; raises RuntimeError where LaTeX fails."""
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
    program = "xelatex" if layout in XELATEX else "pdflatex"
    compiler = shutil.which(program) or program
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "resume.tex").write_text(template.render(**view), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - a fixed command on a file of our own
            [compiler, "-interaction=nonstopmode", "-halt-on-error", "resume.tex"],
            cwd=folder,
            env=os.environ,
            check=False,
            capture_output=True,
            timeout=120,
        )
        if done.returncode:
            log = done.stdout.decode(errors="replace")
            raise RuntimeError(f"{target.name}: {log[log.find('!') :][:400]}")
        shutil.copyfile(Path(folder) / "resume.pdf", target)
