"""A sentence makes a point only if it says that something is so."""

from __future__ import annotations

import pytest

from policy_kit.regexes.texts import Texts
from policy_kit.sections.standing import asides, asked_of_all, denials, purposes, wishes


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("We would like to train every governor.", True),
        ("We hope to start a yearly review.", True),
        ("Duties will be agreed in due course.", True),
        ("A list is to be drawn up by the school council.", True),
        ("A risk assessment may be written when it is asked for.", True),
        ("The department is drawing up a list of tools.", True),
        ("We are looking to appoint a governor, and shall decide this spring who owns it.", True),
        ("These laws may be of interest to readers.", True),
        ("A monitoring plan will be drawn up in the spring.", True),
        ("Training will be arranged next term.", True),
        ("We hope that governors are trained every year.", True),
        ("It would help if staff told the DSL at once.", True),
        ("Our governors would like it if the filter were reviewed yearly.", True),
        ("Leaders are exploring whether the filter can be reviewed each year.", True),
        ("A working party will look at whether phones are handed in.", True),
        ("The school council has suggested that phones are handed in.", True),
        ("Ideally, the filter is reviewed each year.", True),
        ("From next year governors are trained every September.", True),
        ("If money were no object, governors would be trained every term.", True),
        ("It is not the case that the filter is reviewed.", True),
        ("It is a myth that parents are told of every incident.", True),
        ("Until 2020 the filter was reviewed every year.", True),
        ("The old policy said that staff use school cameras only.", True),
        ("In some schools phones are locked away.", True),
        ("Ofsted looks for evidence that staff are trained each year.", True),
        ("The guidance says that governors are trained each year.", True),
        ("The filter is reviewed each year, though in practice this does not happen.", True),
        ("Governors are trained each year in theory.", True),
        ("Parents are sent a newsletter, but this has lapsed.", True),
        ("The filter is reviewed each year when the new post has been filled.", True),
        ("A yearly review used to be our rule.", True),
        ("As the guidance requires, staff tell the DSL at once.", False),
        ("The headteacher has asked that all staff tell the DSL at once.", False),
        ("We expect that staff tell the DSL at once.", False),
        ("Where possible parents are told first.", False),
        ("If time is short, the police are called first.", False),
        ("The guidance says that governors are trained, and ours are, every year.", False),
        ("Pupils who are not yet 13 have no accounts.", False),
        ("From September 2026 phones are handed in at the gate.", False),
        ("A plan will be drawn up for each pupil who needs one.", False),
        ("Staff and governors were all consulted.", True),
        ("Schools should think about who is best placed to do this.", True),
        ("The association recommends that boards hold overall responsibility.", True),
        ("Researchers write of sleep, of gambling and of hatred.", True),
        ("Research tells us that some pupils are more at risk.", True),
        ("Good practice is for such accounts to be run by two people.", True),
        ("One hears of schools whose pages gave out a child's details.", True),
        ("The statutory guidance explains what governors ought to expect.", True),
        ("The statutory guidance obliges schools to have a filter.", True),
        ("Schools and colleges in England are required to review it each year.", True),
        ("Many educational settings use such pages for their news.", True),
        ("Your online safety policy should say who does this.", True),
        ("All our schools are required to use the trust's filter.", False),
        ("At induction you learn your part in filtering.", False),
        ("All our schools should use the trust's filter.", False),
        ("Schools should report to the trust each term.", False),
        ("Staff research the sites that they use in lessons.", False),
        ("If a teacher hears of a worry, the DSL is told.", False),
        ("Governors are trained every year.", False),
        ("Concerns go to the DSL, who will consider a referral.", False),
        ("Pupils say what they would do if a stranger wrote to them.", False),
    ],
)
def test_what_is_wished_or_told_of_others_is_not_done(text: str, wish: bool) -> None:
    assert bool(wishes(Texts([text]))) is wish


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Low-level concerns need not be recorded.", True),
        ("Governors are not asked to have training.", True),
        ("AI tools aren't monitored.", True),
        ("The school can't deal with what happens at home.", True),
        ("Concerns are recorded, and parents are not told if that would put a child at risk.", False),
        ("Filtering is too technical to be part of training.", True),
        ("Administrators may turn off the list.", True),
        ("Parents whose children change schools may ask for the record.", False),
        ("The lead can be found in the pastoral office.", False),
        ("Phones are held for no longer than a day.", False),
        ("The DSL may not pass this on.", False),
    ],
)
def test_what_is_denied_is_told_from_what_is_forbidden(text: str, denial: bool) -> None:
    assert bool(denials(Texts([text]))) is denial


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("New staff are trained in first aid.", True),
        ("Leaders check that phonics is taught.", True),
        ("Phones stay in the office during fire drills.", False),
        ("New staff are trained in online safety.", False),
        ("Tablets stay in the classroom and are not taken to the playground.", False),
        ("Bullying in the toilets or on the playground is recorded.", False),
    ],
)
def test_another_matter_of_school_life_is_an_aside(text: str, aside: bool) -> None:
    assert bool(asides(Texts([text]))) is aside


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("This policy aims to keep personal data safe.", True),
        ("The principles in this policy are designed to protect the school's good name.", True),
        ("The purpose of this agreement is to make sure that users are responsible.", True),
        ("We have adopted this phone policy to protect staff and pupils.", True),
        ("Through this policy we aim to address worries in remote lessons.", True),
        ("Our school aims to:", True),
        ("The aim of filtering is to keep harmful content out.", False),
        ("This policy is reviewed every year.", False),
        ("Breach of this policy leads to sanctions.", False),
    ],
)
def test_what_a_policy_is_for_is_told_from_what_is_done(text: str, purpose: bool) -> None:
    assert bool(purposes(Texts([text]))) is purpose


@pytest.mark.parametrize(
    ("text", "of_all"),
    [
        ("The DfE has published standards which ask every school to look at its filter each year.", True),
        ("Schools are further advised to choose a provider that takes both lists.", True),
        ("The Prevent duty means that staff are to be alert to pupils who may be drawn in.", True),
        ("Statutory guidance requires governing bodies to hold a yearly review.", True),
        (
            "Statutory guidance requires governing bodies to hold a yearly review, and ours does so in June.",
            True,
        ),
        ("The standards ask schools to name a leader, and we have named Mrs Finch.", False),
        ("The law requires schools to have an officer; at the school that is Mr Toller.", False),
        ("The council asks staff of the school to ring the front door.", False),
        ("Staff are expected to lock their screens.", False),
        ("The Education Act lets the head search a bag.", False),
    ],
)
def test_what_is_asked_of_schools_in_general_is_not_yet_done_here(text: str, of_all: bool) -> None:
    assert bool(asked_of_all(Texts([text]))) is of_all
