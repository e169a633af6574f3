"""Agreements, sub-processors and measures as values, before anything is written."""
import datetime

from .rng import Rng
from .sentences import Ctx, cap, definition, law_ref, obj, sentence
from .words import *  # noqa: F403 (a vocabulary is a namespace)


class Clause:
    __slots__ = ("uid", "title", "sentences", "items", "table")

    def __init__(self, uid, title, sentences, items=None, table=None):
        self.uid, self.title, self.sentences, self.items, self.table = uid, title, sentences, items, table


class Section:
    __slots__ = ("uid", "title", "clauses", "annex")

    def __init__(self, uid, title, clauses, annex=False):
        self.uid, self.title, self.clauses, self.annex = uid, title, clauses, annex


class Doc:
    """One agreement."""

    __slots__ = ("id", "title", "kind", "lang", "style", "a", "b", "aname", "bname", "version", "date",
                 "sections", "subs", "measures", "serial")


def company(r):
    return "%s%s %s" % (r.pick(NAME1), r.pick(NAME2), r.pick(LEGAL))


def iso(day):
    return datetime.date.fromordinal(day).isoformat()


DAY0 = datetime.date(2018, 5, 25).toordinal()


def make_subprocessors(seed, count):
    out, seen = [], {}
    for i in range(count):
        r = Rng(seed, "sub", i)
        name = company(r)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            name = name.replace(" ", " %s " % "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(seen[name] - 2) % 26], 1)
        cc, cname = r.pick(COUNTRIES)
        added = DAY0 + r.between(0, 2200)
        transfer = cc not in EEA
        mech = None
        if transfer:
            mech = "Adequacy decision" if cc in ADEQUATE else r.pick(
                ["SCC 2021/914 module 2", "SCC 2021/914 module 3", "Binding corporate rules"])
        out.append({
            "id": "sp-%04d" % (i + 1),
            "name": name,
            "street": "%s %d" % (r.pick(STREETS), r.between(1, 240)),
            "postal_code": "%05d" % r.between(1067, 99998),
            "city": r.pick(CITIES),
            "country": cc,
            "country_name": cname,
            "services": r.some(SERVICES, r.between(1, 3)),
            "data_categories": r.some(DATACATS, r.between(1, 5)),
            "data_subjects": r.some(SUBJECTS, r.between(1, 4)),
            "third_country_transfer": transfer,
            "transfer_mechanism": mech,
            "transfer_assessment": iso(added + r.between(10, 300)) if transfer else None,
            "processing_location": r.pick(CITIES),
            "added": iso(added),
            "last_review": iso(added + r.between(30, 700)),
            "ends": iso(added + r.between(800, 1500)) if r.chance(0.08) else None,
            "contact": "privacy-%d@example.org" % (i + 1),
            "note": "%s %s." % (r.pick(TAIL), r.pick(MANNER)),
        })
    return out


def make_measures(seed, count):
    out = []
    c = Ctx(None, "en", "Customer", "Provider", ["x"], ["x"])
    for i in range(count):
        r = Rng(seed, "tom", i)
        c.rng = r
        fam = i % len(FAMILIES)
        scope = r.some(SCOPES, r.between(2, len(SCOPES)))
        cells = {}
        for s in scope:
            cells[s] = r.weighted(STATUS, 100)
        text = []
        for _ in range(r.between(2, 5)):
            s = "The %s %s %s %s %s." % (r.pick(["provider", "site owner", "duty engineer", "platform team"]),
                                         r.pick(["will", "must", "shall"]), r.pick(VDATA)[0], obj(r), r.pick(MANNER))
            text.append(s)
        out.append({
            "id": "tom-%03d" % (i + 1),
            "control": FAMILIES[fam],
            "title": "%s %d" % (r.pick(MEASURE_NAME), i + 1),
            "goal": r.some(GOALS, r.between(1, 3)),
            "scope": cells,
            "status": r.weighted(STATUS, 100),
            "owner": r.pick(["IT operations", "Facility management", "Data protection office", "Engineering", "HR"]),
            "reference": law_ref(r, "en"),
            "last_review": iso(DAY0 + r.between(400, 2600)),
            "text": " ".join(text),
        })
    return out


def make_clause(c, doc, kind="plain"):
    r = c.rng
    doc.serial += 1
    uid = "c%d" % doc.serial
    n = r.weighted([(1, 3), (2, 5), (3, 3), (4, 1)], 12)
    if kind == "def":
        return Clause(uid, None, [definition(c)] + ([sentence(c)] if r.chance(0.25) else []))
    sents = [sentence(c) for _ in range(n)]
    items = None
    if r.chance(0.16):
        k = r.between(3, 7)
        if c.lang == "de":
            sents.append("Dies umfasst:")
            items = [cap(x) for x in r.some(DE_OBJ, k)]
        else:
            sents.append(r.pick(["This covers:", "In particular this concerns:", "The following are included:"]))
            items = r.some(LISTITEM, k)
    title = r.pick(DE_SUBTITLES if c.lang == "de" else SUBTITLES_EN)
    return Clause(uid, title, sents, items)


def table_clause(c, doc, head, rows):
    doc.serial += 1
    return Clause("c%d" % doc.serial, None, [sentence(c)], None, [head] + rows)


def make_doc(seed, i, clauses, subs, measures):
    r = Rng(seed, "agreement", i)
    d = Doc()
    d.serial = 0
    d.id = "dpa-%05d" % (i + 1)
    d.lang = "de" if r.chance(0.2) else "en"
    d.kind = r.weighted([("dpa", 80), ("toms", 14), ("joint-control", 6)], 100)
    d.style = r.pick(["paren", "ordered", "dotted", "sub"])
    d.a, d.b = r.pick(ROLES_DE if d.lang == "de" else ROLES_EN)
    d.aname, d.bname = company(r), company(r)
    base = {"dpa": ("Data processing agreement", "Vertrag zur Auftragsverarbeitung"),
            "toms": ("Technical and organisational measures", "Technische und organisatorische Maßnahmen"),
            "joint-control": ("Joint control arrangement", "Vereinbarung zur gemeinsamen Verantwortung")}[d.kind]
    d.title = "%s: %s" % (base[d.lang == "de"], d.bname)
    d.version = "1.0"
    d.date = DAY0 + r.between(0, 2400)
    d.subs = r.some(subs, r.between(3, 12))
    d.measures = r.some(measures, r.between(6, 16))
    total = max(6, int(clauses * (0.8 + 0.4 * r.r()) + 0.5))
    nsec = max(5, min(int(total / 4.5 + 0.5), 400))
    titles = DE_SECTIONS if d.lang == "de" else SECTIONS_EN
    chosen = [titles[0]] + r.some(titles[1:-1], nsec - 2) + [titles[-1]]
    while len(chosen) < nsec:
        chosen.insert(-1, "%s (%s %d)" % (titles[1 + (len(chosen) % (len(titles) - 2))],
                                          "Teil" if d.lang == "de" else "part", 1 + len(chosen) // len(titles)))
    uids = ["s%d" % (k + 1) for k in range(nsec)]
    annexes = ["x1", "x2", "x3"]
    c = Ctx(r, d.lang, d.a, d.b, uids, annexes)
    counts = [1] * nsec
    for _ in range(total - nsec):
        counts[r.below(nsec)] += 1
    d.sections = []
    for k in range(nsec):
        kind = "def" if k == 0 else "plain"
        d.sections.append(Section(uids[k], chosen[k], [make_clause(c, d, kind) for _ in range(counts[k])]))
        if k and r.chance(0.07):
            head = ["Nr.", "Frist", "Zuständig", "Form"] if d.lang == "de" else ["No.", "Deadline", "Owner", "Form"]
            rows = [[str(x + 1), "%d %s" % (r.pick(NUMS), r.pick(DE_UNIT if d.lang == "de" else UNIT)),
                     r.pick([d.a, d.b]), r.pick(DE_ADV if d.lang == "de" else MANNER)] for x in range(r.between(3, 6))]
            d.sections[-1].clauses.append(table_clause(c, d, head, rows))
    de = d.lang == "de"
    rows = [[r.pick(DATACATS), ", ".join(r.some(SUBJECTS, r.between(1, 3))), "%d %s" % (r.pick(NUMS), r.pick(UNIT)),
             law_ref(r, d.lang)] for _ in range(r.between(4, 8))]
    d.sections.append(Section("x1", "Beschreibung der Verarbeitung" if de else "Description of the processing", [
        table_clause(c, d, ["Kategorie", "Betroffene", "Frist", "Grundlage"] if de else
                     ["Category", "Data subjects", "Retention", "Basis"], rows)], True))
    rows = [sub_row(s) for s in d.subs]
    d.sections.append(Section("x2", "Unterauftragnehmer" if de else "Approved sub-processors", [
        table_clause(c, d, ["Name", "Sitz", "Leistung", "Drittland"] if de else
                     ["Name", "Seat", "Service", "Third country"], rows)], True))
    rows = [tom_row(m) for m in d.measures]
    d.sections.append(Section("x3", "Technische und organisatorische Maßnahmen" if de else
                              "Technical and organisational measures", [
        table_clause(c, d, ["Nr.", "Kontrolle", "Maßnahme", "Status"] if de else
                     ["No.", "Control", "Measure", "Status"], rows)], True))
    return d


def sub_row(s):
    return [s["name"], "%s, %s" % (s["city"], s["country"]), "; ".join(s["services"]),
            s["transfer_mechanism"] or "–"]


def tom_row(m):
    return [m["id"], m["control"], m["title"], m["status"]]
