"""Many reports in several processes: in order, a few at a time, and no report lost when a process dies."""

import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from checklist.model import Checklist
from evaluator.evaluation import Options, refused
from evaluator.refusal import ReportError
from evaluator.running.checking import Checked, check
from evaluator.running.collecting import Source

# Sending reports one by one costs a tenth of checking them; more than this and the processes end unevenly.
LARGEST_CHUNK = 8
Chunk = tuple[Source, ...]
Setting = tuple[Checklist, Options]

_setting: Setting  # what a worker process is started with, once, instead of with every chunk


def in_processes(sources: Sequence[Source], checklist: Checklist, options: Options, jobs: int) -> Iterator[Checked]:
    """One result for every source, in their order; no more than two chunks a process wait to be taken."""
    setting = checklist, options
    size = max(1, min(LARGEST_CHUNK, len(sources) // (4 * jobs)))
    chunks = iter(sources)
    pool = _pool(jobs, setting)
    under_way: deque[tuple[Chunk, Future[list[Checked]]]] = deque()
    try:
        while True:
            while len(under_way) < 2 * jobs and (chunk := tuple(islice(chunks, size))):
                under_way.append((chunk, _submit(pool, chunk)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown()
                yield from _one_by_one(chunk, setting)
                pool = _pool(jobs, setting)
                under_way = deque((chunk, _submit(pool, chunk)) for chunk, _ in under_way)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int, setting: Setting) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(setting,))


def _begin(setting: Setting) -> None:
    global _setting
    _setting = setting
    # Ctrl-C and the end of the terminal reach every process in it; the first one alone decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _check_chunk(chunk: Chunk) -> list[Checked]:
    return [check(source, *_setting) for source in chunk]


def _submit(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[Checked]]:
    try:
        return pool.submit(_check_chunk, chunk)
    except BrokenProcessPool as error:
        broken: Future[list[Checked]] = Future()
        broken.set_exception(error)
        return broken


def _one_by_one(chunk: Chunk, setting: Setting) -> Iterator[Checked]:
    """Each report in a process of its own, to learn which one kills it."""
    for source in chunk:
        with _pool(1, setting) as pool:
            try:
                yield from _submit(pool, (source,)).result()
            except BrokenProcessPool:
                yield Checked(refused(source.path, _LOST, *setting))


_LOST = ReportError("crashed", "检查这一份时进程意外中止（多半是内存不够）", "请减少 --jobs，或单独检查这一份")
