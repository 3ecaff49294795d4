"""What the rubric finds in the words of a posting: clashes, words that shut out, hard reading."""

from collections.abc import Iterator
from fractions import Fraction

from app.engine.jobs.arrangement import is_daily_on_site, is_fully_remote
from app.engine.jobs.blocks import Block
from app.engine.jobs.facts import PostingFacts
from app.engine.jobs.headings import BOILERPLATE
from app.engine.jobs.items import Item
from app.engine.jobs.model import Finding, RoleLevel
from app.engine.jobs.rubric import Clash, Rubric

YEARS_OF_NO_BEGINNER = 12
"""Months of experience that someone without any cannot have."""


def contradictions(
    facts: PostingFacts, level: RoleLevel, rules: Rubric, *, is_mismatch: bool
) -> Iterator[Finding]:
    """Demands that cannot both hold. Years that the title overruled are not looked at again."""
    row = rules.rows["contradiction"]
    if found := _remote_and_onsite(facts):
        clash = rules.clashes["remote_and_onsite"]
        yield row.finding(found.line, what=clash.what, fix=clash.fix)
    clash = rules.clashes["entry_manages"]
    if level == "entry" and (found := _first(facts, clash)):
        yield row.finding(found.line, what=clash.what, fix=clash.fix)
    yield from _clashing_years(facts, rules, is_mismatch=is_mismatch)


def exclusionary_language(facts: PostingFacts, rules: Rubric) -> Iterator[Finding]:
    """Each distinct wording once, in the order of the text; legal notices are left out."""
    row = rules.rows["exclusionary_language"]
    legal = {id(item.block) for item in facts.items if item.section == "legal"}
    blocks = [block for block in facts.blocks if id(block) not in legal]
    text = "\n".join(block.text for block in blocks)
    plain = lowered(text)
    if not rules.any_word.search(plain):
        return
    hits = sorted(
        (match.start(), number, text[match.start() : match.end()])
        for number, word in enumerate(rules.words)
        for match in word.pattern.finditer(plain)
    )
    seen: set[str] = set()
    for start, number, said in hits:
        key = said.lower()
        if key not in seen:
            seen.add(key)
            word = rules.words[number]
            line = _line_at(blocks, start)
            yield row.finding(line, words=said, why=word.why, fix=word.fix)


def hard_to_read(facts: PostingFacts, rules: Rubric) -> Iterator[Finding]:
    """Long sentences (a bullet is one), a long posting, a long paragraph: one finding for all."""
    words = sum(len(block.text.split()) for block in facts.blocks)
    mean = _mean_sentence(facts.items)
    paragraph = max(facts.blocks, key=_paragraph_words, default=None)
    said: list[str] = []
    minus = 0
    if mean > rules.limits["max_sentence_words"]:
        minus += rules.reading["long_sentences"]
        said.append(f"sentences have {round(mean)} words on average")
    if words > rules.limits["max_words"]:
        minus += rules.reading["too_long"]
        said.append(f"the posting has {words:,} words")
    if paragraph and _paragraph_words(paragraph) > rules.limits["max_paragraph_words"]:
        minus += rules.reading["long_paragraph"]
        said.append(f"a paragraph has {_paragraph_words(paragraph)} words")
    if said:
        line = paragraph.line if paragraph and "a paragraph" in said[-1] else _longest(facts.items)
        yield rules.rows["hard_to_read"].finding(line, minus=minus, what=", ".join(said))


def _remote_and_onsite(facts: PostingFacts) -> Item | None:
    """The line that asks for every day on site, where the work is also called remote."""
    items = [item for item in facts.items if item.section not in ("about", "legal")]
    daily = next((item for item in items if is_daily_on_site(item.text)), None)
    if daily is None:
        return None
    is_remote = facts.arrangement == "remote" or any(is_fully_remote(i.text) for i in items)
    return daily if is_remote else None


def _clashing_years(facts: PostingFacts, rules: Rubric, *, is_mismatch: bool) -> Iterator[Finding]:
    row = rules.rows["contradiction"]
    for one in facts.asked:
        if one.span.is_reversed:
            clash = rules.clashes["reversed_range"]
            words = one.item.text[one.span.start : one.span.end].strip(" .,;")
            read = f"{(one.span.min or 0) // 12}-{(one.span.max or 0) // 12} years"
            yield row.finding(
                one.item.line, what=clash.what.format(words=words), fix=clash.fix.format(read=read)
            )
            break
    asked = [(one.span.min or 0, "experience") for one in facts.asked]
    asked += [(s.months or 0, s.label) for s in facts.slots if s.importance == "required"]
    months, what = max(asked, default=(0, ""))
    if facts.beginners and months >= YEARS_OF_NO_BEGINNER and not is_mismatch:
        clash = rules.clashes["beginners_with_years"]
        words = f"{months // 12} years of {what}" if months >= 24 else f"1 year of {what}"
        yield row.finding(
            facts.beginners.item.line, what=clash.what.format(asked=words), fix=clash.fix
        )


def _first(facts: PostingFacts, clash: Clash) -> Item | None:
    pattern = clash.pattern
    if pattern is None:
        return None
    return next(
        (i for i in facts.items if i.section not in BOILERPLATE and pattern.search(i.text)), None
    )


def lowered(text: str) -> str:
    """The text in lower case, with every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _line_at(blocks: list[Block], place: int) -> int:
    for block in blocks:
        if place <= len(block.text):
            return block.line_at(place)
        place -= len(block.text) + 1
    return blocks[-1].line


def _mean_sentence(items: tuple[Item, ...]) -> Fraction:
    bullets: dict[int, int] = {}
    sentences: list[int] = []
    for item in items:
        words = len(item.text.split())
        if item.block.is_bullet:
            bullets[id(item.block)] = bullets.get(id(item.block), 0) + words
        else:
            sentences.append(words)
    lengths = [*sentences, *bullets.values()]
    return Fraction(sum(lengths), len(lengths)) if lengths else Fraction(0)


def _longest(items: tuple[Item, ...]) -> int | None:
    """The line of the longest sentence."""
    longest = max(items, key=lambda item: len(item.text.split()), default=None)
    return None if longest is None else longest.line


def _paragraph_words(block: Block) -> int:
    return 0 if block.is_bullet else len(block.text.split())
