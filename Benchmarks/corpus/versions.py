"""A later version of an agreement, made by known edits, and the words that it really changed."""
import copy
from difflib import SequenceMatcher

from .model import Section, make_clause
from .sentences import Ctx, sentence
from .words import *  # noqa: F403 (a vocabulary is a namespace)

# What a redraft is made of; of a hundred edits, so many are of a kind.
EDITS = [("word", 40), ("add sentence", 8), ("drop sentence", 7), ("insert clause", 13), ("remove clause", 10),
         ("move clause", 8), ("insert section", 4), ("swap sections", 3), ("retitle section", 4), ("item", 3)]


def copied(doc):
    """Sentences are strings, so a copy of the lists that hold them is enough."""
    new = copy.copy(doc)
    new.sections = []
    for s in doc.sections:
        clauses = []
        for c in s.clauses:
            c = copy.copy(c)
            c.sentences = list(c.sentences)
            c.items = c.items and list(c.items)
            clauses.append(c)
        new.sections.append(Section(s.uid, s.title, clauses, s.annex))
    return new


def evolved(doc, r, churn):
    """The next version: as many edits as `churn` times its clauses, at least three."""
    d = copied(doc)
    body = [s for s in d.sections if not s.annex]
    c = Ctx(r, d.lang, d.a, d.b, [s.uid for s in body], ["x1", "x2", "x3"])
    total = sum(len(s.clauses) for s in body)
    for _ in range(max(3, int(total * churn + 0.5))):
        edit(d, c, r, r.weighted(EDITS, 100))
    return d


def edit(d, c, r, kind):
    body = [s for s in d.sections if not s.annex]
    section = r.pick(body)
    place = r.below(len(section.clauses))
    clause = section.clauses[place]
    if kind == "word":
        k = r.below(len(clause.sentences))
        clause.sentences[k] = reworded(r, clause.sentences[k], d.lang)
    elif kind == "add sentence":
        clause.sentences.insert(0, sentence(c))
    elif kind == "drop sentence" and len(clause.sentences) > 1:
        del clause.sentences[0]
    elif kind == "insert clause":
        section.clauses.insert(r.below(len(section.clauses) + 1), make_clause(c, d))
    elif kind == "remove clause" and len(section.clauses) > 1:
        del section.clauses[place]
    elif kind == "move clause" and len(section.clauses) > 1:
        del section.clauses[place]
        other = r.pick(body)
        other.clauses.insert(r.below(len(other.clauses) + 1), clause)
    elif kind == "insert section":
        d.serial += 1
        titles = DE_SECTIONS if d.lang == "de" else SECTIONS_EN
        new = Section("n%d" % d.serial, r.pick(titles[1:-1]), [make_clause(c, d) for _ in range(r.between(2, 4))])
        d.sections.insert(1 + r.below(len(body) - 1), new)
    elif kind == "swap sections" and len(body) > 3:
        at = 1 + r.below(len(body) - 2)
        d.sections[at], d.sections[at + 1] = d.sections[at + 1], d.sections[at]
    elif kind == "retitle section":
        section.title += " und Nachweise" if d.lang == "de" else " and evidence"
    elif kind == "item" and clause.items and len(clause.items) > 3:
        del clause.items[r.below(len(clause.items))]


def reworded(r, text, lang):
    """One to three words replaced; marks of references are left alone."""
    words = text.split(" ")
    pool = DE_NOUN if lang == "de" and "DE_NOUN" in globals() else NOUN
    for _ in range(r.between(1, 3)):
        k = r.below(len(words))
        if "⟦" not in words[k] and words[k][-1:].isalpha():
            words[k] = r.pick(pool).split(" ")[0]
    return " ".join(words)


def text_of(clause):
    return " ".join(clause.sentences + (clause.items or []) + [" ".join(row) for row in clause.table or []])


def words_changed(old, new):
    """How many words a reader has to see marked, clauses known by what they are rather than by their text.

    New numbers, of headings, clauses and references, are no change; a clause that moved counts its own edits only.
    """
    changed = 0
    titles = [{s.uid: s.title for s in d.sections} for d in (old, new)]
    clauses = [{c.uid: text_of(c) for s in d.sections for c in s.clauses} for d in (old, new)]
    for before, after in (titles, clauses):
        for uid in {**before, **after}:
            x, y = before.get(uid, "").split(), after.get(uid, "").split()
            if x == y:
                continue
            for tag, i, j, k, l in SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
                if tag != "equal":
                    changed += j - i + l - k
    return changed
