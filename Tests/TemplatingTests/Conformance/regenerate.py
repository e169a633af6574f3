#!/usr/bin/env python3
"""Writes into the case files what real Jinja2 makes of each case.

    regenerate.py            rewrite the outputs in Cases/*.cases
    regenerate.py --check    change nothing; fail if a case file says something else than Jinja2

A case file is text in sections. Lines before the first case give settings and data for all of them:

    -- settings
    {"undefined": "lenient", "trim_blocks": true}
    -- data
    {"name": "value"}
    == what the case shows
    -- main.html
    the template; more templates may follow, each under its name; the first is rendered
    -- output
    what Jinja2 makes of it, or `-- error` with its message

A section's text ends before the next section, without the last line break. Needs jinja2 3.1.
"""
import json
import pathlib
import re
import sys

import jinja2

FOLDER = pathlib.Path(__file__).parent / "Cases"
POLICIES = {
    "strict": jinja2.StrictUndefined,
    "lenient": jinja2.Undefined,
    "chainable": jinja2.ChainableUndefined,
}


def sections(text):
    """The (title, text) pairs of a part of a case file."""
    pieces = re.split(r"^-- (.*)\n", text, flags=re.M)[1:]
    return [(t, b[:-1] if b.endswith("\n") else b) for t, b in zip(pieces[::2], pieces[1::2])]


def render(templates, main, data, settings):
    """('output', text) or ('error', message)."""
    settings = dict(settings)
    policy = POLICIES[settings.pop("undefined", "strict")]
    try:
        environment = jinja2.Environment(
            loader=jinja2.DictLoader(templates),
            undefined=policy,
            autoescape=jinja2.select_autoescape(["html", "htm", "xml"]),
            extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
            **settings,
        )
        return "output", environment.get_template(main).render(**data)
    except Exception as error:  # every kind of failure counts as one
        message = str(error).split("\n")[0].replace(" object at 0x", " object at ")
        return "error", f"{type(error).__name__}: {re.sub(r'at [0-9a-f]{8,}', 'at', message)}"


def regenerate(text):
    """The text of a case file with fresh outputs."""
    parts = re.split(r"^== (.*)\n", text, flags=re.M)
    shared = dict(sections(parts[0]))
    result = [parts[0]]
    for title, body in zip(parts[1::2], parts[2::2]):
        found = [s for s in sections(body) if s[0] not in ("output", "error")]
        own = {t: b for t, b in found if t in ("data", "settings")}
        templates = {t: b for t, b in found if t not in ("data", "settings")}
        data = json.loads(own.get("data", shared.get("data", "{}")))
        settings = json.loads(own.get("settings", shared.get("settings", "{}")))
        kind, outcome = render(templates, next(iter(templates)), data, settings)
        result.append(f"== {title}\n")
        result += [f"-- {t}\n{b}\n" for t, b in found]
        result.append(f"-- {kind}\n{outcome}\n")
    return "".join(result)


def main():
    different = 0
    for path in sorted(FOLDER.glob("*.cases")):
        old = path.read_text(encoding="utf-8")
        new = regenerate(old)
        if old == new:
            continue
        different += 1
        if "--check" in sys.argv:
            print(f"{path.name} differs from Jinja2 {jinja2.__version__}", file=sys.stderr)
        else:
            path.write_text(new, encoding="utf-8")
    return 1 if different and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
