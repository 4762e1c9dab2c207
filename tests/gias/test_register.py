"""The register's files with their real columns, and schools that do not exist."""

from __future__ import annotations

import csv
import io
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from policy_kit.errors import PolicyKitError, UnreadableFile
from policy_kit.gias import all_school_names, find_group, find_school, school_fields, schools_of_group
from policy_kit.profile import missing_fields, normalised, validate_profile

SCHOOL_COLUMNS = """
URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|
TypeOfEstablishment (name)|EstablishmentTypeGroup (code)|EstablishmentTypeGroup (name)|
EstablishmentStatus (code)|EstablishmentStatus (name)|ReasonEstablishmentOpened (code)|
ReasonEstablishmentOpened (name)|OpenDate|ReasonEstablishmentClosed (code)|
ReasonEstablishmentClosed (name)|CloseDate|PhaseOfEducation (code)|PhaseOfEducation (name)|StatutoryLowAge|
StatutoryHighAge|Boarders (code)|Boarders (name)|NurseryProvision (name)|OfficialSixthForm (code)|
OfficialSixthForm (name)|Gender (code)|Gender (name)|ReligiousCharacter (code)|ReligiousCharacter (name)|
ReligiousEthos (name)|Diocese (code)|Diocese (name)|AdmissionsPolicy (code)|AdmissionsPolicy (name)|
SchoolCapacity|SpecialClasses (code)|SpecialClasses (name)|CensusDate|NumberOfPupils|NumberOfBoys|
NumberOfGirls|PercentageFSM|TrustSchoolFlag (code)|TrustSchoolFlag (name)|Trusts (code)|Trusts (name)|
SchoolSponsorFlag (name)|SchoolSponsors (name)|FederationFlag (name)|Federations (code)|Federations (name)|
UKPRN|FEHEIdentifier|FurtherEducationType (name)|LastChangedDate|Street|Locality|Address3|Town|
County (name)|Postcode|SchoolWebsite|TelephoneNum|HeadTitle (name)|HeadFirstName|HeadLastName|
HeadPreferredJobTitle|BSOInspectorateName (name)|InspectorateReport|DateOfLastInspectionVisit|
NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|CCF (name)|SENPRU (name)|EBD (name)|PlacesPRU|
FTProv (name)|EdByOther (name)|Section41Approved (name)|SEN1 (name)|SEN2 (name)|SEN3 (name)|SEN4 (name)|
SEN5 (name)|SEN6 (name)|SEN7 (name)|SEN8 (name)|SEN9 (name)|SEN10 (name)|SEN11 (name)|SEN12 (name)|
SEN13 (name)|TypeOfResourcedProvision (name)|ResourcedProvisionOnRoll|ResourcedProvisionCapacity|
SenUnitOnRoll|SenUnitCapacity|GOR (code)|GOR (name)|DistrictAdministrative (code)|
DistrictAdministrative (name)|AdministrativeWard (code)|AdministrativeWard (name)|
ParliamentaryConstituency (code)|ParliamentaryConstituency (name)|UrbanRural (code)|UrbanRural (name)|
GSSLACode (name)|Easting|Northing|MSOA (name)|LSOA (name)|InspectorateName (name)|SENStat|SENNoStat|
BoardingEstablishment (name)|PropsName|PreviousLA (code)|PreviousLA (name)|PreviousEstablishmentNumber|
Country (name)|UPRN|SiteName|QABName (code)|QABName (name)|EstablishmentAccredited (code)|
EstablishmentAccredited (name)|QABReport|CHNumber|MSOA (code)|LSOA (code)|FSM|AccreditationExpiryDate
""".replace("\n", "").split("|")
LINK_COLUMNS = """
URN|Group UID|Group ID|Group Name|Companies House Number|Group Type (code)|Group Type|Closed Date|
Group Status (code)|Group Status|Joined date|EstablishmentName|TypeOfEstablishment (code)|
TypeOfEstablishment (name)|PhaseOfEducation (code)|PhaseOfEducation (name)|LA (code)|LA (name)|
Incorporated on (open date)|Open date|URN_GroupUID
""".replace("\n", "").split("|")
GROUP_COLUMNS = """
Group UID|Group ID|Group Name|Companies House Number|Group Type (code)|Group Type|Closed Date|
Group Status (code)|Group Status|Group Contact Street|Group Contact Locality|Group Contact Town|
Group Contact Postcode|Head of Group Title|Head of Group First Name|Head of Group Last Name|UKPRN|
Incorporated on (open date)|Open date
""".replace("\n", "").split("|")

PRIMARY = {
    "URN": "199001",
    "LA (name)": "Northmere",
    "EstablishmentName": "Harrow Lane Primary School",
    "TypeOfEstablishment (name)": "Academy converter",
    "EstablishmentStatus (name)": "Open",
    "PhaseOfEducation (name)": "Primary",
    "StatutoryLowAge": "3",
    "StatutoryHighAge": "11",
    "Boarders (name)": "No boarders",
    "NurseryProvision (name)": "Has Nursery Classes",
    "OfficialSixthForm (name)": "Does not have a sixth form",
    "ReligiousCharacter (name)": "Does not apply",
    "TrustSchoolFlag (name)": "Supported by a multi-academy trust",
    "Trusts (name)": "BEACON TIDES TRUST",
    "SchoolWebsite": "www.harrowlane.example",
    "TelephoneNum": "01632960100",
    "HeadTitle (name)": "Mrs",
    "HeadFirstName": "Adé",
    "HeadLastName": "Larkin",
    "HeadPreferredJobTitle": "Head Teacher",
}


def _csv(columns: list[str], rows: list[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", quoting=csv.QUOTE_ALL, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _register(folder: Path, *rows: dict[str, str], encoding: str = "cp1252", day: str = "20261120") -> Path:
    path = folder / f"edubasealldata{day}.csv"
    path.write_bytes(_csv(SCHOOL_COLUMNS, [PRIMARY | row for row in rows]).encode(encoding))
    return path


def _links(folder: Path, *members: tuple[str, str]) -> Path:
    path = folder / "alllinksdata20261120.csv"
    rows = [{"URN": urn, "Group UID": uid, "Joined date": "01-09-2019"} for urn, uid in members]
    path.write_bytes(_csv(LINK_COLUMNS, rows).encode("cp1252"))
    return path


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_a_school_is_found_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    register = _register(tmp_path, {"URN": "199002"}, {"EstablishmentName": "St Zoë’s"}, encoding=encoding)
    row = find_school(register, " 199001 ")
    assert row["EstablishmentName"] == "St Zoë’s"
    assert row["HeadFirstName"] == "Adé"


def test_a_folder_stands_for_its_newest_file(tmp_path: Path) -> None:
    _register(tmp_path, {"EstablishmentName": "Old"}, day="20251120")
    _register(tmp_path, {"EstablishmentName": "New"}, day="20261120")
    assert find_school(tmp_path, "199001")["EstablishmentName"] == "New"


def test_columns_may_come_go_and_move(tmp_path: Path) -> None:
    path = tmp_path / "edubasealldata20270101.csv"
    path.write_text(
        "Newcomer,EstablishmentStatus (name),EstablishmentName,URN\nx,Open,Fen Bank,199009\n", "cp1252"
    )
    assert school_fields(find_school(path, "199009")) == {"school_name": "Fen Bank", "urn": "199009"}


@pytest.mark.parametrize(
    ("row", "urn", "said"),
    [
        ({}, "199999", "no school has the number 199999"),
        (
            {"EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2024"},
            "199001",
            r"Harrow Lane Primary School \(199001\) closed on 31-08-2024; give the school that followed it",
        ),
    ],
)
def test_schools_that_are_not_there(tmp_path: Path, row: dict[str, str], urn: str, said: str) -> None:
    with pytest.raises(PolicyKitError, match=said):
        find_school(_register(tmp_path, row), urn)


def test_files_that_are_not_the_register(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Name,Number\nHarrow Lane,199001\n", encoding="utf-8")
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    for path in (other, empty):
        with pytest.raises(UnreadableFile, match="has no column 'URN'"):
            find_school(path, "199001")
    with pytest.raises(UnreadableFile, match="there is no such file"):
        find_school(tmp_path / "none.csv", "199001")
    with pytest.raises(UnreadableFile, match=r"holds no edubasealldata….csv"):
        find_school(tmp_path, "199001")


def test_the_names_of_all_schools_open_or_closed(tmp_path: Path) -> None:
    _register(
        tmp_path,
        {"URN": "1", "EstablishmentName": "St Méabh’s School", "EstablishmentStatus (name)": "Open"},
        {"URN": "2", "EstablishmentName": "Elm Bank School", "EstablishmentStatus (name)": "Closed"},
        {"URN": "3", "EstablishmentName": "Elm Bank School", "EstablishmentStatus (name)": "Open"},
    )
    assert all_school_names(tmp_path) == ("Elm Bank School", "St Méabh’s School")
    with pytest.raises(UnreadableFile, match="there is no such file"):
        all_school_names(tmp_path / "none.csv")


def test_a_trust_is_its_open_schools_by_the_links_file(tmp_path: Path) -> None:
    _register(
        tmp_path,
        {"URN": "199011", "EstablishmentName": "Tern Lane"},
        {"URN": "199012", "EstablishmentName": "Fen Bank"},
        {"URN": "199013", "EstablishmentName": "Old Mill", "EstablishmentStatus (name)": "Closed"},
        {
            "URN": "199014",
            "EstablishmentName": "Ash",
            "EstablishmentStatus (name)": "Open, but proposed to close",
        },
        {"URN": "199015", "EstablishmentName": "New", "EstablishmentStatus (name)": "Proposed to open"},
        # This row names the trust, and the links file does not: the links file is right.
        {"URN": "199016", "EstablishmentName": "Elsewhere"},
    )
    members = ("199011", "199012", "199013", "199014", "199015", "199099")
    _links(tmp_path, *((urn, "7001") for urn in members), ("199016", "7002"))
    names = [row["EstablishmentName"] for row in schools_of_group(tmp_path, "7001")]
    assert names == ["Ash", "Fen Bank", "Tern Lane"]
    with pytest.raises(PolicyKitError, match="no school belongs to a group with the Group UID 7003"):
        schools_of_group(tmp_path, "7003")


def test_a_group_is_found_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "allgroupsdata20261120.csv"
    path.write_bytes(_csv(GROUP_COLUMNS, [{"Group UID": "7001", "Group Name": "Beacon Tides"}]).encode())
    assert find_group(tmp_path, "7001")["Group Name"] == "Beacon Tides"
    with pytest.raises(PolicyKitError, match="no group has the Group UID 7002"):
        find_group(tmp_path, "7002")


def test_what_the_register_knows_of_a_primary_academy() -> None:
    assert school_fields(PRIMARY) == {
        "school_name": "Harrow Lane Primary School",
        "urn": "199001",
        "phase": "primary",
        "school_type": "academy",
        "local_authority": "Northmere",
        "is_boarding": False,
        "headteacher": {"name": "Mrs Adé Larkin"},
        "head_title": "Headteacher",
        "website": "www.harrowlane.example",
        "school_phone": "01632960100",
        "trust_name": "BEACON TIDES TRUST",
        "age_range": "3-11",
        "key_stages": ["EYFS", "KS1", "KS2"],
        "has_eyfs": True,
        "has_sixth_form": False,
    }


# type, phase, ages, sixth form -> phase, school type, stages
KINDS: list[tuple[str, str, str, str, str, str, str]] = [
    ("Local authority nursery school", "Nursery", "2-5", "n/a", "nursery", "community", "EYFS"),
    ("Community school", "Primary", "4-7", "Does not have a sixth form", "infant", "community", "EYFS KS1"),
    ("Voluntary controlled school", "Primary", "7-11", "", "junior", "voluntary-controlled", "KS2"),
    ("Voluntary aided school", "Primary", "5-9", "", "primary", "voluntary-aided", "KS1 KS2"),
    ("Foundation school", "Middle deemed secondary", "9-13", "", "middle", "foundation", "KS2 KS3"),
    ("Academy sponsor led", "Secondary", "11-18", "Has a sixth form", "secondary", "academy", "KS3 KS4 KS5"),
    (
        "Community school",
        "Secondary",
        "11-18",
        "Does not have a sixth form",
        "secondary",
        "community",
        "KS3 KS4",
    ),
    (
        "University technical college",
        "Secondary",
        "14-19",
        "Has a sixth form",
        "secondary",
        "free-school",
        "KS4 KS5",
    ),
    ("Free schools 16 to 19", "16 plus", "16-19", "Not applicable", "sixth-form", "free-school", "KS5"),
    (
        "Free schools",
        "All-through",
        "4-18",
        "Has a sixth form",
        "all-through",
        "free-school",
        "EYFS KS1 KS2 KS3 KS4 KS5",
    ),
    (
        "Non-maintained special school",
        "Not applicable",
        "11-19",
        "Not applicable",
        "special",
        "non-maintained-special",
        "KS3 KS4 KS5",
    ),
    ("Academy special converter", "Not applicable", "5-16", "", "special", "academy", "KS1 KS2 KS3 KS4"),
    ("Pupil referral unit", "Not applicable", "5-16", "", "alternative", "pru", "KS1 KS2 KS3 KS4"),
    (
        "Free schools alternative provision",
        "Not applicable",
        "13-16",
        "",
        "alternative",
        "free-school",
        "KS3 KS4",
    ),
    ("Other independent school", "Not applicable", "3-13", "", "primary", "independent", "EYFS KS1 KS2 KS3"),
    ("Other independent school", "Not applicable", "11-18", "", "secondary", "independent", "KS3 KS4 KS5"),
    (
        "Other independent school",
        "Not applicable",
        "2-18",
        "",
        "all-through",
        "independent",
        "EYFS KS1 KS2 KS3 KS4 KS5",
    ),
    (
        "Other independent special school",
        "Not applicable",
        "7-19",
        "",
        "special",
        "independent",
        "KS2 KS3 KS4 KS5",
    ),
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind[0]} {kind[2]}")
def test_kinds_of_school(kind: tuple[str, ...]) -> None:
    type_name, phase_name, ages, sixth_form, phase, school_type, stages = kind
    low, _, high = ages.partition("-")
    row = PRIMARY | {
        "TypeOfEstablishment (name)": type_name,
        "PhaseOfEducation (name)": phase_name,
        "StatutoryLowAge": low,
        "StatutoryHighAge": high,
        "OfficialSixthForm (name)": sixth_form,
        "NurseryProvision (name)": "",
    }
    fields: dict[str, Any] = school_fields(row)
    assert (fields["phase"], fields["school_type"]) == (phase, school_type)
    assert fields["key_stages"] == stages.split()
    missing = missing_fields(fields)
    assert [str(f) for f in validate_profile(fields) if f.field not in missing] == []
    assert ("trust_name" in fields) == (school_type in ("academy", "free-school"))


@pytest.mark.parametrize(
    ("boarders", "boarding", "known"),
    [
        ("Boarding school", "", True),
        ("Children's Home (Boarding school)", "", True),
        ("No boarders", "Has boarders", False),
        ("Not applicable", "Has boarders", True),
        ("Not applicable", "Does not have boarders", False),
        ("", "", None),
    ],
)
def test_boarders(boarders: str, boarding: str, known: bool | None) -> None:
    fields = school_fields(PRIMARY | {"Boarders (name)": boarders, "BoardingEstablishment (name)": boarding})
    assert fields.get("is_boarding") is known


def test_what_the_register_leaves_blank_is_left_to_be_asked() -> None:
    blank = dict.fromkeys(PRIMARY, "") | {"EstablishmentName": "Fen Bank", "URN": "199009"}
    assert school_fields(blank) == {"school_name": "Fen Bank", "urn": "199009"}
    ages = school_fields(PRIMARY | {"StatutoryLowAge": "11", "StatutoryHighAge": "3"})
    assert "age_range" not in ages


def test_a_faith_and_a_head_without_a_first_name() -> None:
    fields = school_fields(PRIMARY | {"ReligiousCharacter (name)": "Roman Catholic", "HeadFirstName": ""})
    assert fields["faith"] == "Roman Catholic"
    assert normalised(fields)["headteacher"] == {"name": "Mrs Larkin"}


def test_a_whole_register_is_read_quickly_and_as_a_stream(tmp_path: Path) -> None:
    filler = "An invented school whose row is as long as a row of the register is, more or less"
    padding = dict.fromkeys(("Street", "Locality", "PropsName", "SiteName", "SchoolSponsors (name)"), filler)
    text = _csv(SCHOOL_COLUMNS, [PRIMARY | padding])
    header, row = text.splitlines()[:2]
    path = tmp_path / "edubasealldata20261120.csv"
    count = 52_000
    with path.open("w", encoding="cp1252", newline="") as out:
        out.write(f"{header}\r\n")
        out.writelines(f"{row.replace('199001', str(100_000 + n))}\r\n" for n in range(count))
    _links(tmp_path, *((str(100_000 + n), "7001") for n in range(0, count, 1300)))
    begun = time.monotonic()
    found = schools_of_group(tmp_path, "7001")
    took = time.monotonic() - begun
    assert len(found) == 40
    assert took < 6  # 1 s on the machine it was written on, and three times that under load
    tracemalloc.start()
    find_school(path, "100900")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000
