"""A workspace of Annex: the same agreements and records, with the frontmatter that it asks for."""
import json

from .model import iso
from .text import render_body, scalar
from .words import SCOPES

KINDS = {"dpa": "data-processing-agreement", "toms": "measures", "joint-control": "terms"}
OBJECTIVES = {"Confidentiality": "confidentiality", "Integrity": "integrity", "Availability": "availability",
              "Resilience": "resilience", "Traceability": "integrity"}
MECHANISMS = {"Adequacy decision": "adequacy", "Binding corporate rules": "bcr",
              "SCC 2021/914 module 2": "{mechanism: scc-2021-914, module: 2}",
              "SCC 2021/914 module 3": "{mechanism: scc-2021-914, module: 3}"}
STATES = {"implemented": "implemented", "partially implemented": "partial", "planned": "planned",
          "not applicable": "{state: not-applicable, reason: The site has no such equipment.}",
          "retired": "{state: not-applicable, reason: The measure was withdrawn.}"}
# The eight controls of the classic German catalogue; the generator's families beyond them join in turn.
CONTROLS = 8


def slug(text):
    return "-".join("".join(ch if ch.isalnum() else " " for ch in text.lower()).split())


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def many(values):
    return "[%s]" % ", ".join(values)


def workspace(c):
    sites = "\n".join("  - {id: %s, name: %s, country: DE}" % (slug(s), s) for s in SCOPES)
    return """title: Compliance portal
base-url: https://portal.example.org
languages: [en, de]
processor:
  name: Elbwerk Systems GmbH
  address: {street: Ahornweg 7, postal-code: "20457", city: Hamburg, country: DE}
  data-protection-officer: {name: Kim Morgen, email: dpo@example.org, audience: public}
products:
  - {id: platform, name: Platform, status: current}
sites:
%s
notice:
  before-use: 30 days
  objection: 14 working days
  week: mon-fri
  holidays: DE-HH
  channel: {email: privacy@example.org}
""" % sites


def agreement(d):
    return """---
title: %s
kind: %s
id: %s
version: "%s"
effective: %s
language: %s
parties:
  - {role: controller, name: %s, defined-as: %s}
  - {role: processor, name: %s, defined-as: %s}
governing-law: DE
audience: public
---

%s""" % (scalar(d.title), KINDS[d.kind], d.id, d.version, iso(d.date), d.lang, quoted(d.aname), quoted(d.a),
         quoted(d.bname), quoted(d.b), render_body(d))


def subprocessor(s):
    transfer = MECHANISMS[s["transfer_mechanism"]] if s["transfer_mechanism"] else "none-eea"
    data, subjects = (many(map(slug, s[key])) for key in ("data_categories", "data_subjects"))
    lines = ["---", "name: %s" % quoted(s["name"]), "address: {street: %s, postal-code: %s, city: %s, country: %s}" % (
        quoted(s["street"]), quoted(s["postal_code"]), quoted(s["city"]), s["country"]),
        "contact: {email: %s, audience: customer}" % s["contact"], "engagements:"]
    for service in s["services"]:
        lines += ["  - service: %s" % scalar(service),
                  "    purpose: %s" % quoted("%s for the platform" % service),
                  "    products: [platform]",
                  "    data: %s" % data,
                  "    subjects: %s" % subjects,
                  "    locations: [{country: %s, role: storage}]" % s["country"],
                  "    transfer: %s" % transfer,
                  "    announced: %s" % s["added"],
                  "    effective: %s" % s["added"],
                  "    ended: %s" % (s["ends"] or "null")]
    lines += ["tier: 1", "contract: {status: signed, date: %s, audience: internal}" % s["added"], "---", "", s["note"], ""]
    return "\n".join(lines)


def control(number, measures):
    lines = ["---", "control: bdsg9.%d" % number, "objective: %s" % OBJECTIVES[measures[0]["goal"][0]], "measures:"]
    for m in measures:
        lines += ["  - id: %s" % m["id"], "    text: %s" % quoted("%s: %s" % (m["title"], m["text"])), "    scopes:"]
        lines += ["      %s: %s" % (slug(scope), STATES[state]) for scope, state in m["scope"].items()]
        lines.append("    reviewed: %s" % m["last_review"])
    return "\n".join(lines + ["---", ""])


def write_annex(c, out):
    out.write("content/portal.yml", workspace(c))
    for d in c.documents():
        out.write("content/agreements/%s.md" % d.id, agreement(d))
    for s in c.subs:
        out.write("content/sub-processors/%s.md" % s["id"], subprocessor(s))
    for number in range(1, CONTROLS + 1):
        measures = c.measures[number - 1::CONTROLS]
        if measures:
            out.write("content/measures/control-%d.md" % number, control(number, measures))
