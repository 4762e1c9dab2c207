"""What asks for a word that a school never filled in, and what only looks like it."""

from __future__ import annotations

import re

from policy_kit.checks.running_text import Hit
from policy_kit.regexes import regex, seldom

THING = (
    r"(?:names?|dates?|title|number|address|e-?mail|telephone|phone|tel|url|web ?site"
    r"|(?:hyper)?link|logo|crest"
    r"|details?|contacts?|times?|roles?|job title|policy|policies|location|place|area|provider|product"
    r"|system|software|suppliers?|local authority|review date|month|year|term|surname|forename|frequency"
    r"|amount)"
)
ASKED = (
    r"(?:school|badge|photo|names?|dates?|title|number|address|telephone|phone|e-?mail|logo|crest"
    r"|details|role|contacts?)"
)
WHO = (
    r"(?:school|academy|college|trust|nursery|setting|head ?teacher|head|principal|DSL|deputy DSL"
    r"|designated safeguarding lead|SENCO|chair|chair of governors|governor|LADO|LA|MAT"
    r"|IT (?:manager|provider)|DPO|local authority|county|town)"
)
DO = r"(?:please )?(?:insert|add|enter|type|fill in|put in|complete|state|specify|list|name|give)\b"
_FIELD = regex(
    rf"{DO}.*"
    rf"|(?:the )?(?:[\w'’]+ ){{0,3}}{THING}(?: (?:of|for|to|and|/|in) .*)?"
    rf"|(?:the |name of )?{WHO}(?:'s|’s)?(?: \w+)?"
    r"|(?:the )?(?:\w+ ){1,3}to (?:sign|insert|add|complete|confirm|date)\b.*"
    r"|(?:[xX]{1,}\s?)+|tbc|tba|[._…●•■\s]*|here (?:you|we|schools?|the school) .*|blank|who\??"
    r"|what\??|which\??|check|to (?:complete|add"
    r"|confirm|check|follow)|(?:(?:the |a )?\w+ )?to be (?:completed|confirmed|added|inserted|agreed|decided"
    r"|advised|filled in|written|supplied|drafted)\b.*"
    r"|the \w+(?: \w+)?(?:/the \w+(?: \w+)?)+|x+[.:]x+"
    r"|e\.?g\.? .*|(?!and/or|n/a)(?:[a-z]{3,}|one|two)(?:/[a-z]{3,})+"
    r"|(?!and / or)(?:[a-z]+ ){0,2}[a-z]{3,}(?:\s/\s(?:[a-z]+ ){0,2}[a-z]{3,})+",
    re.IGNORECASE,
)
# Words put into a quotation, [the school] or [schools], unless they are what a field asks for.
_QUOTED_IN = regex(r"(?:the|this|their|our|a|an|all|each|any) \w+|[a-z]+", re.ASCII)
# What a school would name there, in small letters: no editor's "[and time]", no network called "HLPS-Guest".
_NAMED_THING = regex(
    r"(?!(?:and|or|where|when|if|in|on|at|as|see|sic|not|but|with|by|to|for|from|under|who|which|that|until"
    r"|unless|because|both|then|also|the school|Appendix|Annex|Section|Part|Page|Chapter|Accessed"
    r"|Online|Note|Guidance|Optional|Delete|Schools?|End|Back|Top|Return|Contents"
    r"|Draft|external|continued|overleaf)\b)(?:(?:our|your|the|an?) )?[A-Za-z][a-z]+"
    r"(?: (?:of |and )?(?:[A-Z]{2,4}|[a-z]+)){0,4}"
)
_LONE_FIELD = regex(
    r"names?|dates?|insert|address|email|phone|links?|hyperlinks?|url|logo|tb[ca]|numbers?|location|frequency|provider"
    r"|month|year|term|surname|forename|day|times?|town|county|place|room|product|role|initials|details|suppliers?|system|x+|who|what|which|check"
)
# What a value follows: "is ???", "handed in to ***", "supplied by add provider here".
_LEADS_TO_VALUE = regex(
    r"(?:\b(?:uses?|using|runs?|is|are|was|has|have|by|to|at|on|in|with|from|of|called|named|contact|ring|tell|ask|see|and)|:|\|)\s$",
    re.IGNORECASE,
)
_ENDS_IN_LABEL = regex(
    r"\b(?:tel|(?:tele)?phone|mobile|ext(?:ension)?|room|number|DSL|lead|deputy|head(?:teacher)?|governor|chair"
    r"|mrs?|ms|miss|dr|for|of|by)\.?\s$",
    re.IGNORECASE,
)
_NUMBERED_THING = regex(
    r"\b(?:page|section|appendix|paragraph|part|room|ext|extension|years?|is|by|to|called|named)\s$",
    re.IGNORECASE,
)
_PLACE_OF = regex(r"\b(?:page|section|appendix|paragraph|class)\s$", re.IGNORECASE)
# Labels of what the school knows and no signer fills in.
_OF_FACT = regex(
    r"\b(?:ref(?:erence)?(?:\.? no\.?| number)?|version(?: no\.?| number)?"
    r"|(?:policy|document) (?:no\.?|number|owner|author|lead)|providers?|suppliers?|technicians?|LADO|DSL"
    r"|safeguarding lead|online safety (?:lead|governor|co-?ordinator)|(?:link|safeguarding) governor"
    r"|data protection officer|DPO|filter(?:ing)?|monitoring|software|systems?|products?|helpline|front door"
    r"|duty team|police)"
    r"(?:(?:['’]s)? (?:tel(?:ephone)?|phone|e-?mail|contact|number|name|details|address)\b){0,3}\s?"
    r"(?:\([^()]{1,20}\))?\s?[:|–—-]?\s*$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60  # letters
_COUNTED = regex(
    r"\s(?:days?|weeks?|months?|years?|hours?|minutes?|pupils|staff|per|times|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\b|\s?%|\s?[ap]m\b",
    re.IGNORECASE,
)
_EVERY = regex(r"\b(?:every|within|for|after|than|of|last|least|most)\s$", re.IGNORECASE)
_HEAD_CELL = regex(
    r"(?:roles?|posts?|services?|what|who|item|supplier|date|position|title|contact|area|subject)s?\W*",
    re.IGNORECASE,
)
_NO_NOUN = regex(r"\s(?:and|or|but|so|then|the|a|an|to|nobody|we|you|they|it|on)\b", re.IGNORECASE)
_AUTHOR = seldom(
    r"^(?:delete|remove|amend|adapt|edit|optional|select|choose|note|guidance"
    r"|schools?\b.*\b(?:should|may|can|must)|if (?:applicable|appropriate|relevant)|see)\b",
    re.IGNORECASE,
)
_DATE = regex(r"(?=.*[/.-])[dmyx?_\d/. -]+")
_OF_THE_FORM = regex(
    r"\b(?:changed|updated|revised|reviewed|approved|agreed|adopted|ratified|issued|written|amended)\s+"
    r"(?:by\s+[\w\s]{1,40}\s)?(?:on|in)\s*$",
    re.IGNORECASE,
)
_TO_AUTHOR = ("insert", "add ", "enter ")
_OF_SCHOOL = regex(
    r"\b(?:school|academy|college|setting|trust|nursery)(?:['’]?s)?\s(?:name|logo|crest)\b"
    r"|\bname\sof\s(?:the\s|your\s)?(?:school|academy|college|setting|trust|nursery)\b",
    re.IGNORECASE,
)
_SIGNER = regex(r"\b(?:pupil|student|learner|child|parent|carer|your|sign\w*|class|my)\b", re.IGNORECASE)
_SIGNATURE = regex(r"\bsign(?:ed|ature)?\b", re.IGNORECASE)
_TAG = regex(
    r"/?(?:a|b|i|u|p|s|br|hr|li|ol|ul|tr|td|th|em|h[1-6]|div|sup|sub|span|img|font|table|strong|tbody"
    r"|center)\b.*",
    re.IGNORECASE,
)
_SIGNING = regex(
    r"\b(?:sign\w*|names?|dates?|print\w*|class|approved|agreed|adopted|ratified|review\w*|position"
    r"|relationship|witness\w*|tel|telephone|e-?mail|initials?|parent|carer|pupil|student|headteacher|chair)\b",
    re.IGNORECASE,
)


def _inside(hit: Hit) -> str:
    return hit.words[1:-1].strip(" .…:*")


_ADDRESS = regex(r"(?:@|www\.)$", re.IGNORECASE)
_QUOTE_OPENS = regex(r"[“\"][^”\"]*$")
_IN_QUOTATION = regex(
    r"(?:the|this|our|a) (?:school|academy|head|governors?|pupils?|child|staff)", re.IGNORECASE
)
_WRITTEN_ON_LINE = regex(r"\b(?!(?:Mrs?|Ms|Miss|Mx|Dr|The|Our|Is|By)\b)[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)?$")
_WANTS_A_WORD = regex(
    r"\b(?:the|an?|our|your|their|its|each|every|any|in|on|at|by|to|for|from|of|with|within|as|is|are|was|uses?|using"
    r"|follows?|called|named|contact|through|via|between|under|blocks?|runs?|keeps?)\s$",
    re.IGNORECASE,
)
_VERB_FOLLOWS = regex(
    r"\s(?:is|are|was|were|will|has|have|can|must|should|may|do|sign|use|meet|in"
    r"|and (?=[a-z ]+ (?:are|will|must|have)\b)"
    r"|(?!as|this|its|pupils|students|parents)[a-z]{2,}s)\b"
)
# What an editor or a list of sources puts into brackets, wherever it stands.
_OF_EDITOR = regex(
    r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|(?:19|20)\d\d|sic|PDF|(?:and|or|i\.e|e\.g|etc|including|not"
    r"|see (?:also|above|below)"
    r"|formerly|now|then|opens|external|new)\b.*",
    re.IGNORECASE,
)
_OF_PUBLISHING = regex(r"external link|opens in|(?:this )?page (?:is |intentionally )", re.IGNORECASE)
_BOX = regex(r"[._…\s]*")
_SCHOOL_ALONE = regex(r"(?:the |our |your )?(?:school|academy|college|setting|trust|nursery)", re.IGNORECASE)
_OF_SCHOOL_NAME = regex(
    r"\s(?:(?:C of E|Church of England|Catholic|Community|Primary|Infants?|Junior|Nursery|High"
    r"|Secondary|Special)\s)"
    r"{0,4}(?:School|Academy|College)\b"
)


def is_field(hit: Hit) -> bool:
    inside = _inside(hit)
    if _ADDRESS.search(hit.before):
        return True  # dsl@[school].sch.uk
    if _QUOTE_OPENS.search(hit.before) and (_IN_QUOTATION.fullmatch(inside) or " " not in inside):
        return False  # words put into a quotation
    if _spells_out(hit.before, inside) or _OF_PUBLISHING.match(inside):
        return False
    if _BOX.fullmatch(inside) and hit.words[0] == "[" and _is_box(hit):
        return False
    stands = stands_alone(hit) or bool(_DIRECT.search(hit.before))
    if stands and _NAMED_THING.fullmatch(inside) and not _QUOTE_OPENS.search(hit.before):
        return True  # "supplied by [our IT company]"
    if hit.words[0] == "[" and _fills_a_slot(hit) and not _OF_EDITOR.fullmatch(inside):
        return True
    if _AUTHOR.match(inside) or (_QUOTED_IN.fullmatch(inside) and not _LONE_FIELD.fullmatch(inside)):
        return False
    return bool(_FIELD.fullmatch(inside))


def _fills_a_slot(hit: Hit) -> bool:
    """Whether the sentence would want a word without the brackets: "kept on [system]", "[Head] signs it".

    A remark follows its noun, and the sentence is whole without it: "The DSL [or deputy] decides".
    """
    if _QUOTE_OPENS.search(hit.before):
        return False
    if not hit.before.strip():
        return bool(_VERB_FOLLOWS.match(hit.after)) and not _IN_QUOTATION.fullmatch(_inside(hit))
    between = hit.before.endswith(", ") and hit.after.startswith(",")
    return between or bool(_WANTS_A_WORD.search(hit.before))


def _spells_out(before: str, inside: str) -> bool:
    """Whether brackets say in full what stands before them: "the DSL [Designated Safeguarding Lead]"."""
    short = re.search(r"\b([A-Z]{2,6})\s$", before)
    first_letters = "".join(word[0] for word in re.findall(r"[A-Za-z]+", inside)).upper()
    return short is not None and short[1] == first_letters


def _is_box(hit: Hit) -> bool:
    """Whether empty brackets are a box to tick: others stand on the line, or nothing leads up to it."""
    if _NUMBERED_THING.search(hit.before):
        return False  # "Years [ ] to [ ]"
    others = len(re.findall(r"\[\s*\]", hit.text)) > 1
    return others or (not hit.before.strip() and bool(hit.after.strip()))


def is_angle_field(hit: Hit) -> bool:
    inside = _inside(hit)
    if hit.before.endswith(">") or hit.after.startswith("<"):
        return False  # how a name is made up: "<year of entry><initials>"
    if _TAG.fullmatch(inside) or "/" in inside:
        return False
    return bool(_SCHOOL_ALONE.fullmatch(inside)) or is_field(hit)


def is_dated_by_form(hit: Hit) -> bool:
    """Whether the paper's own date is asked for, "approved by governors on", and not a signature's."""
    return bool(_OF_THE_FORM.search(hit.sentence_before))


def is_for_signer(hit: Hit) -> bool:
    """Whether a blank in a form asks for what the person who signs it will write."""
    inside = hit.words.strip("[]<>(){} ").lower()
    if _DATE.fullmatch(inside):
        return not is_dated_by_form(hit)
    if hit.words[0] in "[<" and inside.startswith(_TO_AUTHOR) and not _SIGNER.search(inside):
        return False  # a signer is given a line to write on
    if hit.before.rstrip().endswith(":") and _SIGNER.search(hit.before):
        return True
    if _OF_SCHOOL.search(inside):
        return False
    return bool(_SIGNER.search(inside)) or inside in ("name", "date", "insert name", "insert date")


def stands_alone(hit: Hit) -> bool:
    """The words are all there is, or follow a label: a field's value."""
    return not hit.after.strip(" .)/|") and (
        not hit.before.strip(" (/") or hit.before.rstrip(" (").endswith((":", "-", "–", "—", "/", "|"))
    )


def is_confirmable(hit: Hit) -> bool:
    if hit.words.lower().startswith(("tb", "t.b")):
        return True  # no word of any sentence
    in_brackets = re.search(r"\([^()]*$", hit.before) and hit.after.startswith(")")
    done = not hit.words.lower().endswith("arranged")  # "Training is to be arranged" leaves no blank
    ends = done and not hit.after.strip(" .") and bool(re.search(r"\b(?:is|are)\s$", hit.before))
    return hit.words.isupper() or stands_alone(hit) or bool(in_brackets) or ends


def is_crossed(hit: Hit) -> bool:
    if hit.match.lastgroup != "alone" or is_value(hit) or hit.text.strip(" .").lower() == "xxx":
        return True
    cells = hit.block.cells
    labelled = hit.before.strip() or (len(cells) > 1 and cells[0] != hit.text)
    return (stands_alone(hit) and bool(labelled)) or bool(_ENDS_IN_LABEL.search(hit.before))


def _holds_a_fact(hit: Hit) -> bool:
    """Whether the gap is all that stands after a label, or in the cell beside one, that asks for a fact."""
    if hit.after.strip(" .…_"):
        return False
    cells = hit.block.cells
    beside = next((cell for cell in cells if cell != hit.text), "") if len(cells) > 1 else ""
    label = hit.before if hit.before.strip() else beside
    return len(label) < _LONGEST_LABEL and bool(_OF_FACT.search(label))


def is_gap(hit: Hit) -> bool:
    """A gap in a sentence: words on both sides make one, and it is no line to sign or date."""
    if hit.words[0] in ".…" and re.match(r"\s*\d{1,3}\s*$", hit.after):
        return False  # dot leaders before a page number
    if _WRITTEN_ON_LINE.search(hit.before) and not hit.after.strip(" ._"):
        return False  # a line to write on, with a name written on it: "Deputy: Mrs Khan____"
    if _holds_a_fact(hit) or _OF_SCHOOL_NAME.match(hit.after):
        return True  # "the governing body of ______ School"
    if is_dated_by_form(hit) and not _SIGNATURE.search(hit.text):
        return True  # "approved by the governors on ____"
    said = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", f"{hit.sentence_before} {hit.sentence_after}")
    words = re.findall(r"[A-Za-z]{2,}", said)
    if len(words) >= 2 and is_value(hit) and not hit.sentence_after.strip(" .") and not _SIGNING.search(said):
        return ":" not in hit.before[-3:]  # "Our DSL is ____."
    if _COUNTED.match(hit.after) and _EVERY.search(hit.before):
        return True  # "every ___ months"
    label = re.search(r"([A-Za-z()/ ]{1,40}):\s*$", hit.before)
    return len(words) >= 4 and not label and not _SIGNING.search(said)


def is_value(hit: Hit) -> bool:
    """The marks stand where a value should: "The DSL is ???"; not "marks such as ???"."""
    if hit.words[0] in "?*#(" and _EVERY.search(hit.before) and _COUNTED.match(hit.after):
        return True  # "every ?? days"
    if hit.words[0] == "?" and _PLACE_OF.search(hit.before):
        return True  # "see Appendix ?"
    return bool(_LEADS_TO_VALUE.search(hit.before)) and not hit.before.rstrip().endswith("such as")


def is_marked(hit: Hit) -> bool:
    """Marks for a value, also alone in their cell or brackets, or at a sentence's start."""
    if is_value(hit):
        return True
    starts = not hit.before.strip() and bool(_VERB_FOLLOWS.match(hit.after))
    bracketed = hit.before.endswith("(") and hit.after.startswith(")")
    cells = hit.block.cells
    alone = len(cells) > 1 and hit.text.strip() == hit.words and cells[0].strip() not in ("", hit.words)
    return starts or bracketed or (alone and _is_row(hit))


def is_value_or_shouted(hit: Hit) -> bool:
    """The words stand where a value should, or in brackets, or in capitals among small letters."""
    shouted = hit.words.isupper() and not (hit.before + hit.after).isupper()
    alone = not hit.before.strip() and not hit.after.strip(" .")
    return hit.words.startswith("(") or shouted or alone or is_value(hit)


_DIRECT = regex(
    r"(?:\b(?:uses?|using|runs?|is|are|was|by|at|on|in|with|from|called|named|contact|ring|tell|ask)|:|\|)\s$",
    re.IGNORECASE,
)
_TELLS_TO = regex(r"\b(?:must|should|will|can|may|to|please|and|or|not|then|they|we|you)\s$", re.IGNORECASE)


def is_value_unasked(hit: Hit) -> bool:
    """The words stand where a value should, and ask nobody to do anything: "held on insert date in…"."""
    return bool(_DIRECT.search(hit.before)) and not _TELLS_TO.search(hit.before)


def is_asked_in_cell(hit: Hit) -> bool:
    """What a cell asks for where its row has the label before it: "Deputy DSL | Enter name"."""
    cells, own = hit.block.cells, hit.text.strip()
    return len(cells) > 1 and hit.words.strip() == own != cells[0].strip() and _is_row(hit)


def _is_row(hit: Hit) -> bool:
    """No row of column headings: its other cells do not name columns."""
    others = [cell for cell in hit.block.cells if cell.strip() and cell.strip() != hit.text.strip()]
    return not hit.block.header_row and not any(_HEAD_CELL.fullmatch(cell.strip()) for cell in others)


def is_crossed_value(hit: Hit) -> bool:
    """Crosses for a number or a name: "page xx", "within XX days"; no kisses at the end of a message."""
    if hit.before.endswith("£") or _PLACE_OF.search(hit.before):
        return True
    return bool((_NUMBERED_THING.search(hit.before) or _COUNTED.match(hit.after)) and hit.after.strip())


def is_dotted(hit: Hit) -> bool:
    """Dots for a word: "has ... pupils"; not a pause in a sentence."""
    return bool(_LEADS_TO_VALUE.search(hit.before)) and not _NO_NOUN.match(hit.after)


def is_stand_in(hit: Hit) -> bool:
    """In running text, and no label of a field: "Name of School:"."""
    after = hit.after.lstrip()
    return not after.startswith((":", "|", "attended", "last")) and bool(hit.before.strip() or after)
