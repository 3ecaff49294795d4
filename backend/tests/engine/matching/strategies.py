"""Profiles and postings that hypothesis makes up: few skills, so that they often meet."""

from hypothesis import settings
from hypothesis import strategies as st

from app.engine.dates import PartialDate, Period
from app.engine.jobs.model import (
    EducationAsked,
    EducationPath,
    MonthRange,
    Requirements,
    Slot,
)
from app.engine.resumes.model import HeldDegree, HeldSkill, Profile
from app.engine.taxonomy.model import DegreeLevel

SKILLS = ("Java", "Python", "Go", "SQL", "React", "Docker")
FIELDS = ("computer science", "mathematics", "biology")
MOST_PROJECTS = 4

CASES = {"default": 150, "ci": 1_200, "long": 100_000}[settings.get_current_profile_name()]
"""Cases a property in each profile; ``HYPOTHESIS_PROFILE=long`` is run by hand, for hours."""

pairs = settings(deadline=None, max_examples=CASES)
few = settings(deadline=None, max_examples=CASES // 3)
"""For properties that compute many scores a case."""

skills = st.sampled_from(SKILLS)
levels = st.sampled_from(DegreeLevel)
fields = st.lists(st.sampled_from(FIELDS), unique=True, max_size=2).map(tuple)
dates = st.builds(
    PartialDate, st.integers(1995, 2029), st.none() | st.integers(min_value=1, max_value=12)
)
periods = st.builds(Period, dates, st.none() | dates, st.booleans())
some_periods = st.lists(periods, max_size=3).map(tuple)
held_skills = st.builds(
    HeldSkill,
    skill=skills,
    demonstrated=st.booleans(),
    in_projects=st.lists(
        st.integers(0, MOST_PROJECTS - 1), unique=True, max_size=MOST_PROJECTS
    ).map(lambda numbers: tuple(sorted(numbers))),
    periods=some_periods,
    stated_months=st.none() | st.integers(1, 150),
    through=st.none() | skills,
    confidence=st.integers(0, 100),
)
profiles = st.builds(
    Profile,
    skills=st.lists(held_skills, unique_by=lambda held: held.skill, max_size=6).map(tuple),
    work=some_periods,
    degrees=st.lists(
        st.builds(HeldDegree, st.none() | levels, fields, st.none() | dates), max_size=3
    ).map(tuple),
    projects=st.just(MOST_PROJECTS),
    leads=st.booleans(),
)

months_asked = st.sampled_from((0, 6, 12, 36, 60, 100))
ranges = st.one_of(
    st.none(),
    st.builds(MonthRange, st.none() | months_asked, st.none()),
    st.tuples(months_asked, months_asked).map(lambda pair: MonthRange(*sorted(pair))),
)
slots = st.builds(
    Slot,
    any_of=st.lists(skills, min_size=1, max_size=3).map(tuple),
    importance=st.sampled_from(("required", "preferred")),
    months=st.none() | months_asked,
)
paths = st.lists(
    st.builds(EducationPath, st.none() | levels, st.none() | months_asked), max_size=3
).map(tuple)
postings = st.builds(
    Requirements,
    level=st.sampled_from(("entry", "mid", "senior")),
    slots=st.lists(slots, min_size=1, max_size=6).map(tuple),
    experience=ranges,
    education=st.none()
    | st.builds(
        EducationAsked,
        st.just(""),
        st.none() | levels,
        fields,
        st.booleans(),
        paths,
        also_accepted=fields,
    ),
)
