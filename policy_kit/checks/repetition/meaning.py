"""What a word means for comparing texts: its stem, or one name for all words that a policy uses alike.

Whoever tells a paragraph again writes "telephones the parents" for "rings home" and "at once" for "straight
away". The classes hold ordinary words that policies put for one another, so that what was retold is still
seen; words that tell one matter from another (filtering and monitoring, phones and laptops) stand apart.
"""

from __future__ import annotations

from policy_kit.checks.repetition.likeness import SMALL
from policy_kit.regexes import regex

# One class a line; a word stands for all its forms but the irregular ones, which are listed.
_CLASSES = """
staff adult adults teacher colleague employee member tutor
parent parents carer family families guardian household
head headteacher principal
governor governing trustee
visitor guest
ring rang rung telephone call
tell tells told inform notify report advise pass
write written wrote record log note
immediately straight once promptly immediate delay quickly
picture photograph photo image
see sees seen view look watch
site website page webpage
worry worries worried concern upset distress frighten
delete wipe erase remove destroy
send sent forward share
check test examine inspect review
device laptop tablet computer machine equipment
year yearly annual annually
term termly
week weekly
month monthly
day daily
need require must
allow permit let lets
forbid forbidden ban prohibit
agree agreed agreement approve consent permission
keep kept store hold held retain
give given gave provide offer supply
ask request
talk speak spoken discuss discussion say said conversation
help support assist
private secret confidential
ensure make makes made sure
teach taught educate education
train training
rule rules expectation guideline
stop end cease
start begin began begun
buy bought purchase
list register
get gets receive
only alone solely
both two
internet online web
app program software application
serious grave
illegal unlawful crime criminal
risk danger dangerous unsafe
suitable appropriate
regularly often frequently
prevent avoid
know knows known aware understand understood
duty duties responsible responsibility
manage oversee run
message text post
take takes taken took confiscate
lock secure
remind warn
procedure process step
answer reply respond
friend peer
home house
stranger unknown
suspend exclude suspension exclusion
sanction consequence punishment
personal own
damage break broken
repair mend fix
change alter amend update
choose chosen select
show shown demonstrate
find found discover
follow obey comply
think thought consider
decide decision settle
meet met meeting
lesson class classroom
""".strip().splitlines()
_ENDING = regex(r"(?:ing|ed|es|s|ly|e|y|ies)$")
_SHORTEST = 3
_MOST = 6  # letters of a stem


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    if len(bare) < _SHORTEST:
        return word
    if bare[-1] == bare[-2] and bare[-1] not in "ls":
        bare = bare[:-1]
    return bare[:_MOST]


_CLASS_OF = {_stem(word): line.split()[0] + "+" for line in reversed(_CLASSES) for word in line.split()}


def meaning_of(word: str) -> str:
    """The class or stem of a word as `words_of` gives it, '' for one that carries no meaning."""
    if word in SMALL and word != "must":
        return ""
    stem = _stem(word)
    return _CLASS_OF.get(stem, stem)
