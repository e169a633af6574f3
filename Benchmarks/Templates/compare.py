#!/usr/bin/env python3
"""Annex's template language, Jinja2 and MiniJinja on one page, side by side.

    compare.py BENCH-TEMPLATES [--rows 1000] [--rounds 5]

BENCH-TEMPLATES is the built benchmark program. The engines take turns, and only ratios count:
machines differ. Needs jinja2 and minijinja from PyPI; without them only Annex is measured.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

FOLDER = pathlib.Path(__file__).parent / "templates"
CITIES = ["Dublin", "Berlin", "Tallinn", "Łódź", "Saint-Étienne", "Zürich"]
COUNTRIES = ["Ireland", "Germany", "Estonia", "Poland", "France", "Switzerland"]
SERVICES = ["hosting", "e-mail delivery", "customer support", "error tracking", "backups"]


def page(rows):
    """The data of a directory page; the same every time."""
    entries = []
    for k in range(rows):
        entries.append({
            "index": k + 1, "id": f"vendor-{k * 7919 % 100003}",
            "name": f"{['North', 'Blue', 'Open', 'Grey'][k % 4]} {['Cloud', 'Mail', 'Desk'][k % 3]}"
                    f" & Partners {k} <Ltd>",
            "city": CITIES[k % 6], "country": COUNTRIES[k * 5 % 6],
            "services": SERVICES[k % 3:k % 3 + 1 + k % 3], "transfer": k % 3 == 0,
            "mechanism": ["adequacy decision", "standard contractual clauses", ""][k % 3],
            "added": f"20{10 + k % 16}-{1 + k % 12:02}-{1 + k % 28:02}"})
    links = ["Agreements", "Sub-processors", "Measures", "Changes"]
    return {
        "site": {"title": "Compliance portal",
                 "nav": [{"title": t, "url": f"/{t.lower()}/"} for t in links]},
        "page": {"title": "Sub-processors <directory>", "language": "en", "url": "/sub-processors/"},
        "rows": entries}


def others(data):
    """(name, page, render) of the engines that Python has."""
    sources = {p.name: p.read_text(encoding="utf-8") for p in FOLDER.glob("*.html")}
    pages = ["table_inline.html", "table_include.html"]
    try:
        import jinja2
        environment = jinja2.Environment(loader=jinja2.DictLoader(sources), autoescape=True)
        for name in pages:
            template = environment.get_template(name)
            yield "jinja2", name, lambda t=template: t.render(**data)
    except ImportError:
        pass
    try:
        import minijinja
        mini = minijinja.Environment(templates=sources)
        for name in pages:
            yield "minijinja", name, lambda n=name: mini.render_template(n, **data)
    except ImportError:
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    data = page(options.rows)
    engines = list(others(data))
    times = {}
    extra = {}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(data, file)
        file.flush()
        for _ in range(options.rounds):
            lines = subprocess.run(
                [options.program, str(FOLDER), file.name, "0.5"], check=True,
                capture_output=True, text=True).stdout.splitlines()
            for entry in map(json.loads, lines):
                if "page" in entry:
                    key = f"annex ({entry['data']})", entry["page"]
                    times.setdefault(key, []).append(entry["ms"])
                else:
                    extra.setdefault(entry["what"], []).append(
                        entry.get("ms", entry.get("ratio")))
            for name, template, render in engines:
                start = time.process_time()
                count = 0
                while time.process_time() - start < 0.15:
                    render()
                    count += 1
                times.setdefault((name, template), []).append(
                    (time.process_time() - start) / count * 1e3)
    medians = {key: statistics.median(values) for key, values in times.items()}
    for key, value in sorted(medians.items(), key=lambda item: item[1]):
        print(f"{key[0]:16} {key[1]:20} {value:8.3f} ms of processor time a page")

    def ratio(title, left, right, goal):
        if left in times and right in times:
            value = statistics.median(a / b for a, b in zip(times[left], times[right]))
            print(f"{title:44} {value:6.3f}   goal {goal}")
    inline = "annex (frozen)", "table_inline.html"
    ratio("annex / minijinja", inline, ("minijinja", "table_inline.html"), "0.6 at most")
    ratio("annex / jinja2", inline, ("jinja2", "table_inline.html"), "0.125 at most")
    ratio("an include a row / the row in the loop", ("annex (frozen)", "table_include.html"),
          inline, "1.3 at most")
    for what, values in extra.items():
        print(f"{what:44} {statistics.median(values):6.2f}")


if __name__ == "__main__":
    main()
