"""What a person is shown of a score, also where there is none yet."""

from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from app.engine.matching.ranking import Ranking
from app.engine.matching.texts import Voice
from app.jobs.service import ScorableJob
from app.matches import service
from app.matches.match import Match
from app.matches.schemas import MatchRead, MatchStatus, RankingRead
from app.platform.clock import today
from app.resumes import service as resumes

_NOT_YET: dict[MatchStatus, str] = {
    "resume_pending": "Your resume is still being read. The score appears as soon as it is done.",
    "resume_failed": "Your resume could not be read. Upload another export of it to get a score.",
    "job_not_analysed": "This posting has not been analysed, so there is nothing to score against.",
}


def match_read(
    match: Match, ranking: Ranking | None = None, voice: Voice = "candidate"
) -> MatchRead:
    """Show a computed score in the words for a candidate or a recruiter."""
    return MatchRead(
        id=match.record_id,
        status="no_score" if match.exact is None else "scored",
        score=match.score,
        breakdown=match.breakdown,
        explanation=match.explanation if voice == "candidate" else match.recruiter_explanation,
        ranking=None if ranking is None else ranking_read(ranking),
    )


def ranking_read(ranking: Ranking) -> RankingRead:
    """Show a place; a percentile is rounded down, never up."""
    below = ranking.percentile_below
    return RankingRead(
        rank=ranking.rank,
        total=ranking.total,
        percentile=None if below is None else int(below * 100),
        top_percent=ranking.top_percent,
    )


def for_candidate(
    session: Session, candidate_id: UUID, shown: Mapping[UUID, ScorableJob | None]
) -> tuple[dict[UUID, MatchRead], dict[UUID, Fraction]]:
    """Return the candidate's match with each job, and the exact scores there are, by job id.

    ``shown`` has None for jobs that are not analysed. Without any resume there are no matches;
    with one that is not parsed they say so.
    """
    resume = resumes.latest(session, candidate_id)
    if resume is None:
        return {}, {}
    scorable_resume = resumes.scorable(resume)
    if scorable_resume is None:
        waiting = resume.status in {"pending", "parsing"}
        status: MatchStatus = "resume_pending" if waiting else "resume_failed"
        return {job_id: _without_score(status) for job_id in shown}, {}
    pairs = [(job, scorable_resume) for job in shown.values() if job is not None]
    scores = {key[0]: match for key, match in service.current(session, pairs, today()).items()}
    views = {
        job_id: match_read(scores[job_id])
        if job_id in scores
        else _without_score("job_not_analysed")
        for job_id in shown
    }
    exact = {job_id: match.exact for job_id, match in scores.items() if match.exact is not None}
    return views, exact


def _without_score(status: MatchStatus) -> MatchRead:
    return MatchRead(status=status, explanation=_NOT_YET[status])
