"""Figures as Markdown, so that what is printed can stand in ``docs/accuracy.md``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from app.engine.taxonomy.taxonomy import Taxonomy
from evaluation import postings, resumes
from evaluation.calibration import reliability, sure_by_field
from evaluation.running import Outcome
from evaluation.tally import Tally, pairs, total

WORST = 10


def figures(outcomes: Sequence[Outcome], fields: Iterable[str]) -> dict[str, Tally]:
    """Micro tallies of each field over all documents that are labelled for it."""
    return {
        field: total(o.tallies[field] for o in outcomes if field in o.tallies)
        for field in fields
        if any(field in o.tallies for o in outcomes)
    }


def macro(found: Mapping[str, Tally]) -> float:
    """Mean F1 of the thirteen fields of a resume."""
    values = [found[field].f1 for field in resumes.MACRO if field in found]
    return sum(values) / len(values) if values else 0.0


def resume_table(outcomes: Sequence[Outcome], others: Mapping[str, Sequence[Outcome]]) -> str:
    """Precision, recall and F1 of each field, with the F1 of other tools beside."""
    mine = figures(outcomes, resumes.FIELDS)
    beside = {tool: figures(found, resumes.FIELDS) for tool, found in others.items()}
    head = ["field", "precision", "recall", "**F1**", *beside, "labelled"]
    rows = [
        [field, _share(t.precision), _share(t.recall), f"**{_share(t.f1)}**"]
        + [_share(found[field].f1) if field in found else "" for found in beside.values()]
        + [str(t.labelled)]
        for field, t in mine.items()
    ]
    rows.append(
        ["macro of 13", "", "", f"**{_share(macro(mine))}**"]
        + [_share(macro(found)) for found in beside.values()]
        + [""]
    )
    return _table(head, rows)


def job_table(outcomes: Sequence[Outcome]) -> str:
    """Precision, recall and F1 of each field of postings."""
    rows = [
        [field, _share(t.precision), _share(t.recall), f"**{_share(t.f1)}**", str(t.labelled)]
        for field, t in figures(outcomes, postings.FIELDS).items()
    ]
    return _table(["field", "precision", "recall", "**F1**", "labelled"], rows)


def calibration_table(outcomes: Sequence[Outcome]) -> str:
    """How often what is said with a confidence is right, over all fields and for each."""
    claims = [claim for outcome in outcomes for claim in outcome.claims]
    rows = [
        [f"all, {b.low}–{b.high}", str(b.said), f"{b.mean_confidence:.0f}", _share(b.share_right)]
        for b in reliability(claims)
    ]
    rows += [
        [f"{field}, ≥ 90", str(b.said), f"{b.mean_confidence:.0f}", _share(b.share_right)]
        for field, b in sure_by_field(claims).items()
    ]
    whole = sure_by_field(claim for claim in claims)
    said, right = sum(b.said for b in whole.values()), sum(b.right for b in whole.values())
    rows.append(["**all, ≥ 90**", str(said), "", f"**{_share(right / said if said else 0)}**"])
    return _table(["said with", "values", "mean confidence", "right"], rows)


def document_table(outcomes: Sequence[Outcome]) -> str:
    """Mean F1 of documents by the confidence of the whole document."""
    rows = []
    for low, high, words in ((90, 100, "accepted"), (70, 89, "flagged"), (0, 69, "to review")):
        inside = [o for o in outcomes if low <= o.read["confidence"] <= high and not o.refused]
        if inside:
            mean = sum(o.mean_f1(list(resumes.MACRO)) for o in inside) / len(inside)
            rows.append([f"{low}–{high} ({words})", str(len(inside)), _share(mean)])
    return _table(["confidence", "documents", "mean F1"], rows)


def worst(outcomes: Sequence[Outcome], fields: Sequence[str]) -> str:
    """The documents with the lowest mean F1, and the fields that are short in each."""
    ranked = sorted(outcomes, key=lambda o: (o.mean_f1(fields), o.case.name))[:WORST]
    rows = []
    for outcome in ranked:
        short = [
            f"{name} {t.right}/{t.read}/{t.labelled}"
            for name in fields
            if (t := outcome.tallies.get(name)) and t.f1 < 1
        ]
        note = outcome.refused or "; ".join(short)
        rows.append([outcome.case.name, _share(outcome.mean_f1(fields)), note])
    return _table(["document", "mean F1", "short in (right/read/labelled)"], rows)


def confusions(outcomes: Sequence[Outcome], taxonomy: Taxonomy, field: str) -> str:
    """What was missed and what was made up most often in one field of resumes."""
    missed: Counter[str] = Counter()
    made_up: Counter[str] = Counter()
    for outcome in outcomes:
        if field not in outcome.tallies:
            continue
        fair = {resumes.skill_key(s, taxonomy) for s in outcome.case.labels.get("fair_skills", [])}
        mine = resumes.bags(outcome.read, taxonomy)[field]
        theirs = resumes.bags(outcome.case.labels, taxonomy)[field]
        both = pairs(mine, theirs, resumes.FIELDS[field])
        right_mine, right_theirs = {i for i, _ in both}, {j for _, j in both}
        missed.update(_others(theirs, right_theirs, fair))
        made_up.update(_others(mine, right_mine, fair))
    return (
        f"- {field}, missed: {_counted(missed)}\n- {field}, not in the labels: {_counted(made_up)}"
    )


def _others(values: Sequence[object], right: set[int], fair: set[str]) -> Iterator[str]:
    for position, value in enumerate(values):
        if position not in right and value not in fair:
            yield str(value)


def _counted(counter: Counter[str], most: int = 25) -> str:
    return ", ".join(f"{v} ({n})" if n > 1 else v for v, n in counter.most_common(most)) or "none"


def seconds(outcomes: Sequence[Outcome]) -> str:
    """Milliseconds of a document: to lines, to facts."""
    read = [o for o in outcomes if not o.refused]
    if not read:
        return "no document was read"
    rows = [
        [what, f"{median(times):.1f}", f"{sum(times) / len(times):.1f}", f"{max(times):.1f}"]
        for what, times in (
            ("bytes to lines", [o.to_lines * 1000 for o in read]),
            ("lines to facts", [o.to_facts * 1000 for o in read]),
        )
    ]
    return _table(["ms a document", "median", "mean", "slowest"], rows)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
