#!/usr/bin/env python3
"""Annex's comparison and git's word diff on the same pairs, side by side.

    compare.py BENCH-DIFFERENCES [--annex PROGRAM] [--runs 5] [--agreements 60] [--sizes 20k,200k,2m]

BENCH-DIFFERENCES is the built benchmark program. Pairs are generated, with what was really edited in
them. The programs take turns, and only ratios count: machines differ. What is kept to is printed
beside each figure. Without git, only Annex's own figures are told; nothing is downloaded.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from corpus import Output  # noqa: E402
from corpus.annex import agreement  # noqa: E402
from corpus.model import make_doc, make_measures, make_subprocessors  # noqa: E402
from corpus.releases import freeze  # noqa: E402
from corpus.rng import Rng  # noqa: E402
from corpus.text import render_body  # noqa: E402
from corpus.versions import evolved, words_changed  # noqa: E402
from measure import Command, in_turn, ratios, spread  # noqa: E402

GIT = ["git", "-c", "core.quotepath=off", "diff", "--no-index", "--no-color", "--no-ext-diff",
       "--word-diff=porcelain"]
# Clauses that make a text of about this size.
CLAUSES = {"20k": 50, "200k": 520, "2m": 5300}
BYTES = {"20k": 20_000, "200k": 200_000, "2m": 2_000_000}
CASES = ["light", "edit", "heavy", "rewrite", "reversed", "reflow", "repetitive"]


def goal(figure, limit):
    return "%s (at most %g: %s)" % ("%.2f" % figure, limit, "kept" if figure <= limit else "MISSED")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


# Pairs


def documents(clauses, count, seed=5):
    subs, measures = make_subprocessors(seed, 50), make_measures(seed, 60)
    for index in range(count):
        yield index, make_doc(seed, index, clauses, subs, measures)


def long_document(size):
    """An English text whose clauses are numbered in running text, as most are."""
    return next(d for _, d in documents(CLAUSES[size], 40) if d.lang == "en" and d.style == "dotted")


def reflowed(text, width=78):
    """The same words in other lines."""
    out = []
    for line in text.split("\n"):
        current = ""
        for word in line.split(" "):
            if current and len(current) + 1 + len(word) > width and not line.startswith(("|", "#")):
                out.append(current)
                current = word
            else:
                current = current + " " + word if current else word
        out.append(current)
    return "\n".join(out)


def repetitive(size):
    lines = ["The Provider shall keep a copy of the register.", "The Customer may inspect the register.",
             "Each copy is dated and signed."]
    old, new, length, index = [], [], 0, 0
    while length < BYTES[size]:
        old.append(lines[index % 3])
        new.append(lines[(index * index + index // 7) % 3])
        length += len(old[-1]) + 2
        index += 1
    return "\n\n".join(old) + "\n", "\n\n".join(new) + "\n"


def pair(size, case):
    if case == "repetitive":
        return repetitive(size)
    doc = long_document(size)
    old = render_body(doc)
    if case == "reversed":
        parts = re.split(r"(?m)^(?=## )", old)
        return old, parts[0] + "".join(reversed(parts[1:]))
    if case == "rewrite":
        others = (d for i, d in documents(CLAUSES[size], 40, seed=6) if d.lang == "en" and d.style == "dotted")
        return old, render_body(next(others))
    churn = {"light": 0.01, "edit": 0.08, "heavy": 0.4, "reflow": 0.08}[case]
    new = render_body(evolved(doc, Rng(5, "evolve", size, case), churn))
    return old, reflowed(new) if case == "reflow" else new


# What is measured


def has_git():
    return shutil.which("git") is not None


def marked_by_git(old, new):
    text = subprocess.run(GIT + [old, new], stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")
    count, is_hunk = 0, False
    for line in text.split("\n"):
        if line.startswith("@@"):
            is_hunk = True
        elif line.startswith("diff --git"):
            is_hunk = False
        elif is_hunk and line[:1] in ("+", "-"):
            count += len(line[1:].split())
    return count


def words(options, folder):
    """Words marked to words really changed, over many agreements."""
    old_path, new_path = os.path.join(folder, "old.md"), os.path.join(folder, "new.md")
    changed = ours = gits = 0
    for index, doc in documents(38, options.agreements, seed=11):
        new = evolved(doc, Rng(11, "evolve", index), 0.08)
        changed += words_changed(doc, new)
        write(old_path, render_body(doc))
        write(new_path, render_body(new))
        ours += int(subprocess.run([options.program, "words", old_path, new_path], check=True,
                                   stdout=subprocess.PIPE).stdout)
        gits += marked_by_git(old_path, new_path) if has_git() else 0
    print("words marked to words really changed, %d agreements, %d words" % (options.agreements, changed))
    print("  annex %s%s" % (goal(ours / changed, 1.05), "   git %.2f" % (gits / changed) if has_git() else ""))


class Trial(Command):
    """A command that says by its status that something differs."""

    def run(self):
        before = os.times()
        start = time.perf_counter()
        subprocess.run(self.words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = os.times()
        return {"wall": time.perf_counter() - start,
                "cpu": after.children_user + after.children_system - before.children_user - before.children_system}


def speed(options, folder):
    """CPU of comparing to that of git's word diff, and how it grows with the text."""
    comparing = {}
    print("CPU of comparing, beyond reading, to 'git diff --no-index --word-diff'; growth from 200 KB to 2 MB")
    for case in CASES:
        line = "  %-11s" % case
        for size in options.sizes.split(","):
            old, new = pair(size, case)
            paths = [write(os.path.join(folder, "%s.md" % n), t) for n, t in (("a", old), ("b", new))]
            git = Trial("git", GIT + paths) if has_git() else None
            if git:
                git.run()
            shares, times = [], []
            for _ in range(options.runs):
                figures = json.loads(subprocess.run([options.program, "time", *paths], check=True,
                                                    stdout=subprocess.PIPE).stdout)
                if git:
                    shares.append(figures["comparing"] / max(git.run()["cpu"], 1e-4))
                times.append(figures["comparing"])
            comparing[size, case] = statistics.median(times)
            line += "  %s %7.1f ms" % (size, 1e3 * statistics.median(times))
            if shares:
                share = statistics.median(shares)
                line += ", %s" % (goal(share, 2) if size == "2m" else "%.2f" % share)
        if ("2m", case) in comparing and ("200k", case) in comparing:
            line += "  growth %s" % goal(comparing["2m", case] / comparing["200k", case], 14)
        print(line, flush=True)


def portal(folder, docs, releases, every=1):
    """A portal with so many releases; in each, every `every`th agreement is a new version."""
    workspace = "title: Portal\nlanguages: [en]\nprocessor: {name: Elbwerk Systems GmbH}\n"
    out = Output(folder)
    out.write("content/portal.yml", workspace)
    for number in range(releases):
        day = "20%02d-%02d-%02d" % (10 + number // 12, 1 + number % 12, 1 + number % 28)
        files = {"agreements/%s.md" % d.id: agreement(d) for d in docs}
        freeze(out, day, {d.id: d.version for d in docs}, {"portal.yml": workspace, **files})
        if number + 1 == releases:
            break
        for index, doc in enumerate(docs):
            if (index + number) % every == 0:
                docs[index] = evolved(doc, Rng(3, "release", number, index), 0.05)
                docs[index].version = "%d.0" % (number + 2)
    for doc in docs:
        out.write("content/agreements/%s.md" % doc.id, agreement(doc))
    return folder


def builds(options, folder):
    """Time of a portal by the number of its releases."""
    out = os.path.join(folder, "site")
    counts = [5, 25, 50]
    commands = []
    for count in counts:
        docs = [d for _, d in documents(38, 20, seed=9)]
        place = portal(os.path.join(folder, "releases-%d" % count), docs, count, every=4)
        commands.append(Command("%d releases" % count, [
            options.annex, "build", "--quiet", "--as-of", "2026-11-01", "--workspace", place, "--output", out],
            fresh=out))
    figures = in_turn(commands, options.runs)
    print("20 agreements, five of them new in each release: CPU of a build")
    for count in counts:
        name = "%d releases" % count
        print("  %-12s %s s" % (name, spread([r["cpu"] for r in figures[name]])))
    growth = statistics.median(ratios(figures, "50 releases", "25 releases", "cpu"))
    print("  50 to 25 releases: %s" % goal(growth, 2.4))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--annex", help="also build portals with many releases with this program")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--agreements", type=int, default=60)
    parser.add_argument("--sizes", default="20k,200k,2m")
    options = parser.parse_args()
    if not has_git():
        print("git: left out, as it is not installed")
    with tempfile.TemporaryDirectory() as folder:
        words(options, folder)
        speed(options, folder)
        if options.annex:
            builds(options, folder)


if __name__ == "__main__":
    main()
