"""How much a file may hold before it is refused: the one place where these numbers stand.

They are set well above any school's policy (200 pages are about 8 MB of XML and 4,000 paragraphs) and
well below what would fill a laptop's memory or keep its user waiting. The messages and docs/reading.md tell
them.
"""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 100 * MEGABYTE  # the file itself, pictures and all

MAX_PARTS = 4_000  # files inside a .docx or .odt
MAX_UNPACKED_BYTES = 500 * MEGABYTE  # what the parts say they unpack to, together
MAX_READ_BYTES = 96 * MEGABYTE  # what is really unpacked, together: the parts that hold text
MAX_PART_BYTES = 32 * MEGABYTE  # one part that is read
MAX_TEXT_BYTES = 4 * MEGABYTE  # of a plain text or Markdown file
MAX_RATIO = 250  # how far one part may be squeezed …
RATIO_MATTERS_FROM = 4 * MEGABYTE  # … once it is this large; a long table of like rows squeezes well

# A parsed tree takes far more memory than its text. Measured with libxml2 2.14: about 125 bytes for
# each "<" (an element or the text between two) and 235 for each "=" (an attribute with its value).
TREE_BYTES_A_TAG = 125
TREE_BYTES_AN_ATTRIBUTE = 235
MAX_TREE_BYTES = 256 * MEGABYTE

MAX_NESTING = 40  # tables in tables, controls in controls, boxes in boxes
MAX_BLOCKS = 20_000  # paragraphs and table rows, in about 1,000 pages
MAX_WORDS = 400_000
MAX_BLOCK_CHARACTERS = 120_000  # of one paragraph; a page holds 3,000
MAX_UNBROKEN = 5_000  # characters without a space: no word, and no address either
MAX_LINKS_IN_BLOCK = 1_000
MAX_CELLS_IN_ROW = 1_000
MAX_STYLES = 20_000
MAX_RELATIONS = 20_000  # what one part points to: pictures, links, headers
MAX_OPEN_FIELDS = 64  # fields inside fields; Word allows 20
MAX_NOT_CHECKED = 60  # notes on what was not read; the rest are counted in one

CHILD_BYTES = 350 * MEGABYTE  # more than the program itself takes, where a file is unpacked by a library …
CHILD_SECONDS = 6  # … that knows no bounds; a PDF of 200 pages takes a third of a second
