"""One corpus: its records, and its agreements one after the other."""
from .model import make_doc, make_measures, make_subprocessors


class Corpus:
    """Streams agreements to a writer; only records and back-references stay in memory.

    Agreement i depends on the seed, on i, on the number of clauses and on the number of records
    only, so a small corpus is the beginning of a larger one with the same records.
    """

    def __init__(self, agreements, clauses, subprocessors, measures, seed):
        self.agreements, self.clauses, self.seed = agreements, clauses, seed
        self.subs = make_subprocessors(seed, subprocessors)
        self.measures = make_measures(seed, measures)
        self.used_by = {s["id"]: [] for s in self.subs}

    def documents(self):
        for i in range(self.agreements):
            d = make_doc(self.seed, i, self.clauses, self.subs, self.measures)
            for s in d.subs:
                self.used_by[s["id"]].append((d.id, d.title))
            yield d
