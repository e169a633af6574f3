"""Plain frontmatter and Markdown, a folder an agreement: what the floor program reads."""
from .text import agreement_front, front, render_body, yaml_lines


def write_neutral(c, out):
    for d in c.documents():
        out.write("agreements/%s/v%s.md" % (d.id, d.version), front(agreement_front(d)) + render_body(d))
    for s in c.subs:
        out.write("subprocessors/%s.yml" % s["id"], "\n".join(yaml_lines(s)) + "\n")
    for m in c.measures:
        out.write("measures/%s.yml" % m["id"], "\n".join(yaml_lines(m)) + "\n")
