"""Whether a document is a policy of the standard's kind at all, and if not, why it does not look like one."""

from __future__ import annotations

import re

from policy_kit.model import Document, SectionResult, SectionStatus
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

_ABOUT = seldom(
    r"\bonline\b|\be-?safety\b|\binternet\b|\bdevices?\b|\bsocial media\b|\bfilter|\bcyber|\bpassword"
    r"|\bdigital|\bICT\b|\btechnolog|\bmobile phone|\bwebsite|\be-?mail",
    re.IGNORECASE,
)
_COMMITS = seldom(
    r"\b(?:will|must|shall|should|are expected to|(?:is|are) (?:responsible|not (?:permitted|allowed)))\b",
    re.IGNORECASE,
)
_NAMES_ITSELF = regex(r"\bthis\s+(?:[\w-]+\s+){0,3}policy\b", re.IGNORECASE)
_POLICY_TITLE = regex(
    r"\b(?:online|e)[- ]?safe(?:ty|guarding)\b.{0,60}\b(?:policy|policies)\b|\binternet.{0,30}policy\b"
    r"|\bpolicy\b.{0,40}\b(?:online|e)[- ]?safety\b|\b(?:acceptable use|ICT|digital)\b.{0,30}\bpolicy\b",
    re.IGNORECASE | re.DOTALL,
)
# A title without "policy" in it: "Safe and Sound Online", "Our digital life".
_ONLINE_TITLE = regex(
    r"\bon-?line\b|\binternet\b|\be-?safe|\bdigital|\btechnolog|\bscreens?\b|\bcyber|\bweb\b|\bICT\b"
    r"|\bconnected\b|\bdevices?\b",
    re.IGNORECASE,
)
_ANOTHER_KIND = seldom(
    r"^dear\b|\b(?:letter|news ?letter|bulletin|minutes|agenda|job description|person specification"
    r"|scheme of work|schemes? of learning|lesson plans?|unit of work|curriculum(?: map)?|risk assessment"
    r"|training|inset|twilight|slides|workshop|assembly|quiz|survey|questionnaire|self[- ]review"
    r"|(?:guide|guidance|advice|tips) (?:for|to) (?:schools|settings|parents|families|carers)|fact ?sheet"
    r"|template|privacy notice|report|analysis|bid|tender)\b",
    re.IGNORECASE,
)
# What a school may also call its policy, if the whole of one stands under it.
_MAY_BE_ONE = seldom(
    r"\b(?:agreements?|contract|consent|pledge|checklist|form|guide|tips|leaflet|poster|audit|strategy"
    r"|(?:action|development|improvement) plan)\b",
    re.IGNORECASE,
)
_ANOTHER_SUBJECT = regex(
    r"\bchild protection\b|^(?:(?!online|digital).)*\bsafeguarding\b(?!.*\b(?:online|digital)\b)"
    r"|\bbehaviou?r\b"
    r"|\bdata protection\b|\b(?:mobile )?phones?\b|\banti-?bullying\b|\bremote (?:learning|education)\b"
    r"|\bcode of conduct\b|\bcomputing\b|\bsocial media\b|\bCCTV\b|\bwhistle-?blowing\b|\battendance\b",
    re.IGNORECASE,
)
_DECIDED = regex(
    r"\b(?:agreed|approved|adopted|ratified|signed off|passed|accepted)\b.{0,60}"
    r"\b(?:governors?|governing|board|trustees?|directors|committee|proprietor|corporation|council|fgb"
    r"|20\d\d)\b|\bnext (?:review|look|due)"
    r"|\b(?:for review|review(?:ed)?(?: date| due)?|looked at again)\b.{0,30}\b20\d\d\b",
    re.IGNORECASE,
)
_SPEAKS_TO_SCHOOLS = seldom(
    r"\b(?:issue \d+|subscribe|book (?:here|your place)|respondents?|executive summary|webinar"
    r"|this (?:report|guidance|briefing|analysis)|schools (?:should|can|may|need to|must)|your school"
    r"|findings are|free resource)\b",
    re.IGNORECASE,
)

_OFTEN = 3  # such words in a thousand: more than a policy that names itself in its title has in passing
_HARDLY = 0.5  # words to schools from outside, in a thousand: so few, and a policy's title is enough
_TITLE_WORDS = 14
_TITLE_LINES = 6
_OPENING_LINES = 25


@dataclass(frozen=True)
class _Held:
    """How much of the standard a document holds: sections headed, sections present, must points made."""

    headed: int
    present: int
    made: int

    @property
    def is_much(self) -> bool:
        """So much that the title matters no more, unless it names another kind of document."""
        return self.headed >= 8 and self.present >= 8 and self.made >= 20

    @property
    def is_some(self) -> bool:
        """So much that a title on being online, and a word on who agreed it, will do."""
        return self.headed >= 4 and self.present >= 3 and self.made >= 8


def judge_kind(document: Document, title: str, sections: tuple[SectionResult, ...]) -> tuple[bool, str]:
    """Return whether the document looks like a policy of the kind, and one line why not ('' if it does).

    Asked: does it call itself a policy, or hold so much of one that it need not; does it speak of being
    online, does it commit the school to something; or does its title name another kind of document, or
    does it speak to schools from outside?
    """
    texts = [b.text for b in document.text_blocks if b.text.strip()]
    if not texts:
        return False, "it has no text that could be read"
    joined = "\n".join(texts)
    lines = [t for t in (title, *texts[:_TITLE_LINES]) if len(t.split()) <= _TITLE_WORDS]
    titled = any(map(_POLICY_TITLE.search, lines))
    held = _held(sections)
    other = "" if titled else _other_title(title, held)
    if other:
        return False, f"its title calls it something else: “{other}”"
    if not (
        titled or _calls_itself(title, texts, joined) or held.is_much or _is_short_one(lines, texts, held)
    ):
        return False, "it does not call itself a policy on online safety"
    about = len(document.texts.found(_ABOUT)) / len(texts)
    if about < (0.08 if held.is_much else 0.15):
        return False, "little of it is about being online"
    commits = len(document.texts.found(_COMMITS)) / len(texts)
    outside = document.texts.count(_SPEAKS_TO_SCHOOLS) / max(len(joined.split()), 1) * 1000
    return _by_voice(commits, outside, held, titled=titled)


def _held(sections: tuple[SectionResult, ...]) -> _Held:
    return _Held(
        headed=sum(bool(s.headings) for s in sections),
        present=sum(s.status is SectionStatus.PRESENT for s in sections),
        made=sum(p.met for s in sections for p in s.points if p.level == "must"),
    )


def _other_title(title: str, held: _Held) -> str:
    """The words by which a title names another kind of document, or a policy on something else."""
    found = _ANOTHER_KIND.search(title)
    if not found and not held.is_much:
        found = _MAY_BE_ONE.search(title)
    if not found and not _ONLINE_TITLE.search(title):
        found = _ANOTHER_SUBJECT.search(title)
    return found[0].strip() if found else ""


def _calls_itself(title: str, texts: list[str], joined: str) -> bool:
    opening = f"{title}\n" + "\n".join(texts[:_OPENING_LINES])
    return bool(_POLICY_TITLE.search(opening)) or len(_NAMES_ITSELF.findall(joined)) >= 3


def _is_short_one(lines: list[str], texts: list[str], held: _Held) -> bool:
    """A page in plain words: "Safe screens", agreed by the governors, with some of the sections."""
    return held.is_some and any(map(_ONLINE_TITLE.search, lines)) and any(map(_DECIDED.search, texts))


def _by_voice(commits: float, outside: float, held: _Held, *, titled: bool) -> tuple[bool, str]:
    """Whether it speaks as a school's policy does: with rules, and not to schools from outside.

    commits: the share of blocks with a rule; outside: words to schools from outside, in a thousand.
    """
    if outside > (_OFTEN if titled else 1.5) and outside > commits * 6:
        return (
            False,
            "it reads as guidance, news or a report written to schools, not as a school's own policy",
        )
    if titled and outside < _HARDLY:
        return True, ""
    if held.headed < 2 or (commits < 0.1 and held.headed < 8 and not held.is_some):
        return False, "it holds few rules and few of the sections of an online safety policy"
    return True, ""
