"""Portals with releases: frozen copies of earlier versions beside the content of today."""
import hashlib
import os

from .annex import agreement, write_annex
from .hugo import write_hugo
from .rng import Rng
from .text import agreement_front, front, render_body
from .versions import evolved


def freeze(out, day, versions, files):
    """A release, as 'annex release' writes one.

    `versions`: the version of each agreement, by id; `files`: the text of each file, by its name.
    """
    lines = ['id: "%s"' % day, "date: %s" % day, "agreements:"]
    lines += ['  "%s": "%s"' % entry for entry in sorted(versions.items())] + ["files:"]
    for name, text in sorted(files.items()):
        out.write("content/releases/%s/%s" % (day, name), text)
        lines.append('  "%s": %s' % (name, hashlib.sha256(text.encode("utf-8")).hexdigest()))
    out.write("content/releases/%s/release.yml" % day, "\n".join(lines) + "\n")


class Evolved:
    """A corpus whose agreements have all become a new version, with 8 edits to a hundred clauses."""

    def __init__(self, corpus):
        self.corpus = corpus
        self.subs, self.measures, self.used_by = corpus.subs, corpus.measures, corpus.used_by

    def versions(self):
        """The old and the new version of each agreement."""
        for index, old in enumerate(self.corpus.documents()):
            new = evolved(old, Rng(self.corpus.seed, "evolve", index), 0.08)
            new.version, new.date = "%d.0" % (int(old.version.split(".")[0]) + 1), old.date + 100
            yield old, new

    def documents(self):
        return (new for _, new in self.versions())


class Recorder:
    """Keeps what would be written to a folder."""

    def __init__(self):
        self.files = {}

    def write(self, path, text):
        self.files[path.split("/", 1)[1]] = text


def write_annex_twice(corpus, out):
    """The old versions as a release, the new ones as the content."""
    old = Recorder()
    write_annex(corpus, old)
    freeze(out, "2026-01-15", {d.id: d.version for d in corpus.documents()}, old.files)
    write_annex(Evolved(corpus), out)


def write_hugo_twice(corpus, out):
    """Both versions as pages of the same layout."""
    twice = Evolved(corpus)
    write_hugo(twice, out)
    out.write("content/archive/_index.md", front({"title": "Archive", "type": "agreements"}))
    for old, _ in twice.versions():
        record = agreement_front(old)
        record["date"], record["type"] = record.pop("effective_date"), "agreements"
        out.write("content/archive/%s.md" % old.id, front(record) + render_body(old))


def write_pairs(corpus, out):
    """Each version as a file, in folders 'old' and 'new': what git is asked to compare."""
    for old, new in Evolved(corpus).versions():
        out.write("old/%s.md" % old.id, agreement(old))
        out.write("new/%s.md" % new.id, agreement(new))


def write_once(writer, corpus, output, folder):
    """Fills a folder that is not there yet; what was made before is taken as it is."""
    if not os.path.isdir(folder):
        writer(corpus, output(folder + ".part"))
        os.rename(folder + ".part", folder)
    return folder
