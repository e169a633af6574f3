"""Writes a corpus to disk and sums up what was written."""
import hashlib
import os


class Output:
    """A folder that is filled; its digest covers every path and every byte in the order written."""

    def __init__(self, root):
        self.root, self.made = root, set()
        self.files, self.bytes, self.hash = 0, 0, hashlib.sha256()

    def write(self, path, text):
        data = text.encode("utf-8")
        full = os.path.join(self.root, path)
        parent = os.path.dirname(full)
        if parent not in self.made:
            os.makedirs(parent, exist_ok=True)
            self.made.add(parent)
        with open(full, "wb") as f:
            f.write(data)
        digest = hashlib.sha256(data).hexdigest()
        self.files += 1
        self.bytes += len(data)
        self.hash.update(("%s %s\n" % (digest, path)).encode())
        return len(data), digest
