"""Fills templates that come from elsewhere in a process of their own, with limits on memory and time.

What a template may ask is judged before it runs; this is the second fence, for what judging may miss, such
as a file made to exhaust the reading of it. Only JSON goes between the two processes, so that nothing a
template could do in there is believed out here.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, Self

from policy_kit.errors import TemplateFault
from policy_kit.generate.policy import Order

SECONDS = 30
MEMORY = 1_500_000_000
_LONGEST_ANSWER = 200_000_000
_LENGTH_BYTES = 8


class Apart:
    """One template, filled in another process for as many schools as wanted; use it in a `with`."""

    def __init__(self, template: bytes, name: str, seconds: float = SECONDS) -> None:
        self._template = template
        self._name = name
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._told = False
        self._answered = False
        self._hopeless = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._end()

    def make(self, order: Order) -> bytes:
        """Return the policy. Raises TemplateFault if the template cannot be used, or takes too much."""
        if self._hopeless:
            raise TemplateFault(self._hopeless)
        answer = self._asked({"order": order.as_json()})
        self._answered = True
        if "fault" in answer:
            raise TemplateFault(str(answer["fault"]))
        return base64.b64decode(str(answer["policy"]))

    def _asked(self, question: dict[str, Any]) -> dict[str, Any]:
        process = self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, stop)
        timer.start()
        try:
            answer = self._answer(process, question)
        finally:
            timer.cancel()
        if answer is None:
            self._end()
            why = (
                f"it took more than {self._seconds:g} seconds" if late.is_set() else "it took too much memory"
            )
            told = f"{self._name}: filling this template was stopped, since {why}; make it smaller or simpler"
            if not self._answered:  # nor will it answer for another school: each would take as long
                self._hopeless = told
            raise TemplateFault(told)
        return answer

    def _answer(self, process: subprocess.Popen[bytes], question: dict[str, Any]) -> dict[str, Any] | None:
        """The answer, or None if the other process has ended; the template goes with the first question."""
        assert process.stdin is not None and process.stdout is not None  # noqa: S101  # both are pipes
        try:
            if not self._told:
                template = base64.b64encode(self._template).decode()
                send(process.stdin, {"template": template, "name": self._name})
                self._told = True
            send(process.stdin, question)
            return receive(process.stdout)
        except OSError:
            return None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._told = False
            self._process = subprocess.Popen(  # this Python, running our own module
                [sys.executable, "-B", "-m", "policy_kit.generate.apart_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _environment() -> dict[str, str]:
    """What the other process needs to find Python and this package, and none of the user's other settings."""
    here = str(Path(__file__).resolve().parents[2])
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    paths = [here, *(path for path in sys.path if path)]
    return {**kept, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "PYTHONHASHSEED": "0"}


def send(stream: IO[bytes], message: dict[str, Any]) -> None:
    """Write one message: its length, then its JSON."""
    data = json.dumps(message).encode()
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> dict[str, Any] | None:
    """Read one message; None if the other side is gone or does not keep to the form."""
    head = stream.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES or (length := int.from_bytes(head, "big")) > _LONGEST_ANSWER:
        return None
    data = stream.read(length)
    if len(data) < length:
        return None
    try:
        message = json.loads(data)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None
