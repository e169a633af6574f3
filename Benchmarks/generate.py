#!/usr/bin/env python3
"""Writes a corpus of agreements, sub-processors and measures to measure with.

The same arguments give the same bytes on every machine: all randomness comes from the seed, nothing
iterates over a set, no clock is read. Needs Python 3.8 or later and nothing else.
"""
import argparse
import os

from corpus import WRITERS, Corpus, Output


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--agreements", type=int, default=100)
    p.add_argument("--clauses", type=int, default=38, help="mean numbered clauses an agreement (38 is about 15 KB)")
    p.add_argument("--subprocessors", type=int, default=50)
    p.add_argument("--measures", type=int, default=60)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--format", choices=sorted(WRITERS), default="annex")
    p.add_argument("out", help="a folder that is empty or not there yet")
    a = p.parse_args()
    if min(a.agreements, a.clauses, a.subprocessors, a.measures) < 1:
        p.error("all counts must be at least 1")
    if os.path.isdir(a.out) and os.listdir(a.out):
        p.error("the output folder is not empty")
    out = Output(a.out)
    WRITERS[a.format](Corpus(a.agreements, a.clauses, a.subprocessors, a.measures, a.seed), out)
    print("%s: %d files, %d bytes, digest %s" % (a.format, out.files, out.bytes, out.hash.hexdigest()))


if __name__ == "__main__":
    main()
