"""What can go wrong in a way that a user can mend: one line that says where and what to do."""


class PolicyKitError(Exception):
    """A mistake in what was given: shown to the user as one line, never as a traceback.

    The message names the file or field, what is wrong, and what to do about it.
    """


class UnreadableFile(PolicyKitError):
    """A file that is missing, broken, hostile, encrypted or of a kind that is not read."""


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
