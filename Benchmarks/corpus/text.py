"""Agreements and records as Markdown and YAML text, the same for all layouts."""
import json
import re

from .model import iso

# ⟦S:uid⟧ stands for a section's number, ⟦A:uid⟧ for an annex's: known only once all are placed.
REF_RE = re.compile(r"⟦([SAC]):(\w+)⟧")


def cell(s):
    return s.replace("|", "\\|")


def render_body(d):
    num, annex = {}, {}
    for s in d.sections:
        if s.annex:
            annex[s.uid] = len(annex) + 1
        else:
            num[s.uid] = len(num) + 1
    last = len(num)

    def resolve(m):
        kind, uid = m.group(1), m.group(2)
        return str(num.get(uid, last)) if kind == "S" else str(annex.get(uid, 1))

    de = d.lang == "de"
    out = []
    if de:
        out += ["zwischen **%s** (nachfolgend der **%s**)" % (d.aname, d.a), "",
                "und **%s** (nachfolgend der **%s**)." % (d.bname, d.b), ""]
    else:
        out += ["between **%s** (the **%s**)" % (d.aname, d.a), "",
                "and **%s** (the **%s**)." % (d.bname, d.b), ""]
    for s in d.sections:
        if s.annex:
            out += ["## %s %d: %s" % ("Anlage" if de else "Annex", annex[s.uid], s.title), ""]
        else:
            out += ["## %d. %s" % (num[s.uid], s.title), ""]
        n = num.get(s.uid, annex.get(s.uid))
        style = "dotted" if s.annex else d.style
        for k, cl in enumerate(s.clauses, 1):
            text = " ".join(cl.sentences)
            if style == "sub" and cl.title:
                out += ["### %d.%d %s" % (n, k, cl.title), "", text]
                indent = ""
            elif style in ("sub", "dotted"):
                out += [("%s.%d %s" % (n, k, text)) if not s.annex else text]
                indent = ""
            elif style == "ordered":
                out += ["%d. %s" % (k, text)]
                indent = "    "
            else:
                out += ["- (%d) %s" % (k, text)]
                indent = "    "
            if cl.items:
                out.append("")
                for q, item in enumerate(cl.items):
                    mark = "%s) " % chr(97 + q % 26) if style == "paren" else ""
                    out.append("%s- %s%s%s" % (indent, mark, item, ";" if q + 1 < len(cl.items) else "."))
            if cl.table:
                out.append("")
                head, rows = cl.table[0], cl.table[1:]
                out.append(indent + "| " + " | ".join(map(cell, head)) + " |")
                out.append(indent + "| " + " | ".join("---" for _ in head) + " |")
                for row in rows:
                    out.append(indent + "| " + " | ".join(map(cell, row)) + " |")
            out.append("")
    return REF_RE.sub(resolve, "\n".join(out)).rstrip("\n") + "\n"


PLAIN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž0-9 .()/&–-]*\Z")
RESERVED = frozenset("true false yes no on off null y n".split())


def scalar(v):
    """A YAML scalar both YAML 1.1 and 1.2 readers take the same way."""
    if v is None:
        return "null"
    if v is True or v is False:
        return "true" if v else "false"
    if isinstance(v, int):
        return str(v)
    if PLAIN.match(v) and v.lower() not in RESERVED and not v.endswith(" ") and " #" not in v:
        return v
    return json.dumps(v, ensure_ascii=False)


def yaml_lines(rec):
    out = []
    for k, v in rec.items():
        if isinstance(v, list):
            if v and isinstance(v[0], dict):
                out.append("%s:" % k)
                for m in v:
                    for q, (a, b) in enumerate(m.items()):
                        out.append("%s%s: %s" % ("  - " if q == 0 else "    ", a, scalar(b)))
            else:
                out.append("%s: [%s]" % (k, ", ".join(scalar(x) for x in v)))
        elif isinstance(v, dict):
            out.append("%s:" % k)
            for a, b in v.items():
                out.append("  %s: %s" % (scalar(a), scalar(b)))
        elif k == "text":
            out.append("%s: |" % k)
            words, line = v.split(" "), "  "
            for w in words:
                if len(line) + len(w) > 92:
                    out.append(line.rstrip())
                    line = "  "
                line += w + " "
            out.append(line.rstrip())
        elif isinstance(v, str) and re.match(r"\d{4}-\d\d-\d\d\Z", v):
            out.append("%s: %s" % (k, v))
        else:
            out.append("%s: %s" % (k, scalar(v)))
    return out


def front(rec):
    return "---\n" + "\n".join(yaml_lines(rec)) + "\n---\n\n"


def agreement_front(d):
    rec = {
        "id": d.id, "title": d.title, "document": d.kind, "version": d.version,
        "effective_date": iso(d.date), "language": d.lang, "status": "in force",
        "parties": [{"role": d.a, "name": d.aname}, {"role": d.b, "name": d.bname}],
        "subprocessors": [s["id"] for s in d.subs],
        "measures": [m["id"] for m in d.measures],
    }
    return rec
