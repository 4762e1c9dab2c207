"""Building the package works out what is the same for every audit, so that no command has to."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledStandards(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the compiled standards and patterns and puts them into the wheel; without them all is slower."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called before a wheel is built, or a checkout is installed."""
        command = [sys.executable, "-m", "policy_kit.sections.build"]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            self.app.display_warning(
                f"standards and patterns were not compiled: {done.stderr.strip()[-200:]}"
            )
        build_data["artifacts"] += ["policy_kit/*/compiled.json", "policy_kit/*/compiled.bin"]
