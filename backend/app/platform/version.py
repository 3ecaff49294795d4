"""The version of this release, as its package says."""

from importlib.metadata import version

VERSION = version("hiring-intelligence-platform")
