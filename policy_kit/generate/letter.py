"""Makes the template of a trust's letter to a school: a Word file that a trust may make its own in Word.

`LETTER_FIELDS` are the names it may use; tags are as in any template (docs/templates.md).
"""

from __future__ import annotations

from policy_kit.generate.fragments import field, paragraph, run, tag_paragraph
from policy_kit.generate.layout import build_layout
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.generate.wordml import R, W

LETTER_FIELDS = {
    "trust": "the trust's name",
    "school": "the school's name",
    "to": "who answers for the policy at the school, if the manifest says so",
    "contact": "who leads on this for the trust, if the manifest says so",
    "date": "the day of the report",
    "files": "the school's files, as a list",
    "state": "read, not-read or no-policy",
    "trouble": "why a file could not be used, as a list",
    "due": "the day this round ends, if it is still to come",
    "round": "the name of this round",
    "next_review": "the next review date that the policy gives",
    "overdue": "yes if that date is past",
    "first": "what to mend before anyone signs: a list of what, where and mend",
    "first_more": "how many more such there are",
    "later": "what to mend before the next review: a list of what, where and mend",
    "later_more": "how many more such there are",
    "missing": "the sections not found, as a list",
    "thin": "the thin sections, as a list",
    "borrowed": "names of other members left in, a sentence each",
    "copied": "facts that neighbours have mended in the same text, a sentence each",
    "old_template": "yes if it comes from an earlier template of the trust",
    "step": "what does not fit this round, a sentence each",
}
_FOOTER = (
    run("{{ school }}: online safety policy")
    + "<w:r><w:tab/></w:r>"
    + run("Page ")
    + field(" PAGE ", run("1"))
)
_SMALL = '<w:i/><w:sz w:val="20"/>'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def build_letter() -> bytes:
    """Return the letter's template; the same bytes every time."""
    parts = unpack(build_layout(), "layout.docx")
    parts[DOCUMENT] = (_XML + _document()).encode()
    parts["word/header1.xml"] = _margin("hdr", "Header", run("{{ trust }}"))
    parts["word/footer1.xml"] = _margin("ftr", "Footer", _FOOTER)
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"{{ school_name }}", b"{{ trust }}")
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"{{ school_name }}", b"{{ trust }}")
    return pack(parts)


def _margin(element: str, style: str, runs: str) -> bytes:
    xml = f'<w:{element} xmlns:w="{W}" xmlns:r="{R}">{paragraph(style, runs)}</w:{element}>'
    return (_XML + xml).encode()


def _text(words: str) -> str:
    return paragraph("BodyText", run(words))


def _when(condition: str, *inside: str) -> str:
    return tag_paragraph(f"if {condition}") + "".join(inside) + tag_paragraph("endif")


def _each(name: str, *inside: str) -> str:
    return tag_paragraph(f"for item in {name}") + "".join(inside) + tag_paragraph("endfor")


def _heading(words: str) -> str:
    return paragraph("AppendixSubheading", run(words))


def _points(name: str) -> str:
    what = run("{{ item.what }}") + run("{% if item.where %} ({{ item.where }}){% endif %}", _SMALL)
    mend = "<w:r><w:br/></w:r>" + run("{% if item.mend %}{{ item.mend }}{% endif %}")
    more = f"{{{{ {name}_more }}}} more stand on your school’s page of the report."
    return _each(name, paragraph("ListBullet", what + mend)) + _when(f"{name}_more", _text(more))


def _sentences(name: str) -> str:
    return _each(name, paragraph("ListBullet", run("{{ item }}")))


_NOT_READ = "We could not read your policy. Please send a fresh copy{% if due %} by {{ due }}{% endif %}."
_NO_POLICY = (
    "We found no online safety policy of yours. Please send the one you use"
    "{% if due %} by {{ due }}{% endif %}."
)
_READ = (
    "We read your policy ({{ files|listed }}) on {{ date }}, with a tool that reports what it finds, and "
    "does not find, in the words of a policy. Look at each point before you change anything: you know the "
    "school."
)
_NOTHING = "We found nothing that must be mended before it is signed."
_OLD_TEMPLATE = (
    "Your policy comes from an earlier template of ours. The present one has this year’s guidance in it; ask "
    "us for a policy made from it."
)
_NEXT = "Your policy gives {{ next_review }} as its next review{% if overdue %}, which is past{% endif %}."
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" w:header="624" w:footer="567" '
    'w:gutter="0"/><w:titlePg/></w:sectPr>'
)


def _document() -> str:
    body = (
        paragraph("Subtitle", run("{{ trust }}")),
        _text("{{ date }}"),
        _when("to", _text("To {{ to }}, {{ school }}")),
        _when("not to", _text("To {{ school }}")),
        _text("Dear colleague"),
        paragraph("ContentsHeading", run("Your online safety policy: what to mend, and by when")),
        _when("state == 'not-read'", _text(_NOT_READ), _sentences("trouble")),
        _when("state == 'no-policy'", _text(_NO_POLICY), _sentences("trouble")),
        _when("state == 'read'", _text(_READ)),
        _when("state == 'read' and not first", _text(_NOTHING)),
        _when(
            "first",
            _heading("Mend before anyone signs it{% if due %}, and by {{ due }}{% endif %}"),
            _points("first"),
        ),
        _when("missing", _text("Sections not found: {{ missing|listed }}.")),
        _when("thin", _text("Sections that say little of what they must: {{ thin|listed }}.")),
        _when("borrowed", _heading("Names of other schools or their staff"), _sentences("borrowed")),
        _when("copied", _heading("What neighbours have mended in the same text"), _sentences("copied")),
        _when("old_template", _heading("The trust’s wording"), _text(_OLD_TEMPLATE)),
        _when(
            "step or next_review", _heading("Dates"), _sentences("step"), _when("next_review", _text(_NEXT))
        ),
        _when("later", _heading("Mend before the next review"), _points("later")),
        _when("contact", _text("Questions, and the policy when it is mended, go to {{ contact }}.")),
        _PAGE,
    )
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}</w:body></w:document>'
