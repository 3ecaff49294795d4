"""``python -m evaluation``: figures of the readers on a labelled corpus, as Markdown."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.engine.taxonomy.load import builtin_taxonomy
from evaluation import postings, report, resumes, running
from evaluation.corpus import OWN, CorpusBroken, load


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 1 where a corpus is broken."""
    options = _parser().parse_args(arguments)
    try:
        for root in options.folder or [OWN]:
            _print_corpus(root, options)
    except CorpusBroken as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--half", choices=("check", "develop", "all"), default="check")
    parser.add_argument(
        "--folder", type=Path, action="append", help="a corpus elsewhere; this one if not given"
    )
    parser.add_argument(
        "--tool",
        action="append",
        type=_tool,
        default=[],
        metavar="NAME=FOLDER",
        help="readings of another tool to stand beside: a <name>.json for each resume",
    )
    parser.add_argument(
        "--confusions", action="store_true", help="also list what was missed and made up"
    )
    return parser


def _tool(text: str) -> tuple[str, Path]:
    name, _, folder = text.partition("=")
    if not name or not folder or not Path(folder).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not NAME=FOLDER with a folder that is there")
    return name, Path(folder)


def _print_corpus(root: Path, options: argparse.Namespace) -> None:
    if not any((root / kind).is_dir() for kind in ("resumes", "jobs")):
        raise CorpusBroken(f"{root}: neither a folder resumes nor a folder jobs is in it")
    taxonomy = builtin_taxonomy()
    cases = load(root, "resumes", options.half)
    if cases:
        outcomes = running.run_resumes(cases, taxonomy)
        others = {name: running.run_other(cases, taxonomy, folder) for name, folder in options.tool}
        scanned = sum(1 for o in outcomes if o.refused == running.SCANNED)
        print(f"## {len(cases)} resumes ({options.half}), {scanned} of them scans said to be so\n")
        print(report.resume_table(outcomes, others))
        print("\n### Confidence\n")
        print(report.calibration_table(outcomes))
        print()
        print(report.document_table(outcomes))
        print("\n### Time\n")
        print(report.seconds(outcomes))
        print("\n### Worst documents\n")
        print(report.worst(outcomes, [*resumes.MACRO, "whole job", "months within 1"]))
        if options.confusions:
            print("\n### Confusions\n")
            for field in resumes.FIELDS:
                print(report.confusions(outcomes, taxonomy, field))
        print()
    cases = load(root, "jobs", options.half)
    if cases:
        outcomes = running.run_jobs(cases, taxonomy)
        print(f"## {len(cases)} postings ({options.half})\n")
        print(report.job_table(outcomes))
        print("\n### Time\n")
        print(report.seconds(outcomes))
        print("\n### Worst postings\n")
        print(report.worst(outcomes, list(postings.FIELDS)))
        print()


if __name__ == "__main__":
    sys.exit(main())
