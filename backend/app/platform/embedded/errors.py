"""What may go wrong while the embedded services start, each told in one line."""


class StartError(Exception):
    """The services cannot start; the message is one line that says why and what to do.

    The command line prints it on stderr and exits with 1.
    """


class StillEnding(StartError):
    """A process of an earlier run has not ended yet; trying again a little later helps."""
