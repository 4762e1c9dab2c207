"""What recognition works out of a shipped standard, kept as data: its terms turned round, its headings.

Written with the standard's own data (see `standard.compiled`), and passed over where that, or a module that
is named here, is another now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from policy_kit.sections.headings import HeadingIndex, heading_index
from policy_kit.sections.lexicon import Lexicon, Spellings, groups_of, lexicon
from policy_kit.sections.naming import NamingTerms
from policy_kit.standard import Standard
from policy_kit.standard.compiled import NO_DATA, PACKAGE, digest_of

OF_CODE = (
    "numbering.py", "sections/compiled.py", "sections/headings.py", "sections/lexicon.py",
    "sections/naming.py", "sections/wording.py",
)  # fmt: skip
FILE = PACKAGE / "sections" / "compiled.json"
Data = dict[str, Any]


@lru_cache(maxsize=8)
def lexicon_of(standard: Standard) -> Lexicon:
    """The lexicon of all that a standard looks for."""
    kept = _both(standard)
    return kept[0] if kept else lexicon(groups_of(standard))


@lru_cache(maxsize=8)
def heading_index_of(standard: Standard) -> HeadingIndex:
    """The index of a standard's heading wordings."""
    kept = _both(standard)
    return kept[1] if kept else heading_index(standard)


@lru_cache(maxsize=8)
def _both(standard: Standard) -> tuple[Lexicon, HeadingIndex] | None:
    """Both as they were kept of a standard, read at once so that nothing else of the file stays in memory."""
    data = _data(standard)
    if data is None:
        return None
    groups = list(dict.fromkeys(groups_of(standard)))
    numbers = {group: number for number, group in enumerate(groups)}
    names, affirming, denying = data["lexicon"]
    names_of = {groups[number]: names for number, names in names}
    exact, wordings, variants, weight, naming = data["headings"]
    return (
        Lexicon(numbers, names_of, Spellings(*affirming), Spellings(*denying)),
        HeadingIndex(exact, wordings, variants, weight, NamingTerms(naming)),
    )


def _data(standard: Standard) -> Data | None:
    """What was kept of a standard; None if nothing was, or what it was worked out of is another now."""
    if not standard.digest:
        return None
    try:
        data: Data | None = json.loads(FILE.read_bytes()).get(standard.id)
        return data if data and data["digest"] == digest_of((), OF_CODE, standard.digest) else None
    except NO_DATA:
        return None


def write_compiled(standards: Iterable[Standard]) -> None:
    """Write the data of shipped standards that were loaded as compiled."""
    data = {standard.id: _data_of(standard) for standard in standards}
    FILE.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _data_of(standard: Standard) -> Data:
    found, headings = lexicon(groups_of(standard)), heading_index(standard)
    return {
        "digest": digest_of((), OF_CODE, standard.digest),
        "lexicon": [
            [[found.numbers[group], names] for group, names in found.names.items()],
            *(found.affirming, found.denying),
        ],
        "headings": [*headings[:-1], headings.terms.starting],
    }
