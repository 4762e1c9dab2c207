"""The other side of apart.py: takes a template and orders from standard input, and answers with policies."""

from __future__ import annotations

import base64
import os
import sys

from policy_kit.errors import PolicyKitError
from policy_kit.generate.apart import MEMORY, receive, send
from policy_kit.generate.policy import Order, make_policy

_CPU_SECONDS = 900  # in case the process that asks is gone and cannot stop this one


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the process that asks still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer every order until there are no more."""
    _limit()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    first = receive(sys.stdin.buffer)
    if first is None:
        return
    template = base64.b64decode(first["template"])
    while (question := receive(sys.stdin.buffer)) is not None:
        try:
            policy = make_policy(template, first["name"], Order.from_json(question["order"]))
            answer = {"policy": base64.b64encode(policy).decode()}
        except PolicyKitError as fault:
            answer = {"fault": str(fault)}
        except MemoryError:
            answer = {
                "fault": f"{first['name']}: filling it takes too much memory; make the template smaller"
            }
        send(answers, answer)


if __name__ == "__main__":
    main()
