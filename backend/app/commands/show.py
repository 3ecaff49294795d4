"""What the command line prints for people; ``--json`` is for programs."""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.commands.files import FileMatch, RankedFile

BAR_WIDTH = 50


def resume(console: Console, parsed: dict[str, Any]) -> None:
    """Print what was read from a resume, each skill with where it is shown."""
    console.print(Text(parsed["name"] or "Name not found", style="bold"))
    links = [link["url"] for link in parsed["links"]]
    contact = [parsed["email"], parsed["phone"], parsed["location"], *links]
    console.print(" · ".join(str(item) for item in _values(contact)) or "No contact found")
    years, months = divmod(parsed["total_months"], 12)
    console.print(
        f"Professional experience: {years} y {months} m"
        f" · confidence in this reading: {parsed['confidence']} %"
    )
    _skills(console, parsed["skills"])
    _entries(console, "Experience", [_job_line(job) for job in parsed["experience"]])
    _entries(console, "Projects", [_project_line(project) for project in parsed["projects"]])
    _entries(console, "Education", [_degree_line(degree) for degree in parsed["education"]])
    certificates = [_joined(c["name"], c["issuer"], c["date"]) for c in parsed["certifications"]]
    _entries(console, "Certifications", certificates)
    _entries(console, "To check", [flag["detail"] for flag in parsed["flags"]])


def names(console: Console, explained: dict[str, Any]) -> None:
    """Print what each known name in a text normalises to, and by which rule."""
    if not explained["names"]:
        console.print("No name in this text is known to the taxonomy.")
    else:
        table = Table("text", "skill", "implies", "rule", box=None, padding=(0, 2, 0, 0))
        for name in explained["names"]:
            skill = Text(name["skill"] if name["taken"] else "not a skill here")
            skill.stylize("bold" if name["taken"] else "dim")
            implies = ", ".join(name["implies"]) if name["taken"] else ""
            table.add_row(name["text"], skill, implies, f"{name['rule']}: {name['reason']}")
        console.print(table)
    if explained["unknown"]:
        console.print("Not in the taxonomy: " + ", ".join(explained["unknown"]))


def job(console: Console, parsed: dict[str, Any], quality_score: int) -> None:
    """Print what was read from a posting, and how good it is and why."""
    console.print(Text(parsed["title"] or "Title not found", style="bold"))
    console.print(f"Quality {quality_score}/100 · {parsed['quality_analysis']}")
    rows = [
        ("Level", parsed["level"]),
        ("Required", ", ".join(parsed["required_skills"])),
        ("Preferred", ", ".join(parsed["preferred_skills"])),
        ("Experience", _range(parsed["experience_years"])),
        ("Education", parsed["education_required"]),
        ("Location", parsed["location"]),
        ("Arrangement", parsed["work_arrangement"]),
        ("Employment", _words(parsed["employment_type"])),
        ("Salary", _salary(parsed["salary"])),
        ("Visa", _words(parsed["visa"])),
        ("Benefits", "; ".join(one["value"] for one in parsed["benefits"])),
    ]
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, str(value) if value else Text("not said", style="dim"))
    console.print(table)
    if not parsed["findings"]:
        return
    findings = Table("minus", "line", "finding", "suggestion", box=None, padding=(0, 2, 0, 0))
    for finding in parsed["findings"]:
        mark = "⚑ " if finding["red_flag"] else ""
        line = "" if finding["line"] is None else str(finding["line"])
        findings.add_row(
            str(finding["minus"]), line, mark + finding["reason"], finding["suggestion"]
        )
    console.print(findings)


def match(console: Console, found: FileMatch) -> None:
    """Print a score, what each part earned and lost, and the lines of the resume behind it."""
    breakdown = found.breakdown
    if found.score.points is not None:
        console.print(Text(f"{found.score.points}/100", style="bold"))
        for part in breakdown["parts"]:
            _part(console, part)
        console.print()
    for slot in breakdown["slots"]:
        _slot(console, slot)
    console.print()
    console.print(found.explanation.text, highlight=False)


def ranking(console: Console, rows: list[RankedFile]) -> None:
    """Print a ranking, best first."""
    table = Table("rank", "score", "required", "file", "missing required", box=None)
    for row in rows:
        matched = row.match.breakdown["matched_required_skills"]
        missing = row.match.breakdown["missing_required_skills"]
        points = row.match.score.points
        table.add_row(
            str(row.place.rank),
            _dash(points),
            f"{len(matched)}/{len(matched) + len(missing)}",
            row.path.name,
            ", ".join(missing),
        )
    console.print(table)


def upgrade(console: Console, found: dict[str, Any]) -> None:
    """Print what an upgrade would change, job by job."""
    changed = [job for job in found["jobs"] if job["moved"]]
    console.print(
        f"{len(changed)} of {len(found['jobs'])} jobs and"
        f" {sum(len(job['moved']) for job in changed)} of"
        f" {sum(job['applicants'] for job in found['jobs'])} applications would change."
    )
    for job in changed:
        listed = [(m["before"]["on_shortlist"], m["after"]["on_shortlist"]) for m in job["moved"]]
        console.print()
        console.print(Text(f"{job['title']} ({job['job_id']})", style="bold"))
        console.print(
            f"Best {found['shortlist']}: {listed.count((False, True))} would enter,"
            f" {listed.count((True, False))} would leave"
        )
        table = Table("application", "score", "rank", box=None)
        for move in job["moved"]:
            before, after = move["before"], move["after"]
            table.add_row(
                move["application_id"],
                f"{_dash(before['score'])} → {_dash(after['score'])}",
                f"{before['rank']} → {after['rank']}",
            )
        console.print(table)
    unread = [application for job in found["jobs"] for application in job["unread"]]
    _entries(console, "Cannot be read anew and would stay as they are", unread)


def _dash(value: int | None) -> str:
    return "–" if value is None else str(value)


def _skills(console: Console, skills: list[dict[str, Any]]) -> None:
    """Print each skill with its months and kinds of evidence, and under it the first line."""
    if not skills:
        return
    console.print(Text("\nSkills", style="bold"))
    width = max(len(skill["skill"]) for skill in skills)
    for skill in skills:
        months = f"{skill['months_experience']} m" if skill["months_experience"] else ""
        evidence = ", ".join(skill["evidence"]) or "unverified"
        console.print(Text(f"  {skill['skill']:<{width}}  {months:>6}  {evidence}"))
        for source in skill["sources"][:1]:
            console.print(Padding(_quote(source), (0, 0, 0, width + 12), expand=False))


def _quote(source: dict[str, Any]) -> Text:
    page = "" if source["page"] is None else f"page {source['page']}, "
    quote = source["quote"].replace("\t", "  ")
    return Text(f"{page}line {source['lines'][0]}: {quote}", style="dim")


def _entries(console: Console, heading: str, lines: list[str]) -> None:
    if lines:
        console.print(Text(f"\n{heading}", style="bold"))
        for line in lines:
            console.print(Padding(Text(line), (0, 0, 0, 2), expand=False))


def _part(console: Console, part: dict[str, Any]) -> None:
    numerator, denominator = (int(item) for item in part["exact"].split("/"))
    earned = round(BAR_WIDTH * numerator / denominator / 100)
    bar = "█" * earned + "░" * (round(BAR_WIDTH * part["max"] / 100) - earned)
    console.print(f"{part['points']:>3}/{part['max']:<3} {part['title']:<22} {bar}")
    for reason in part["reasons"]:
        console.print(Padding(Text(reason["text"], style="dim"), (0, 0, 0, 8), expand=False))


def _slot(console: Console, slot: dict[str, Any]) -> None:
    mark = "✓" if slot["matched"] else "✗"
    through = f" through {slot['through']}" if slot["through"] else ""
    console.print(Text(f"{mark} {slot['label']} ({slot['importance']}){through}", style="bold"))
    for source in slot["sources"][:3]:
        console.print(Padding(_quote(source), (0, 0, 0, 4), expand=False))


def _job_line(job: dict[str, Any]) -> str:
    end = "now" if job["is_current"] else job["end_date"]
    period = f"{job['start_date']} – {end}" if job["start_date"] else None
    months = f"{job['duration_months']} m" if job["duration_months"] else None
    return _joined(job["role"], job["company"], period, months)


def _project_line(project: dict[str, Any]) -> str:
    return _joined(project["title"], ", ".join(project["skills_used"]))


def _degree_line(degree: dict[str, Any]) -> str:
    return _joined(degree["degree"], degree["major"], degree["institution"], degree["year"])


def _range(years: list[int | None] | None) -> str | None:
    if years is None:
        return None
    low, high = years
    if high is None:
        return f"{low}+ years"
    return f"up to {high} years" if low is None else f"{low}–{high} years"


def _salary(salary: dict[str, Any] | None) -> str | None:
    if salary is None:
        return None
    amounts = sorted({amount for amount in (salary["min"], salary["max"]) if amount is not None})
    figures = "–".join(_amount(amount) for amount in amounts)
    return " ".join(_values([salary["currency"], figures])) + (
        f" a {salary['period']}" if salary["period"] else ""
    )


def _amount(amount: float) -> str:
    return f"{amount:,}" if isinstance(amount, int) else f"{amount:,.2f}"


def _words(code: str | None) -> str | None:
    return code.replace("_", " ") if code else None


def _joined(*values: object) -> str:
    return " · ".join(_values(list(values)))


def _values(values: list[Any]) -> list[str]:
    return [str(value) for value in values if value]
