"""Makes PDFs of policies, their contents list with page numbers.

LibreOffice leaves a contents list as the file has it, but works out a page reference that stands outside
one: so the list is opened up first.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.generate.contents import with_live_pages
from policy_kit.libreoffice import word_to_pdf


def to_pdf(policies: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return a PDF of each Word file, in order.

    Raises OutputFault if LibreOffice is not installed, fails or takes too long.
    """
    return word_to_pdf([with_live_pages(policy) for policy in policies])
