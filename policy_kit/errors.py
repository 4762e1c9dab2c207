"""What can go wrong in a way that a user can mend: one line that says where and what to do."""


class PolicyKitError(Exception):
    """A mistake in what was given: shown to the user as one line, never as a traceback.

    The message names the file or field, what is wrong, and what to do about it.
    """


def _printable(sign: str) -> str:
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode()


class UnreadableFile(PolicyKitError):
    """A file that is missing, broken, hostile, encrypted or of a kind that is not read.

    The name of a file may hold line ends and codes that turn text about: they are shown as codes.
    """

    def __init__(self, message: str) -> None:
        shown = message if message.isprintable() else "".join(map(_printable, message))
        super().__init__(shown)


class InvalidProfile(PolicyKitError):
    """A school profile with one or more faults; the message lists every one, by field."""


class InvalidManifest(PolicyKitError):
    """A trust's manifest with one or more faults; the message names each place."""


class InvalidStandard(PolicyKitError):
    """A standard's file with one or more faults; the message names line and keyword."""


class InvalidSettings(PolicyKitError):
    """A policy-kit.yaml or baseline that cannot be used."""


class TemplateFault(PolicyKitError):
    """A template that cannot be filled; the message names the field and its place."""


class OutputFault(PolicyKitError):
    """A file that could not be written; nothing half-written is left."""
