"""Randomness that is the same on every machine."""
import hashlib
import random


class Rng:
    """The few draws that the generator needs, over the one sequence that Python guarantees."""

    __slots__ = ("r",)

    def __init__(self, *key):
        digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
        self.r = random.Random(int.from_bytes(digest[:8], "big")).random

    def below(self, n):
        return int(self.r() * n)

    def between(self, lo, hi):
        return lo + int(self.r() * (hi - lo + 1))

    def pick(self, seq):
        return seq[int(self.r() * len(seq))]

    def chance(self, p):
        return self.r() < p

    def weighted(self, table, total):
        x = self.r() * total
        for value, weight in table:
            x -= weight
            if x < 0:
                return value
        return table[-1][0]

    def some(self, seq, k):
        """k distinct members, in the order of seq."""
        k = min(k, len(seq))
        idx = list(range(len(seq)))
        for i in range(k):
            j = i + int(self.r() * (len(idx) - i))
            idx[i], idx[j] = idx[j], idx[i]
        return [seq[i] for i in sorted(idx[:k])]
