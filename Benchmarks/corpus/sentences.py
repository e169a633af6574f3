"""Sentences of agreements in English and German, with marks where a reference goes."""
from .words import *  # noqa: F403 (a vocabulary is a namespace)

GDPR_ART = [("5", 2), ("6", 1), ("9", 2), ("12", 3), ("13", 1), ("15", 1), ("17", 1), ("20", 1), ("24", 1), ("25", 1),
            ("28", 10), ("28", 3), ("29", 1), ("30", 2), ("32", 1), ("32", 4), ("33", 2), ("34", 1), ("35", 1),
            ("36", 1), ("37", 1), ("40", 1), ("42", 1), ("44", 1), ("46", 2), ("47", 1), ("49", 1), ("82", 5)]


def cap(s):
    return s[0].upper() + s[1:] if s else s


class Ctx:
    """What a sentence may refer to."""

    __slots__ = ("rng", "lang", "a", "b", "sections", "annexes")

    def __init__(self, rng, lang, a, b, sections, annexes):
        self.rng, self.lang, self.a, self.b = rng, lang, a, b
        self.sections, self.annexes = sections, annexes


def law_ref(r, lang):
    art, par = r.pick(GDPR_ART)
    form = r.below(5)
    if lang == "de":
        return ["Art. %s Abs. %d DSGVO" % (art, par), "Art. %s DSGVO" % art, "§ %d BDSG" % r.pick([22, 26, 31, 38, 42]),
                "Art. %s Abs. %d lit. %s DSGVO" % (art, par, r.pick("abcdefgh")), "Art. %s DSGVO" % art][form]
    return ["Art. %s (%d) GDPR" % (art, par), "Article %s GDPR" % art,
            "Art. %s (%d) lit. %s GDPR" % (art, par, r.pick("abcdefgh")),
            "Article %s(%d)(%s) GDPR" % (art, par, r.pick("abcdefgh")), "Recital %d GDPR" % r.between(26, 83)][form]


def any_ref(c):
    r = c.rng
    k = r.below(10)
    if c.lang == "de":
        if k < 4:
            return "Abschnitt ⟦S:%s⟧ dieses Vertrags" % r.pick(c.sections)
        if k < 6:
            return "Anlage ⟦A:%s⟧" % r.pick(c.annexes)
        return law_ref(r, "de")
    if k < 3:
        return "section ⟦S:%s⟧ of this agreement" % r.pick(c.sections)
    if k < 4:
        return "section ⟦S:%s⟧" % r.pick(c.sections)
    if k < 6:
        return "Annex ⟦A:%s⟧" % r.pick(c.annexes)
    return law_ref(r, "en")


def timing(c):
    r = c.rng
    n, u = r.pick(NUMS), r.pick(UNIT)
    k = r.below(4)
    if k == 0:
        return "within %d %s" % (n, u)
    if k == 1:
        return "no later than %d %s after %s" % (n, u, r.pick(EVENT))
    if k == 2:
        return "at least %d %s before %s" % (n, u, r.pick(EVENT))
    return "within %d %s of %s" % (n, u, r.pick(EVENT))


def obj(r):
    k = r.below(3)
    if k == 0:
        return "the %s %s %s" % (r.pick(ADJ), r.pick(NOUN), r.pick(OWNER))
    if k == 1:
        return "%s %s" % (r.pick(ADJ), r.pick(NOUN))
    return "the %s %s" % (r.pick(NOUN), r.pick(OWNER))


def sentence_de(c):
    r = c.rng
    who = "Der %s" % (c.a if r.chance(0.35) else c.b)
    k = r.below(7)
    o, v, adv = r.pick(DE_OBJ), r.pick(DE_VERB), r.pick(DE_ADV)
    if k == 0:
        return "%s hat %s %s zu %s." % (who, o, adv, v)
    if k == 1:
        return "%s, hat der %s %s innerhalb von %d %s zu %s." % (
            r.pick(DE_COND), c.b, o, r.pick(NUMS), r.pick(DE_UNIT), v)
    if k == 2:
        return "%s ist berechtigt, %s %s zu %s; %s bleibt unberührt." % (who, o, adv, v, any_ref(c))
    if k == 3:
        return "Für %s gilt %s entsprechend." % (o, any_ref(c))
    if k == 4:
        return "%s verpflichtet sich, %s spätestens nach %d %s %s zu %s." % (
            who, o, r.pick(NUMS), r.pick(DE_UNIT), adv, v)
    if k == 5:
        return r.pick(DE_TAIL) + "."
    return "%s darf %s nur %s %s, soweit %s dies vorsieht." % (who, o, adv, v, any_ref(c))


def sentence(c):
    if c.lang == "de":
        return sentence_de(c)
    r = c.rng
    who = c.b if r.chance(0.65) else c.a
    other = c.a if who == c.b else c.b
    k = r.below(13)
    if r.chance(0.6):
        v, pp = r.pick(VDATA)
        o = obj(r)
    else:
        v, pp = r.pick(VDUTY)
        o = r.pick(DUTY)
    m = r.weighted(MODAL, MODAL_T)
    if k == 0:
        return "If %s %s, the %s %s %s %s %s." % (r.pick(SUBJ), r.pick(PRED), who, m, v, o, r.pick(MANNER))
    if k == 1:
        return "The %s %s %s %s %s in order to %s." % (who, m, v, o, timing(c), r.pick(PURP))
    if k == 2:
        return "%s shall be %s %s unless %s." % (cap(o), pp, r.pick(MANNER), r.pick(EXC))
    if k == 3:
        return "Subject to %s, the %s %s %s %s, so that %s." % (any_ref(c), who, m, v, o, r.pick(RESULT))
    if k == 4:
        return "The %s %s %s %s %s; the details follow from %s." % (who, m, v, o, r.pick(MANNER), any_ref(c))
    if k == 5:
        return "Where %s %s and %s, %s must be %s %s." % (
            r.pick(SUBJ), r.pick(PRED), r.pick(EXC), o, pp, timing(c))
    if k == 6:
        return "%s." % r.pick(TAIL)
    if k == 7:
        return "%s applies to %s with the proviso that the %s %s %s it %s." % (
            cap(any_ref(c)), o, who, r.pick(["may", "must", "shall"]), r.pick(["inspect", "copy", "limit", "postpone", "delegate"]),
            r.pick(MANNER))
    if k == 8:
        return "On request of the %s, %s will be %s %s and %s." % (other, o, pp, r.pick(MANNER), timing(c))
    if k == 9:
        return "The %s bears the cost if %s %s, provided that it %s %s %s." % (
            who, r.pick(SUBJ), r.pick(PRED), "has", r.pick(ADV), r.pick(["agreed", "been informed", "been warned", "consented"]))
    if k == 10:
        return "Neither party shall %s %s before %s, %s." % (v, o, r.pick(EVENT),
                                                             r.pick(["even if %s %s" % (r.pick(SUBJ), r.pick(PRED)),
                                                                     "and in any case %s" % timing(c)]))
    if k == 11:
        return "Within the meaning of %s, %s count as “**%s**” as soon as %s %s." % (
            any_ref(c), r.pick(NOUN), r.pick(TERM), r.pick(SUBJ), r.pick(PRED))
    return "The %s %s *%s* %s %s %s." % (who, m, r.pick(ADV), v, o, timing(c))


def definition(c):
    r = c.rng
    if c.lang == "de":
        return "„**%s**“ ist %s (%s)." % (r.pick(DE_TERM), r.pick(DE_DEFN), law_ref(r, "de"))
    return "“**%s**” means %s, including %s %s, cf. %s." % (
        r.pick(TERM), r.pick(DEFN), r.pick(ADJ), r.pick(NOUN), law_ref(r, "en"))
