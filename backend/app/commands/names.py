"""What the taxonomy makes of a text: for whoever wonders why a skill was found or was not."""

from typing import Any

from app.engine.taxonomy.load import builtin_taxonomy
from app.engine.taxonomy.rules import RULES, TAKEN


def explained(text: str, *, listing: bool) -> dict[str, Any]:
    """Names known to the taxonomy with their rules, and, of a list, the items unknown to it."""
    taxonomy = builtin_taxonomy()
    return {
        "taxonomy_version": taxonomy.version,
        "names": [
            {
                "text": text[name.start : name.end],
                "start": name.start,
                "end": name.end,
                "skill": name.skill,
                "category": taxonomy.skill(name.skill).category if name.skill else None,
                "implies": list(taxonomy.implied(name.skill)) if name.skill else [],
                "taken": name.rule in TAKEN,
                "rule": name.rule,
                "reason": RULES[name.rule],
            }
            for name in taxonomy.explain(text, listing=listing)
        ],
        "unknown": list(taxonomy.unknown_terms(text)) if listing else [],
    }
