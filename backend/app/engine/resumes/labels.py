"""Labels of forms: what the words before a value say that it is."""

from app.engine.resumes.roles import is_role
from app.engine.resumes.vocabulary import FORM_DETAILS, FORM_LABELS, FORM_WORDS, FormField
from app.engine.text import fold

_EDGES = " .-–—()•"
_MAX_LABEL_WORDS = 8


def label_kind(label: str) -> FormField | None:
    """What a label says of a job: ``Name and address of employer`` is that of its company."""
    bare = fold(label).replace("’", "'").strip(_EDGES)
    if bare in FORM_LABELS:
        return FORM_LABELS[bare]
    words = bare.split()
    if len(words) > _MAX_LABEL_WORDS or is_role(bare):
        return None
    return next((FORM_WORDS[word] for word in words if word in FORM_WORDS), None)


def opens_with_detail(text: str) -> bool:
    """Whether a row opens with a label that no sign parts from its value, and names no job."""
    return fold(text).startswith(FORM_DETAILS)
