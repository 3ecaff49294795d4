"""The three kinds of account."""

from typing import Literal

Role = Literal["candidate", "recruiter", "admin"]
