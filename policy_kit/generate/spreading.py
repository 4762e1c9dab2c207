"""Spreads the schools of a run over processes, each of which fills one school's policy at a time."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import chain

from policy_kit.generate.generating import maker
from policy_kit.generate.one_of_many import Made, Plan, Task, make_one
from policy_kit.generate.policy import Order
from policy_kit.generate.render import compile_template

_AHEAD = 8  # schools waiting for each process: enough to keep it busy, few enough to keep memory flat


def spread(tasks: Iterable[Task], plan: Plan, jobs: int, done: list[Made]) -> Iterator[Made]:
    """Yield what becomes of each school, in order; `done` also gets what ends while a run is broken off."""
    given = iter(tasks)
    if jobs > 1:
        left: deque[Task] = deque()
        try:
            yield from _over_processes(given, plan, jobs, done, left)
        except BrokenProcessPool:  # one was stopped from outside; what it had in hand is made here
            given = chain(left, given)
    with maker(plan.template) as make:
        for task in given:
            done.append(make_one(task, plan, make))
            yield done[-1]


def _over_processes(
    tasks: Iterator[Task], plan: Plan, jobs: int, done: list[Made], left: deque[Task]
) -> Iterator[Made]:
    """Yield in order what the processes make; `left` holds the schools that are in hand."""
    if plan.template.ours:
        compile_template(plan.template.data, plan.template.name)  # once, for every process that is forked
    pool = ProcessPoolExecutor(jobs, _context(), initializer=_prepare, initargs=(plan,))
    waiting: deque[Future[Made]] = deque()
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (task := next(tasks, None)) is not None:
                left.append(task)
                waiting.append(pool.submit(_work, task))
            if not waiting:
                return
            done.append(waiting[0].result())
            waiting.popleft()
            left.popleft()
            yield done[-1]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        done += [f.result() for f in waiting if f.done() and not f.cancelled() and not f.exception()]


def _context() -> multiprocessing.context.BaseContext | None:
    """Forking shares the compiled template; where there is no forking each process compiles its own."""
    return multiprocessing.get_context("fork") if "fork" in multiprocessing.get_all_start_methods() else None


_ready: dict[str, tuple[Plan, Callable[[Order], bytes]]] = {}


def _prepare(plan: Plan) -> None:
    """Once in each process: a break (Ctrl-C) is for the process that asks, which lets the others finish."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _ready["plan"] = plan, ExitStack().enter_context(maker(plan.template))


def _work(task: Task) -> Made:
    plan, make = _ready["plan"]
    return make_one(task, plan, make)
