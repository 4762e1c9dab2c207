"""Whether two names can be one person's: "Mrs H Quill", "Hazel Quill" and "Mrs Quill"."""

from __future__ import annotations

import re

from policy_kit.naming.legal_forms import LEGAL_FORMS

_TITLES = {
    **dict.fromkeys(("mr", "sir", "fr", "father", "lord"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "sister"), "f"),
    **dict.fromkeys(
        ("dr", "rev", "revd", "reverend", "prof", "professor", "mx", "canon", "cllr", "councillor"), ""
    ),
    **dict.fromkeys(("rabbi", "imam", "pastor"), ""),
}

_COMPANIES = frozenset(form.casefold() for form in LEGAL_FORMS)  # a firm may hold a post, such as the DPO's


def same_person(one: str, other: str) -> bool:
    """Whether two names agree: the surname, the first names as far as both give them, and Mr or Mrs."""
    short, long = sorted((" ".join(one.casefold().split()), " ".join(other.casefold().split())), key=len)
    if short and re.match(rf"{re.escape(short)}\b(?![-'’])", long):
        return True  # a firm or a double name in full and cut short: "Marsh", "Marsh & Co"
    gender_1, given_1, surname_1 = _parts(one)
    gender_2, given_2, surname_2 = _parts(other)
    if not surname_1 or not surname_2 or not _same_surname(surname_1, surname_2):
        return False
    if gender_1 and gender_2 and gender_1 != gender_2:
        return False
    return not given_1 or not given_2 or _same_given(given_1, given_2)


def _parts(name: str) -> tuple[str, list[str], str]:
    words = re.findall(
        r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name.casefold().replace("rev'd", "revd").replace("rev’d", "revd")
    )
    while len(words) > 1 and words[-1] in _COMPANIES:
        words.pop()
    gender = ""
    while words and words[0] in _TITLES:
        gender = _TITLES[words.pop(0)] or gender
    return (gender, words[:-1], words[-1].replace("’", "'")) if words else (gender, [], "")


def _same_surname(one: str, other: str) -> bool:
    """A double name may be shortened to either half."""
    return one == other or bool(set(one.split("-")) & set(other.split("-")))


def _same_given(one: list[str], other: list[str]) -> bool:
    """First names agree if they begin alike, or one is the initial or the short form of the other."""
    a, b = one[0], other[0]
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a[:3] == b[:3] or a in other or b in one
