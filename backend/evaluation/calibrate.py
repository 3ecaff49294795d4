"""``python -m evaluation.calibrate``: weights of the signs of confidence, as ``confidence.toml``.

Fits one logistic regression for each kind of fact on the check half of this corpus and of folders
given, by Newton's method with a ridge that keeps rare signs near zero. On the half that readers are
improved on they are right more often than on documents of others, and would be too sure.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from app.engine.documents.errors import DocumentError
from app.engine.documents.read import read_document
from app.engine.resumes.confidence import Signs, signs_of
from app.engine.resumes.read import read_resume
from app.engine.resumes.wire import parsed_json
from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.taxonomy import Taxonomy
from evaluation import resumes
from evaluation.corpus import OWN, Case, load
from evaluation.running import AS_OF
from evaluation.tally import pairs

FIELDS = {
    "job": "whole job",
    "degree": "whole degree",
    "project": "projects",
    "certification": "certifications",
    "skill": "skills",
}
"""Kinds of facts, and the evaluated field that says whether one is right."""

MISSING = {
    "job": ("no_company", "no_role", "no_period"),
    "degree": ("no_degree", "no_institution", "no_year"),
}
"""Signs of a part that was not found: held near odds of one to e, also where none occurred."""

RIDGE = 1.0
ROUNDS = 50

Sample = tuple[Signs, bool]
Floats = npt.NDArray[np.float64]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; paste it into ``app/engine/resumes/data/confidence.toml``."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.calibrate", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="*", help="labelled corpora elsewhere")
    parser.add_argument("--half", choices=("check", "develop", "all"), default="check")
    options = parser.parse_args(arguments)
    cases = [
        case for root in (OWN, *options.folder) for case in load(root, "resumes", options.half)
    ]
    samples = collected(cases, builtin_taxonomy(), AS_OF)
    for kind, found in samples.items():
        print(f"[{kind}]  # {sum(right for _, right in found)} of {len(found)} right")
        for sign, weight in fitted(found, MISSING.get(kind, ())).items():
            print(f"{sign} = {weight:.2f}")
        print()
    return 0


def collected(cases: Sequence[Case], taxonomy: Taxonomy, as_of: date) -> dict[str, list[Sample]]:
    """The signs of every fact that can be judged, and whether it is right."""
    samples: dict[str, list[Sample]] = {kind: [] for kind in FIELDS}
    for case in cases:
        try:
            document = read_document(case.path.read_bytes(), case.path.name)
        except DocumentError:
            continue
        resume = read_resume(document, taxonomy, as_of)
        mine = resumes.bags(parsed_json(resume, as_of), taxonomy)
        theirs = resumes.bags(case.labels, taxonomy)
        fair = {resumes.skill_key(name, taxonomy) for name in case.labels.get("fair_skills", [])}
        for kind, field in FIELDS.items():
            if field not in theirs:
                continue
            right = {i for i, _ in pairs(mine[field], theirs[field], resumes.FIELDS[field])}
            for at, signs in enumerate(signs_of(kind, resume, taxonomy)):
                if not (kind == "skill" and mine[field][at] in fair):
                    samples[kind].append((signs, at in right))
    return samples


def fitted(samples: Sequence[Sample], missing: Sequence[str] = ()) -> dict[str, float]:
    """Weights in log-odds: ``base``, one for each sign that occurs, and those of ``missing``."""
    names = sorted({sign for signs, _ in samples for sign in signs}.union(missing))
    table = np.array([[1.0, *(name in signs for name in names)] for signs, _ in samples])
    right = np.array([float(value) for _, value in samples])
    prior = np.array([-1.0 * (name in missing) for name in ["base", *names]])
    weights = _newton(table, right, prior)
    return dict(zip(["base", *names], weights.tolist(), strict=True))


def _newton(table: Floats, right: Floats, prior: Floats) -> Floats:
    """Maximum of the likelihood less RIDGE/2 times the squares from the prior; the base is free."""
    ridge = np.full(table.shape[1], RIDGE)
    ridge[0] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - said) - ridge * (weights - prior)
        curve = (table * (said * (1 - said))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


if __name__ == "__main__":
    sys.exit(main())
