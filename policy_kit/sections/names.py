"""Whose policy it is and what it calls itself: the school, the trust, the title, the products named."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from policy_kit.model import Block, BlockKind, Document
from policy_kit.naming import name_key, same_name, school_names, trust_names
from policy_kit.regexes import regex, seldom
from policy_kit.sections.products import products
from policy_kit.sections.titles import policy_title

__all__ = ["policy_title", "products", "school_name", "trust_name"]

_COVER_LINES = 30
_MOST_FOR_MENTIONS = 8
_ON_COVER = 9  # more than any number of mentions: a body full of another's name is a copied one
_LEAST = 4  # on the cover once, or four times in the text: a name met once may be anybody's
_SCHOOL_LABEL = seldom(
    r"^\W{0,3}(?:name of (?:the )?)?(?:school|academy|setting|college)(?:['’]s)?(?:"
    r" name)?\s*[:|–-]\s*(?P<name>[A-Z][^|:\n]{2,80})$",
    re.IGNORECASE,
)
_TRUST_LABEL = seldom(
    r"^\W{0,3}(?:name of (?:the )?)?(?:trust|MAT|federation)(?: name)?\s*[:|–-]\s*(?P<name>[A-Z][^|:\n]"
    r"{2,80})$",
    re.IGNORECASE,
)
_OPENING_LINES = 8
_COVER_NAME = regex(
    r"(?P<name>(?i:the )?(?:St\.? )?(?:[A-Z][\w'’-]+ ){1,3}(?i:PRU|pupil referral unit|centre|unit|playgroup"
    r"|montessori|house|hall|abbey|priory|lodge|court))(?=$|[,.:–—|-]| (?i:online|e-?safety|policy))"
)
# A sentence in the school's own voice: "At … we", "… is committed to".
_KIND = regex(r"^\s(?:school|academy|nursery|college)(?=\W)")  # "Elm Bank Primary school"
_AT = regex(r"(?:^|[.:]\s|\s)(?:[Hh]ere\s)?[Aa]t\s(?:the\s)?$")
_WE = regex(
    r",?\s(?:we|our|the\s(?:school|staff|governors)|all|every(?:one|body)?|pupils|children|students|staff)\b"
)
_OPENS = regex(
    r"(?:^|[.:]\s)\W{0,2}(?:\d[\d.]*\s)?(?:[Tt]he\s)?(?:[Gg]overnors\sand\sstaff\sof\s|[Ss]taff\s(?:at|of)\s)?$"
)
_OF_OURS = regex(
    r"\b(?:[Gg]overning\s(?:[Bb]ody|[Bb]oard)|[Gg]overnors|staff|pupils|students|children|community|policy|life|ethos"
    r"|everyone|all\sassociated)\s(?:of|at|with|in)\s(?:the\s)?$"
)
_DOES = regex(
    r"\s(?:(?:fully|firmly|also|strongly)\s)?(?:recogni[sz]es?|believes?|understands?|aims?|wants?|seeks?|embraces?"
    r"|acknowledges?|values?|takes\s(?:its|the|very)\b|has\sa\s(?:duty|responsibility|legal|moral|clear)\b"
    r"|(?:is|are)\s(?:fully\s|firmly\s|strongly\s)?(?:committed|aware|dedicated|determined)\b)"
)
_NOT_A_NAME = regex(
    r"\[|<|\{|_{2}|insert|\bTB[CA]\b|\bn/a\b|policy|\bday\b|hours|years?\b|website|e-?mail|@|www",
    re.IGNORECASE,
)


def school_name(document: Document, profile_name: str | None = None) -> str:
    """The school that the document says it is of, in the document's own words; '' if it does not say.

    profile_name: the name by the profile; where the document holds it, in whatever spelling, it is taken.
    Otherwise the name that stands on the cover, in the margins and most often in the text.
    """
    weighed, written = _candidates(document)
    if profile_name:
        if any(profile_name.casefold() in b.text.casefold() for b in document.blocks):
            return profile_name
        for key in weighed:
            if key == name_key(profile_name):
                return _best_form(written[key])
    weighed = {key: weight for key, weight in weighed.items() if weight >= _LEAST}
    if not weighed:
        return _cover_name(document) or _own_voice(document)
    best = max(weighed, key=lambda k: (weighed[k], len(k), k))
    return _best_form(written[best])


def _cover_name(document: Document) -> str:
    """A name with which a sentence of the cover opens, or a line that is not worded as a school's name.

    "Gorse Bank Primary School and Nursery, Bellshire. Our policy…"; "Marrow Lane PRU", "The Beck Centre".
    """
    for block in document.text_blocks[:_OPENING_LINES]:
        named = next(iter(school_names(block.text)), None)
        if named and named.start == 0 and block.text[named.end : named.end + 1] in (",", ".", ":"):
            return named.name
        found = _COVER_NAME.match(block.text.strip())
        if found and not _NOT_A_NAME.search(found["name"]):
            return found["name"]
    return ""


def _own_voice(document: Document) -> str:
    """The one name in which the opening speaks: "Elm Bank School is committed to…", "At Elm Bank we…"."""
    named: dict[str, str] = {}
    for block in document.text_blocks[:_COVER_LINES]:
        for found in school_names(block.text):
            before, after = block.text[: found.start], _KIND.sub("", block.text[found.end :])
            ours = (_AT.search(before) and _WE.match(after)) or (_OPENS.search(before) and _DOES.match(after))
            if ours or _OF_OURS.search(before):
                named.setdefault(name_key(found.name), found.name)
    return next(iter(named.values())) if len(named) == 1 else ""


def _candidates(document: Document) -> tuple[dict[str, int], dict[str, Counter[str]]]:
    """How much speaks for each name, and the ways it is written."""
    weight: dict[str, int] = defaultdict(int)
    mentions: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for block, place in _in_places(document):
        labelled = _SCHOOL_LABEL.match(" | ".join(c for c in block.cells if c.strip()) or block.text)
        if labelled and place and not _NOT_A_NAME.search(labelled["name"]):
            shaped = next((found.name for found in school_names(labelled["name"])), None)
            name = shaped or labelled["name"].strip(" .")
            written[name_key(name)][name] += 5
            weight[name_key(name)] += 10
            continue
        for found in school_names(block.text):
            key = name_key(found.name)
            written[key][found.name] += 1
            mentions[key] += 1
            weight[key] += place
    for key, count in mentions.items():
        weight[key] += min(count, _MOST_FOR_MENTIONS)
    return _with_short_forms(weight), written


def _with_short_forms(weight: dict[str, int]) -> dict[str, int]:
    """A short form ("Elm Bank Primary") speaks for the full name that stands in the document too."""
    out = dict(weight)
    for short, own in weight.items():
        fuller = [k for k in weight if k != short and same_name(short, k) and len(k) > len(short)]
        if len(fuller) == 1:
            out[fuller[0]] += own
            out.pop(short)
    return out


def _in_places(document: Document) -> Iterator[tuple[Block, int]]:
    """The blocks with what a name gains by standing there: most on the cover, which says whose it is."""
    for at, block in enumerate(document.text_blocks):
        line = len(block.text) < 120 and not block.text.rstrip().endswith(".")
        yield block, _ON_COVER if at < _COVER_LINES and (block.is_heading or line) else 0
    seen: set[str] = set()
    for block in document.margins:
        if block.text not in seen:
            seen.add(block.text)
            yield block, 4


def _best_form(forms: Counter[str]) -> str:
    """The commonest way the name is written; capitals throughout only if there is no other way."""
    mixed = {form: count for form, count in forms.items() if not form.isupper()} or dict(forms)
    return max(mixed, key=lambda form: (mixed[form], len(form), form))


def trust_name(document: Document) -> str:
    """The trust or federation that the document says the school belongs to; '' if it names none."""
    weight: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for block, place in _in_places(document):
        if block.kind is BlockKind.CONTENTS:
            continue
        text = " | ".join(c for c in block.cells if c.strip()) or block.text
        labelled = _TRUST_LABEL.match(text) if place else None
        if labelled and not _NOT_A_NAME.search(labelled["name"]):
            name = labelled["name"].strip(" .")
            written[name_key(name)][name] += 1
            weight[name_key(name)] += 10
            continue
        for found in trust_names(block.text):
            written[name_key(found.name)][found.name] += 1
            weight[name_key(found.name)] += 1 + place
    likely = {k: n for k, n in weight.items() if n > 1 or _is_of_schools(written[k])}
    return _best_form(written[max(likely, key=lambda k: (likely[k], len(k), k))]) if likely else ""


def _is_of_schools(forms: Counter[str]) -> bool:
    return any(
        re.search(r"academ|school|learning|education|federation|\bMAT\b", f, re.IGNORECASE) for f in forms
    )
