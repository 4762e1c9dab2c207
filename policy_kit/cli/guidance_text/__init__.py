"""What the guidance commands say, in plain words 80 columns wide, and as JSON."""

from policy_kit.cli.guidance_text.citing import cited, references
from policy_kit.cli.guidance_text.listing import listing
from policy_kit.cli.guidance_text.showing import shown

__all__ = ["cited", "listing", "references", "shown"]
