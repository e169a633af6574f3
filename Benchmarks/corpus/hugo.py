"""The layout of a Hugo site: the same text, with templates that do what a portal needs least."""
import json

from .text import agreement_front, front, render_body
from .words import SCOPES

CSS = """body{font:16px/1.5 sans-serif;max-width:70rem;margin:auto;padding:1rem}
table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem}nav.toc{float:right;max-width:20rem}
a.anchor{text-decoration:none;opacity:.4}
"""
NAV = [("Agreements", "agreements/"), ("Sub-processors", "subprocessors/"), ("TOM matrix", "toms/")]


def write_hugo(c, out):
    W = out.write
    W("hugo.toml", """baseURL = "https://portal.example.org/"
title = "Compliance portal"
languageCode = "en"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
enableGitInfo = false
[markup.goldmark.extensions]
typographer = false
[markup.goldmark.renderer]
unsafe = true
[markup.tableOfContents]
startLevel = 2
endLevel = 3
""")
    W("static/style.css", CSS)
    nav = "".join('<a href="/%s">%s</a> ' % (u, t) for t, u in NAV)
    W("layouts/_default/baseof.html", """<!DOCTYPE html>
<html lang="{{ with .Params.language }}{{ . }}{{ else }}en{{ end }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title><link rel="stylesheet" href="/style.css"></head>
<body><header><nav><a href="/">{{ site.Title }}</a> NAV</nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer></body></html>
""".replace("NAV", nav))
    W("layouts/index.html", """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
<ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> ({{ len .Pages }})</li>{{ end }}</ul>{{ end }}
""")
    W("layouts/_default/_markup/render-heading.html",
      """<h{{ .Level }} id="{{ .Anchor }}">{{ .Text | safeHTML }} <a class="anchor" href="#{{ .Anchor }}">#</a></h{{ .Level }}>
""")
    W("layouts/agreements/single.html", """{{ define "main" }}<h1>{{ .Title }}</h1>
<dl><dt>ID</dt><dd>{{ .Params.id }}</dd><dt>Version</dt><dd>{{ .Params.version }}</dd>
<dt>Effective</dt><dd>{{ .Date.Format "2006-01-02" }}</dd><dt>Language</dt><dd>{{ .Params.language }}</dd>
{{ range .Params.parties }}<dt>{{ .role }}</dt><dd>{{ .name }}</dd>{{ end }}</dl>
<nav class="toc">{{ .TableOfContents }}</nav>
<article>{{ .Content }}</article>
<h2>Sub-processors</h2><ul>{{ range .Params.subprocessors }}<li><a href="/subprocessors/{{ . }}/">{{ . }}</a></li>{{ end }}</ul>
{{ end }}
""")
    W("layouts/agreements/list.html", """{{ define "main" }}<h1>{{ .Title }}</h1>
<table><thead><tr><th>ID</th><th>Title</th><th>Version</th><th>Effective</th><th>Language</th></tr></thead><tbody>
{{ range .Pages.ByTitle }}<tr><td><a href="{{ .RelPermalink }}">{{ .Params.id }}</a></td><td>{{ .Title }}</td><td>{{ .Params.version }}</td><td>{{ .Date.Format "2006-01-02" }}</td><td>{{ .Params.language }}</td></tr>
{{ end }}</tbody></table>{{ end }}
""")
    W("layouts/subprocessors/single.html", """{{ define "main" }}<h1>{{ .Title }}</h1>
<table><tbody>
<tr><th>Address</th><td>{{ .Params.street }}, {{ .Params.postal_code }} {{ .Params.city }}</td></tr>
<tr><th>Country</th><td>{{ .Params.country_name }} ({{ .Params.country }})</td></tr>
<tr><th>Services</th><td>{{ delimit .Params.services ", " }}</td></tr>
<tr><th>Data categories</th><td>{{ delimit .Params.data_categories ", " }}</td></tr>
<tr><th>Data subjects</th><td>{{ delimit .Params.data_subjects ", " }}</td></tr>
<tr><th>Third country</th><td>{{ if .Params.third_country_transfer }}{{ .Params.transfer_mechanism }}{{ else }}no{{ end }}</td></tr>
<tr><th>Added</th><td>{{ .Params.added }}</td></tr><tr><th>Reviewed</th><td>{{ .Params.last_review }}</td></tr>
</tbody></table>{{ .Content }}
<h2>Agreements</h2><ul>{{ range .Params.used_by }}<li><a href="/agreements/{{ .id }}/">{{ .title }}</a></li>{{ end }}</ul>
{{ end }}
""")
    W("layouts/subprocessors/list.html", """{{ define "main" }}<h1>{{ .Title }}</h1>
<table><thead><tr><th>Name</th><th>Seat</th><th>Country</th><th>Services</th><th>Data categories</th><th>Third country</th><th>Added</th></tr></thead><tbody>
{{ range .Pages.ByTitle }}<tr><td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td><td>{{ .Params.city }}</td><td>{{ .Params.country_name }}</td><td>{{ delimit .Params.services ", " }}</td><td>{{ delimit .Params.data_categories ", " }}</td><td>{{ with .Params.transfer_mechanism }}{{ . }}{{ else }}no{{ end }}</td><td>{{ .Params.added }}</td></tr>
{{ end }}</tbody></table>{{ end }}
""")
    W("layouts/toms/list.html", """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $scopes := site.Data.toms.scopes }}
<table><thead><tr><th>No.</th><th>Control</th><th>Measure</th><th>Goal</th>{{ range $scopes }}<th>{{ . }}</th>{{ end }}</tr></thead><tbody>
{{ range site.Data.toms.measures }}{{ $m := . }}<tr id="{{ .id }}"><td>{{ .id }}</td><td>{{ .control }}</td><td>{{ .title }}</td><td>{{ delimit .goal ", " }}</td>{{ range $scopes }}<td>{{ with index $m.scope . }}{{ . }}{{ else }}–{{ end }}</td>{{ end }}</tr>
{{ end }}</tbody></table>
{{ range site.Data.toms.measures }}<section><h2>{{ .id }} {{ .title }}</h2><p>{{ .text }}</p><p>{{ .status }}, {{ .owner }}, {{ .reference }}, {{ .last_review }}</p></section>
{{ end }}{{ end }}
""")
    W("content/_index.md", front({"title": "Compliance portal"}))
    for key, title in (("agreements", "Agreements"), ("subprocessors", "Sub-processors"), ("toms", "TOM matrix")):
        W("content/%s/_index.md" % key, front({"title": title}))
    W("data/toms.json", json.dumps({"scopes": SCOPES, "measures": c.measures}, ensure_ascii=False) + "\n")
    for d in c.documents():
        rec = agreement_front(d)
        rec["date"] = rec.pop("effective_date")
        W("content/agreements/%s.md" % d.id, front(rec) + render_body(d))
    for s in c.subs:
        rec = dict(s)
        rec["title"] = rec.pop("name")
        rec["used_by"] = [{"id": i, "title": t} for i, t in c.used_by[s["id"]][:50]]
        note = rec.pop("note")
        W("content/subprocessors/%s.md" % s["id"], front(rec) + note + "\n")
