"""The skills table: the taxonomy's files, where SQL can see them."""

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.engine.taxonomy.taxonomy import Taxonomy
from app.skills import unknown
from app.skills.models import Skill


def seed(session: Session, taxonomy: Taxonomy) -> int:
    """Add new skills and bring known ones up to date; returns how many there are now.

    Names that waited for being known are taken out of the queue of unknown ones.
    """
    rows = [
        {
            "canonical_name": skill.name,
            "synonyms": list(skill.synonyms),
            "category": skill.category,
        }
        for skill in taxonomy.skills
    ]
    statement = insert(Skill)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["canonical_name"],
            set_={
                "synonyms": statement.excluded.synonyms,
                "category": statement.excluded.category,
            },
        ),
        rows,
    )
    unknown.mark_added(session, taxonomy)
    return session.scalar(select(func.count()).select_from(Skill)) or 0
