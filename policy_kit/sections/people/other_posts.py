"""The wordings of posts that no role is for: the office manager, a governor for another matter."""

from __future__ import annotations

SUBJECT = (
    r"(?:English|maths|mathematics|science|literacy|phonics|reading|writing|music|drama|PE|history|geography"
    r"|languages|assessment|curriculum|EAL|STEM|citizenship|technology|e-?learning|digital learning)"
)
_NUMBER = r"(?:\d{1,2}|R|one|two|three|four|five|six|seven)"

OTHER_WORDINGS: tuple[str, ...] = (
    (
        r"(?:school\s|senior\s|main\s)?(?:office|admin(?:istration|istrative)?)\s"
        r"(?:manager|administrator|assistant|lead|secretary|receptionist)"
        r"|school (?:secretary|administrator|receptionist)"
    ),
    r"(?:(?:designated|senior)\s)?attendance (?:lead|leader|officer|manager|champion)",
    (
        r"(?:pastoral|behaviour|well-?being|welfare|early help|(?:student|pupil|family|parent) support"
        r"|home[- ]school)(?:\s(?:and|&)\s\w+)?\s(?:support\s|liaison\s|link\s)?"
        r"(?:lead|leader|manager|officer|worker|adviser|co-?ordinator)"
    ),
    # "Mrs Reed (Pastoral)"; of "Deputy Head (Pastoral)" it is a part.
    (
        r"in the (?:school |main |front )?office"
        r"|(?<!head \()(?<!teacher \()(?<!principal \()(?<=\()pastoral(?=\))"
    ),
    (
        r"(?:chairs|leads|runs) (?:the|our) (?:online safety|e-?safety|safeguarding)"
        r" (?:group|committee|team|working party)"
        r"|(?:online safety|e-?safety|safeguarding) (?:group|committee|working (?:group|party))"
        r" is (?:chaired|led|run)(?=\sby)"
    ),
    r"house\s?(?:parent|master|mistress)|matron|librarian|educational visits co-?ordinator",
    r"(?:schools?|link) officer",
    r"(?:approved|reviewed|checked|authorised|agreed|ratified|revised|updated|adapted) by(?=\s*:?\s*$)",
    r"(?:lead|leader|officer|co-?ordinator) for [a-z-]+(?:\s[a-z-]+)?(?=\s*:?\s*$)",
    (
        r"(?:(?:SEN|SEND|lead|senior)\s)?(?:HLTA|teaching assistant)"
        r"|(?:speech and language|occupational|art|play|music) therapist"
        r"|(?:educational|school) psychologist|education welfare officer"
        r"|(?:school )?police (?:liaison )?officer"
    ),
    r"(?:(?:link|named|lead)\s)?governors?\sfor\s(?:[\w&/-]+\s?){1,4}?(?=\s?(?:\bis\b|[:(,|–-]|$))",
    r"governors?\s(?:with\s(?:\w+\s)?responsibility|responsible)",
    r"learning mentor|school (?:counsellor|nurse|librarian)|safer schools officer|form tutor",
    (
        r"(?:site|premises|facilities|estates|data|exams?|examinations?|HR|human resources|personnel"
        r"|communications?|marketing|finance|operations|social media|admissions)\s"
        r"(?:manager|officer|lead|director|editor|supervisor)"
    ),
    (
        rf"(?:key stage|KS|phase|year|early years|EYFS|foundation(?: stage)?|reception|{SUBJECT})"
        rf"(?:\s?{_NUMBER})?\s(?:subject\s)?(?:lead|leader|co-?ordinator)s?"
    ),
    rf"(?:year|class|reception|nursery|KS)(?:\s?{_NUMBER})?\s(?:class\s)?teacher",
    rf"(?:class\s)?teacher (?:of|in|for) (?:year|class|KS)\s?{_NUMBER}",
    r"(?:senior|lead|early years) practitioners?|room leaders?",
    r"(?:deputy|assistant) (?:nursery\s|pre-?school\s)?manager",
    (
        r"(?:whistle-?blowing|parent|staff|co-opted|foundation|health and safety|pupil premium|attendance"
        r"|data protection|GDPR|well-?being|SEND?|inclusion|curriculum)\sgovernor"
    ),
    r"governors?(?:['’]s?)? representative",
    (
        r"(?:area\s)?(?:safeguarding|child protection|education|school improvement|ICT|IT|e-?safety"
        r"|online safety)\s(?:link\s|support\s)?(?:advis[eo]r|consultant)"
    ),
    r"chief (?:operating|operations|financial|finance|information|technology) officer|company secretary",
    r"clerk to (?:the\s)?(?:governors|governing (?:body|board)|trustees|board)|governance professional",
)
