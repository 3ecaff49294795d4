"""What a document may cost to read; the defaults are the law of the design (section 6)."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Bounds checked before and while reading; sizes are bytes."""

    max_bytes: int = 5 * MEGABYTE
    max_pages: int = 50
    max_characters: int = 1_000_000
    max_zip_entries: int = 500
    max_zip_part_bytes: int = 10 * MEGABYTE
    max_zip_total_bytes: int = 50 * MEGABYTE
    max_zip_ratio: int = 100


DEFAULT_LIMITS = ReadingLimits()
