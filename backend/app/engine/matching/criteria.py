"""What a posting asks for, apart from where it says so."""

from dataclasses import replace

from app.engine.jobs.model import Requirements


def criteria(requirements: Requirements) -> Requirements:
    """The same requirements without their places in the text, which no score depends on."""
    return replace(
        requirements,
        slots=tuple(replace(slot, sources=()) for slot in requirements.slots),
        experience=requirements.experience and replace(requirements.experience, sources=()),
        education=requirements.education and replace(requirements.education, sources=(), text=""),
    )
