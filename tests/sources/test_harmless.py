"""Reading a file sends nothing, writes nothing, starts nothing, and stays within its memory and time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources.docx.build import Parts, files_of, para, word_file, zipped

_ROOT = Path(__file__).resolve().parents[2]
# An audit hook sees each opened file and socket of a process and cannot be taken away, so it gets its own.
_WATCHED = """
import resource, sys, time
from pathlib import Path

import lxml.etree
from policy_kit.errors import UnreadableFile
from policy_kit.sources.docx import read_docx, reading

def watch(event, details):
    writes = event == "open" and isinstance(details[1], str) and set(details[1]) & set("wax+")
    if writes or event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.remove", "ctypes.")):
        print("HARM", event, details)

path = Path(sys.argv[1])
data = path.read_bytes()
sys.addaudithook(watch)
started = time.perf_counter()
try:
    print("read", len(read_docx(path, data).blocks))
except UnreadableFile as error:
    print("refused", error)
print("seconds", time.perf_counter() - started)
# Linux counts what the process that started this one held as its own peak; the status file does not.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), None)
print("megabytes", int(peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024)
"""


def _watched(tmp_path: Path, data: bytes) -> dict[str, str]:
    path = tmp_path / "policy.docx"
    path.write_bytes(data)
    command = [sys.executable, "-c", _WATCHED, str(path)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert "HARM" not in done.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["policy.docx"]
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_links_to_the_outside_are_not_followed(tmp_path: Path) -> None:
    relations = {
        "rId7": ("image", "http://pictures.example/a.png"),
        "rId8": ("attachedTemplate", "http://templates.example/a.dotm"),
        "rId9": ("hyperlink", "file:///etc/passwd"),
        "rId10": ("aFChunk", "http://chunks.example/a.html"),
    }
    body = f'{para("x")}<w:altChunk r:id="rId10"/><w:subDoc r:id="rId9"/>'
    assert _watched(tmp_path, word_file(Parts(body, relations=relations)))["read"] == "1"


@pytest.mark.parametrize(
    "body",
    [
        '<w:r><w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t>ab </w:t></w:r>' * 90_000,
        "<w:bookmarkStart/>" * 1_200_000,
    ],
    ids=["runs", "bookmarks"],
)
def test_a_file_just_within_the_limits_stays_within_memory_and_time(tmp_path: Path, body: str) -> None:
    told = _watched(tmp_path, zipped(files_of(Parts(f"<w:p>{body}</w:p>")), packing=0))
    assert "read" in told
    assert float(told["seconds"]) < 10
    assert int(told["megabytes"]) < 500
