"""Makes the files of the example trust anew: `make trust-example` (LibreOffice is needed).

Twelve invented schools of the invented Beacon Tides Trust, each with a story (README.md). Their policies are
generated from profiles, aged and marred here, or written by hand (`policies/*.md`, which this leaves alone).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx

from policy_kit.generate import generate_policy
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.libreoffice import libreoffice, word_to_pdf
from policy_kit.profile import load_profile, normalised, profile_as_yaml
from policy_kit.resources import bundled

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HERE = EXAMPLES / "trust"
AUTUMN = date(2026, 10, 12)
TRUST: dict[str, Any] = {
    "trust_name": "Beacon Tides Trust",
    "trust_safeguarding_lead": {"name": "Priti Osborne"},
    "local_authority": "Northmere Council",
    "safeguarding_partnership": "Northmere Safeguarding Children Partnership",
    "school_type": "academy",
    "governing_body_word": "local governing body",
    "approved_by": "Local governing body",
    "dpo": {"name": "DPO Services Ltd", "contact": "dpo@dposervices.example"},
    "it_provider": {"name": "BrightNet Schools", "contact": "01632 960111"},
    "lado_contact": "LADO, Northmere, 01632 960222",
    "social_care_contact": "Northmere front door, 01632 960333",
    "prevent_contact": "prevent@northmere.example",
    "police_contact": "PC 4021, Northmere Police, 01632 960101",
}
# slug: (example to start from, name, short name, URN, head, DSL, deputies, link governor, chair)
SCHOOLS: dict[str, tuple[str, str, str, str, str, str, tuple[str, ...], str, str]] = {
    "saltmarsh-junior": ("primary-in-a-trust", "Saltmarsh Junior School", "Saltmarsh", "199102",
        "Mr Callum Rusk", "Mrs Tessa Orme", ("Mr Amit Sile", "Miss Joy Penhall"), "Mrs Edie Carn",
        "Mr Bo Tring"),
    "otterbrook-infant": ("primary-in-a-trust", "Otterbrook Infant School", "Otterbrook", "199103",
        "Miss Lena Dray", "Mrs Carys Munt", ("Mr Jude Farrow",), "Mr Ned Ashby", "Mrs Ros Quill"),
    "tern-point": ("secondary-with-sixth-form", "Tern Point Academy", "Tern Point", "199104",
        "Dr Helen Varley", "Mr Sunil Brock", ("Ms Ruth Olde", "Mr Gethin Sorrell"), "Dr Ada Fisk",
        "Mr Col Hythe"),
    "gull-rock": ("primary-in-a-trust", "Gull Rock Primary School", "Gull Rock", "199106",
        "Mrs Sheila Tamm", "Mr Rory Caul", ("Mrs Bea Lintott",), "Mr Art Selby", "Ms Kay Dune"),
    "ferry-road": ("primary-in-a-trust", "Ferry Road Primary School", "Ferry Road", "199109",
        "Mr Duncan Peel", "Miss Olwen Starke", ("Mr Vik Rowan",), "Mrs May Cotter", "Mr Ivo Stead"),
    "cobble-bay": ("primary-in-a-trust", "Cobble Bay Church of England Primary School", "Cobble Bay",
        "199110",
        "Mrs Anthea Coy", "Mr Felix Garrow", ("Mrs Dot Wain",), "Revd Sid Marlow", "Mrs Pru Hale"),
    "larkspur": ("special", "Larkspur School", "Larkspur", "199107",
        "Mrs Ines Calder", "Mr Tobias Wren", ("Ms Asha Kell",), "Mr Reg Thorpe", "Mrs Una Dell"),
}  # fmt: skip


_TO_2024 = (("2026", "2024"), ("2027", "2025"))
_TO_SPRING_2025 = (
    ("8 October 2026", "12 March 2025"),
    ("3 September 2026", "3 March 2025"),
    ("1 September 2027", "1 March 2026"),
)


def main() -> None:
    """Write profiles, the earlier template and the policies that are not written by hand."""
    schools = {slug: _fields(slug) for slug in SCHOOLS}
    for slug, fields in schools.items():
        (HERE / "profiles" / f"{slug}.yaml").write_text(profile_as_yaml(fields), encoding="utf-8")
    harrow_lane = dict(load_profile(EXAMPLES / "primary-in-a-trust" / "profile.yaml").fields)
    for look in ("logo", "logo_description"):
        harrow_lane.pop(look, None)
    (HERE / "profiles" / "harrow-lane.yaml").write_text(profile_as_yaml(harrow_lane), encoding="utf-8")
    _registered_only()
    present, earlier = (HERE / "templates" / f"beacon-tides-{year}.docx" for year in (2026, 2024))
    present.write_bytes(bundled("templates").joinpath("online-safety", "template.docx").read_bytes())
    earlier.write_bytes(_earlier_template())
    made = {
        slug: _policy(slug, present)
        for slug in ("harrow-lane", *SCHOOLS)
        if slug not in ("ferry-road", "cobble-bay")
    }
    _write("harrow-lane.docx", made["harrow-lane"])
    _write("saltmarsh-junior.docx", _changed(made["saltmarsh-junior"], _saltmarsh))
    _write(
        "otterbrook-infant.docx",
        _without_record(_margins(_changed(made["harrow-lane"], _otterbrook), *_TO_2024)),
    )
    _write("tern-point.pdf", word_to_pdf([made["tern-point"]])[0])
    _write("gull-rock.odt", _as_odt(_margins(_changed(made["gull-rock"], _gull_rock), *_TO_SPRING_2025)))
    old = {slug: _policy(slug, earlier) for slug in ("ferry-road", "cobble-bay")}
    _write("ferry-road.docx", _margins(_changed(old["ferry-road"], _of_2024), *_TO_2024))
    _write("cobble-bay.docx", _without_record(_margins(_changed(old["cobble-bay"], _cobble_bay), *_TO_2024)))
    _write("fen-gate.docx", _by_hand())
    _write("quayside.docx", made["harrow-lane"][:9000])


def _fields(slug: str) -> dict[str, Any]:
    example, name, short, urn, head, dsl, deputies, governor, chair = SCHOOLS[slug]
    fields = dict(load_profile(EXAMPLES / example / "profile.yaml").fields)
    site = slug.replace("-", "")
    fields |= TRUST | {
        "school_name": name, "short_name": short, "urn": urn,
        "headteacher": {"name": head}, "dsl": {"name": dsl, "contact": f"dsl@{site}.example"},
        "slt_filtering_lead": {"name": dsl},
        "deputy_dsls": [{"name": deputy} for deputy in deputies],
        "link_governor": {"name": governor},
        "chair_of_governors": {"name": chair, "contact": f"chair@{site}.example"},
        "policy_owner": {"name": dsl, "role": "DSL"},
        "school_email": f"office@{site}.example", "website": f"https://www.{site}.example",
        "email_system": f"Officium (@{site}.example)",
        "social_accounts": [{"platform": "FriendPage", "handle": site}],
    }  # fmt: skip
    for post in (
        "online_safety_lead",
        "senco",
        "computing_lead",
        "rshe_lead",
        "faith",
        "linked_policy_titles",
        "logo",
        "logo_description",
    ):
        fields.pop(post, None)
    fields["linked_policy_titles"] = [
        {"title": t} for t in ("Child protection policy 2026", "Behaviour policy", "Staff code of conduct",
                               "Data protection policy")
    ]  # fmt: skip
    if slug == "saltmarsh-junior":
        fields |= {"phase": "junior", "age_range": "7-11", "key_stages": ["KS2"], "has_eyfs": False}
    if slug == "otterbrook-infant":
        fields |= {"phase": "infant", "age_range": "3-7", "key_stages": ["EYFS", "KS1"]}
    if slug == "cobble-bay":
        fields["faith"] = "Church of England"
    return normalised(fields)


def _registered_only() -> None:
    """Fen Gate's profile holds what the register of schools knows, and waits for the rest."""
    known = {
        "school_name": "Fen Gate High School", "urn": "199105", "phase": "secondary", "age_range": "11-16",
        "key_stages": ["KS3", "KS4"], "has_eyfs": False, "has_sixth_form": False, "is_boarding": False,
        "school_type": "academy", "local_authority": "Northmere", "trust_name": "Beacon Tides Trust",
        "headteacher": {"name": "Mr Orson Blythe"}, "head_title": "Headteacher",
    }  # fmt: skip
    (HERE / "profiles" / "fen-gate.yaml").write_text(profile_as_yaml(known), encoding="utf-8")


def _policy(slug: str, template: Path) -> bytes:
    return generate_policy(load_profile(HERE / "profiles" / f"{slug}.yaml"), template, on=AUTUMN)


def _earlier_template() -> bytes:
    """The trust's template of 2024: the present one, less what was not known then."""
    parts = unpack(
        bundled("templates").joinpath("online-safety", "template.docx").read_bytes(), "template.docx"
    )
    xml = parts[DOCUMENT].decode()
    for now, then in (
        ("leads on safeguarding", "takes the lead on keeping children safe"),
        ("without unreasonably limiting teaching and learning", "and does not stand in the way of lessons"),
        ("Staff also supervise", "Teachers also keep an eye on"),
    ):
        assert now in xml, now
        xml = xml.replace(now, then)
    parts[DOCUMENT] = xml.encode()
    return pack(parts)


def _changed(policy: bytes, change: Callable[[str], str]) -> bytes:
    parts = unpack(policy, "policy.docx")
    parts[DOCUMENT] = change(parts[DOCUMENT].decode()).encode()
    return pack(parts)


def _margins(policy: bytes, *pairs: tuple[str, str]) -> bytes:
    """The same with the words changed in its headers and footers."""
    parts = unpack(policy, "policy.docx")
    for name in parts:
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            for before, after in pairs:
                parts[name] = parts[name].replace(before.encode(), after.encode())
    return pack(parts)


def _swap(xml: str, *pairs: tuple[str, str]) -> str:
    for before, after in pairs:
        assert before in xml, before
        xml = xml.replace(before, after)
    return xml


def _saltmarsh(xml: str) -> str:
    """Up to date, but one passage was taken from Harrow Lane with its safeguarding lead in it."""
    return _swap(
        xml, ("reads reports, acts on concerns", "reads reports with Mr Owen Pryce, acts on concerns")
    )


def _otterbrook(xml: str) -> str:
    """Harrow Lane's policy taken over with another name on it, two years ago."""
    xml = re.sub(r"(Harrow Lane Primary School)", "Otterbrook Infant School", xml, count=3)
    return _swap(xml, ("Mr Owen Pryce", "Mrs Carys Munt"), ("Mrs Ade Larkin", "Miss Lena Dray"), *_TO_2024)


def _gull_rock(xml: str) -> str:
    """Approved in the spring of last year and not looked at since."""
    return _swap(xml, *_TO_SPRING_2025)


def _of_2024(xml: str) -> str:
    """The guidance and the dates as they were when it was written."""
    return _swap(xml, *_TO_2024)


def _cobble_bay(xml: str) -> str:
    """The template of 2024, saved anew by another program, with what it tells authors left standing."""
    return _swap(_of_2024(xml), ("PC 4021, Northmere Police", "[insert name], Northmere Police"))


def _without_record(policy: bytes) -> bytes:
    """The file as another program saves it: without the record of how it was made."""
    parts = {name: data for name, data in unpack(policy, "policy.docx").items() if "customXml" not in name}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<(?:Relationship|Override) [^>]*customXml[^>]*/>", b"", parts[name])
    return pack(parts)


def _as_odt(policy: bytes) -> bytes:
    program = libreoffice()
    assert program, "LibreOffice is needed"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "policy.docx")
        file.write_bytes(policy)
        subprocess.run(
            [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless",
             "--convert-to", "odt", "--outdir", folder, str(file)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return file.with_suffix(".odt").read_bytes()


def _by_hand() -> bytes:
    """Fen Gate's policy of 2021: bold lines for headings, as someone typed them."""
    text = (EXAMPLES / "old-policy" / "policy.md").read_text(encoding="utf-8").split("---", 2)[2]
    for before, after in (
        ("Fennel Brook Primary School", "Fen Gate High School"),
        ("Larkfield Infant School", "Gull Rock Primary School"),
        ("Mrs Hazel Quill", "Mr Otis Wray"), ("Mrs H Quill", "Mr O Wray"),
        ("Mrs Marian Stroud", "Mr Orson Blythe"),
        ("She keeps", "He keeps"),
    ):  # fmt: skip
        text = text.replace(before, after)
    file = docx.Document()
    for line in text.splitlines():
        plain = line.strip().replace("**", "")
        if not plain or set(plain) <= set("|- "):
            continue
        if line.startswith("#"):
            file.add_paragraph().add_run(plain.lstrip("# ")).bold = True
        elif line.startswith("- "):
            file.add_paragraph(plain[2:], style="List Bullet")
        else:
            file.add_paragraph(plain.strip("| ").replace(" | ", ": "))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "policy.docx")
        file.save(str(path))
        return pack(unpack(path.read_bytes(), "policy.docx"))


def _write(name: str, data: bytes) -> None:
    (HERE / "policies" / name).write_bytes(data)
    sys.stdout.write(f"{name}: {len(data):,} bytes\n")


if __name__ == "__main__":
    main()
