"""Runs commands in turn and compares them run by run, which a busy machine disturbs least."""
import os
import statistics
import subprocess
import tempfile
import time


class Failed(Exception):
    """A command that was to be measured ended with an error; the text is what it said."""


class Command:
    """What is measured: its words, the folder it runs in, and what has to be gone before each run."""

    def __init__(self, name, words, folder=None, fresh=None):
        self.name, self.words, self.folder, self.fresh = name, words, folder, fresh

    def run(self):
        """One whole process, start-up included; the figures are the system's own of the child.

        The peak can't be read below some 15 MiB, the size of this program when it starts another.
        """
        if self.fresh:
            subprocess.run(["rm", "-rf", self.fresh], check=True)
        with tempfile.TemporaryFile() as complaints:
            start = time.perf_counter()
            process = subprocess.Popen(self.words, cwd=self.folder, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=complaints)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                complaints.seek(0)
                text = complaints.read(2000).decode("utf-8", "replace").strip()
                raise Failed("status %d: %s" % (process.returncode, text or "no message"))
        return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}


def in_turn(commands, runs):
    """The figures of each command, run after run: A B C, A B C, ... after one run of each to warm up."""
    for command in commands:
        command.run()
    rounds = [[command.run() for command in commands] for _ in range(runs)]
    return {command.name: [r[k] for r in rounds] for k, command in enumerate(commands)}


def spread(values, digits=3):
    """Median [smallest-largest]."""
    return "%.*f [%.*f-%.*f]" % (digits, statistics.median(values), digits, min(values), digits, max(values))


def ratios(figures, a, b, key):
    """a/b of each round."""
    return [x[key] / max(y[key], 1e-9) for x, y in zip(figures[a], figures[b])]
