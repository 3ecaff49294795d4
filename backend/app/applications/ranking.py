"""The order of a job's applicants, always over all of them and as of one day."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.applications import service
from app.applications.service import Applicant
from app.engine.matching.ranking import Ranking, rank
from app.jobs import service as jobs
from app.matches import service as matches
from app.matches.inputs import Pair
from app.matches.match import Match
from app.matches.schemas import RankingRead
from app.matches.views import ranking_read
from app.platform.clock import today
from app.resumes import service as resumes

Ranked = tuple[Applicant, Match, Ranking]


def ranked_applicants(session: Session, job: jobs.ScorableJob) -> list[Ranked]:
    """Return all live applicants, best first; equal exact scores keep the order of applying."""
    applicants = service.applicants(session, job)
    scores = matches.current(session, [a.pair for a in applicants], today())
    found = [scores[a.pair[0].id, a.pair[1].id] for a in applicants]
    ranked = zip(applicants, found, rank([m.exact for m in found]), strict=True)
    return sorted(ranked, key=lambda item: item[2].rank)


def place_of(session: Session, job: jobs.ScorableJob, candidate_id: UUID) -> RankingRead | None:
    """Return a candidate's place among the applicants; who has not applied is counted in."""
    resume = resumes.latest(session, candidate_id)
    scorable_resume = resumes.scorable(resume) if resume is not None else None
    if scorable_resume is None:
        return None
    others = [
        applicant.pair
        for applicant in service.applicants(session, job)
        if applicant.application.candidate_id != candidate_id
    ]
    own: Pair = (job, scorable_resume)
    scores = matches.current(session, [own, *others], today())
    exact = [scores[pair[0].id, pair[1].id].exact for pair in (own, *others)]
    return ranking_read(rank(exact)[0]) if exact[0] is not None else None
