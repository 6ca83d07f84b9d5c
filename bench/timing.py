"""Runs commands as whole processes, seen from outside: wall clock from start to end, peak memory from the kernel."""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import Callable, Optional


@dataclass(frozen=True)
class Command:
    words: list
    stdin: Optional[str] = None


@dataclass(frozen=True)
class Sample:
    seconds: float
    megabytes: float
    output: str


@dataclass(frozen=True)
class Candidate:
    """What is compared: a command, what goes before each run and is not timed, and what must be true after it."""
    title: str
    command: Command
    before: Callable[[], None] = lambda: None
    after: Callable[[], None] = lambda: None


def run(command):
    with open(command.stdin or os.devnull, "rb") as stdin, tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command.words, stdin=stdin, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace")
        if process.returncode:
            raise RuntimeError(f"exit code {process.returncode}: {' '.join(command.words)}\n{said[-2000:]}")
    return Sample(seconds, usage.ru_maxrss / 1024, said)


def busy_seconds():
    """CPU time that all processes of the machine have used."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, interrupts, soft_interrupts, stolen = map(int, file.readline().split()[1:9])
    return (user + nice + system + interrupts + soft_interrupts + stolen) / os.sysconf("SC_CLK_TCK")


def wait_for_calm(limit=2.0):
    """Waits, but not for ever, until nothing else uses more than a fifth of a core."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        before = busy_seconds()
        time.sleep(0.1)
        if busy_seconds() - before <= 0.02:
            return


def compare(what, candidates, runs, budget):
    """
    Median seconds by title. One warm-up, then `runs` rounds in which every candidate has its turn, so that whatever befalls
    the machine befalls all of them; fewer rounds, at least one, once `budget` seconds are spent.
    """
    samples = {candidate.title: [] for candidate in candidates}
    end = time.monotonic() + budget
    rounds = 0
    while rounds <= runs and (rounds < 2 or time.monotonic() < end):
        for candidate in candidates:
            candidate.before()
            wait_for_calm()
            sample = run(candidate.command)
            candidate.after()
            if rounds > 0:
                samples[candidate.title].append(sample.seconds)
        rounds += 1
    medians = {title: statistics.median(seconds) for title, seconds in samples.items()}
    shown = ", ".join(f"{title} {median * 1000:.0f} ms" for title, median in medians.items())
    print(f"{what}: {shown} ({rounds - 1} rounds)", file=sys.stderr, flush=True)
    return medians
