"""Spreads the reading of policies over processes; one that dies takes only its own policy with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from datetime import date

from policy_kit.roll_up import Reading
from policy_kit.trust.across.traces import Traces
from policy_kit.trust.across.wording import TemplateWording
from policy_kit.trust.reading import Done, Prepared, Task, prepare_worker, read_policy, work

Starting = tuple[date, str, tuple[TemplateWording, ...], tuple[str, ...]]
_AHEAD = 3  # policies waiting for each process: enough to keep it busy, few enough to keep memory flat


def read_all(tasks: Sequence[Task], given: Prepared, on: date, standard: str, jobs: int) -> Iterator[Done]:
    """Yield each policy as it is read, in whatever order they finish."""
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        yield from (read_policy(task, given) for task in tasks)
        return
    left = {id(task): task for task in tasks}
    starting = (on, standard, given.templates, given.members)
    try:
        for done in _spread(tasks, starting, jobs):
            left.pop(id(tasks[done[0]]), None)
            yield done[1]
    except BrokenProcessPool:
        # One of these brought its process down, and which one only shows when each is alone.
        for task in left.values():
            yield _alone(task, starting)


def _spread(tasks: Sequence[Task], starting: Starting, jobs: int) -> Iterator[tuple[int, Done]]:
    pool = ProcessPoolExecutor(jobs, initializer=prepare_worker, initargs=starting)
    under_way: dict[Future[Done], int] = {}
    ahead = iter(range(len(tasks)))
    try:
        while True:
            while len(under_way) < jobs * _AHEAD and (number := next(ahead, None)) is not None:
                under_way[pool.submit(work, tasks[number])] = number
            if not under_way:
                return
            finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in finished:
                yield under_way.pop(future), future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(task: Task, starting: Starting) -> Done:
    with ProcessPoolExecutor(1, initializer=prepare_worker, initargs=starting) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool:
            error = f"{task.file}: reading it brought the program down; open it in Word and save it again"
            return Done(task, Reading(task.school, task.file, error=error), (), Traces(), _NO_PAGE)


_NO_PAGE = b"x\x9c\x03\x00\x00\x00\x00\x01"  # nothing, packed
