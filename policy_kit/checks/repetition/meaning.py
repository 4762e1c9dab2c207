"""What a word means for comparing texts: its stem, or one name for all words that a policy uses alike.

Whoever tells a paragraph again writes "telephones the parents" for "rings home" and "at once" for "straight
away". The classes hold ordinary words that policies put for one another, so that what was retold is still
seen; words that tell one matter from another (filtering and monitoring, phones and laptops) stand apart.
"""

from __future__ import annotations

from functools import lru_cache

from policy_kit.checks.repetition.likeness import SMALL
from policy_kit.stems import stem

# One class a line; a word stands for all its forms.
_CLASSES = """
staff adult teacher colleague employee member tutor
parent carer family guardian household
head headteacher principal
governor governing trustee
visitor guest
ring rang rung telephone call
tell inform notify report advise pass
write written record log note
immediately straight once promptly immediate delay quickly
picture photograph photo image
see view look watch
site website page webpage
worry worried concern upset distress frighten
delete wipe erase remove destroy
send forward share
check test examine inspect review
device laptop tablet computer machine equipment
year yearly annual annually
term termly
week weekly
month monthly
day daily
need require must
allow permit let
forbid ban prohibit
agree agreement approve consent permission
keep store hold retain
give given gave provide offer supply
ask request
talk speak discuss discussion say conversation
help support assist
private secret confidential
ensure make made sure
teach educate education
train
rule expectation guideline
stop end cease
start begin begun
buy purchase
list register
get receive
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
know aware understand
duty responsible responsibility
manage oversee run
message text post
take taken took confiscate
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
damage break
repair mend fix
change alter amend update
choose chosen select
show demonstrate
find discover
follow obey comply
think consider
decide decision settle
meet
lesson class classroom
""".strip().splitlines()
_CLASS_OF = {stem(word): line.split()[0] + "+" for line in _CLASSES for word in line.split()}


@lru_cache(maxsize=4_000)
def meaning_of(word: str) -> str:
    """The class or stem of a word as `words_of` gives it, '' for one that carries no meaning."""
    if word in SMALL and word != "must":
        return ""
    stemmed = stem(word)
    return _CLASS_OF.get(stemmed, stemmed)
