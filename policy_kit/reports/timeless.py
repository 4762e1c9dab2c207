"""Packs Word and Excel files again without the clock in them, so that the same audit gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

_OLDEST = (1980, 1, 1, 0, 0, 0)  # the oldest time a zip entry can carry
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_PROPERTIES = "docProps/core.xml"


def without_clock(package: bytes, on: date) -> bytes:
    """Return the same .docx or .xlsx with the day of the audit in place of the time of writing."""
    out = io.BytesIO()
    told = f"{on.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == _PROPERTIES:
                content = _TIMES.sub(rb"\g<1>" + told + rb"\g<2>", content)
            entry = zipfile.ZipInfo(info.filename, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content, compresslevel=6)
    return out.getvalue()
