import Testing

/// Two versions of a text of one section that differ in what is marked only, and all that is said
/// of it.
struct MarkCase: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  var english: [String]
  var german: [String]
  /// As `lines(_:)` gives them, without the place.
  var told: [String]

  var testDescription: String { "\(old) > \(new)" }
}

let struckWords: [MarkCase] = [
  "~~within two days~~", "<del>within two days</del>", "~~within <s>two</s> days~~",
].flatMap { struck in
  let (plain, marked) = (
    "- (1) The Processor reports each breach within two days.",
    "- (1) The Processor reports each breach \(struck)."
  )
  return [
    MarkCase(
      old: plain, new: marked,
      english: ["\u{201C}within two days\u{201D} is struck out (substantive: removal)."],
      german: [
        "\u{201E}within two days\u{201C} ist jetzt durchgestrichen (inhaltlich: Streichung)."
      ], told: ["clause-modified (strikethrough) [within two days|] substantive: removal"]),
    MarkCase(
      old: marked, new: plain,
      english: ["\u{201C}within two days\u{201D} is no longer struck out (substantive: addition)."],
      german: [
        "\u{201E}within two days\u{201C} ist nicht mehr durchgestrichen (inhaltlich: Ergänzung)."
      ], told: ["clause-modified (strikethrough) [|within two days] substantive: addition"]),
  ]
}

let links = [
  MarkCase(
    old: "- (1) The [terms](https://a.example/2024) apply. Write to [us](mailto:a@x.example).",
    new: "- (1) The [terms](https://a.example/2026) apply. Write to [us](mailto:b@x.example).",
    english: [
      "the link \u{201C}terms\u{201D} leads to https://a.example/2026 instead of "
        + "https://a.example/2024 (substantive: reference).",
      "the link \u{201C}us\u{201D} leads to b@x.example instead of a@x.example "
        + "(substantive: reference).",
    ],
    german: [
      "der Link \u{201E}terms\u{201C} führt zu https://a.example/2026 statt zu "
        + "https://a.example/2024 (inhaltlich: Verweis).",
      "der Link \u{201E}us\u{201C} führt zu b@x.example statt zu a@x.example "
        + "(inhaltlich: Verweis).",
    ],
    told: Array(repeating: "clause-modified (link) substantive: reference", count: 2)),
  MarkCase(
    old: "The [terms](http://a.example/terms/) apply.",
    new: "The [terms](https://a.example/terms) apply.",
    english: [
      "the link \u{201C}terms\u{201D} leads to https://a.example/terms instead of "
        + "http://a.example/terms/ (editorial: reference)."
    ],
    german: [
      "der Link \u{201E}terms\u{201C} führt zu https://a.example/terms statt zu "
        + "http://a.example/terms/ (redaktionell: Verweis)."
    ], told: ["clause-modified (link) editorial: reference"]),
  MarkCase(
    old: "The terms apply.", new: "The [terms](https://a.example/terms) apply.",
    english: [
      "\u{201C}terms\u{201D} is a link to https://a.example/terms now (substantive: reference)."
    ],
    german: [
      "\u{201E}terms\u{201C} ist jetzt ein Link zu https://a.example/terms (inhaltlich: Verweis)."
    ], told: ["clause-modified (link) substantive: reference"]),
  MarkCase(
    old: "The [terms](https://a.example/terms) apply.", new: "The terms apply.",
    english: [
      "\u{201C}terms\u{201D} is no longer a link; it led to https://a.example/terms "
        + "(substantive: reference)."
    ],
    german: [
      "\u{201E}terms\u{201C} ist kein Link mehr; er führte zu https://a.example/terms "
        + "(inhaltlich: Verweis)."
    ], told: ["clause-modified (link) substantive: reference"]),
  MarkCase(
    old: "The [terms](https://a.example) of use apply.",
    new: "The [terms of use](https://a.example) apply.", english: [], german: [], told: []),
  MarkCase(
    old: "The plan: ![Plan of doors](pictures/a.png)",
    new: "The plan: ![Plan of doors](pictures/b.png)",
    english: [
      "the picture \u{201C}Plan of doors\u{201D} is pictures/b.png instead of pictures/a.png "
        + "(substantive: reference)."
    ],
    german: [
      "das Bild \u{201E}Plan of doors\u{201C} ist pictures/b.png statt pictures/a.png "
        + "(inhaltlich: Verweis)."
    ], told: ["clause-modified (picture) substantive: reference"]),
]

let boxes = [
  MarkCase(
    old: "- [x] Standard clauses\n- [ ] Binding corporate rules",
    new: "- [ ] Standard clauses\n- [x] Binding corporate rules",
    english: [
      "\u{201C}Standard clauses\u{201D} is no longer ticked (substantive: wording).",
      "\u{201C}Binding corporate rules\u{201D} is ticked now (substantive: wording).",
    ],
    german: [
      "\u{201E}Standard clauses\u{201C} ist nicht mehr angekreuzt (inhaltlich: Wortlaut).",
      "\u{201E}Binding corporate rules\u{201C} ist jetzt angekreuzt (inhaltlich: Wortlaut).",
    ], told: Array(repeating: "clause-modified (box) substantive: wording", count: 2)),
  MarkCase(
    old: "- [x] Standard clauses\n- Binding corporate rules",
    new: "- Standard clauses\n- [ ] Binding corporate rules",
    english: [
      "\u{201C}Standard clauses\u{201D} was ticked and has no box any more (substantive: wording).",
      "\u{201C}Binding corporate rules\u{201D} has an empty box now (substantive: wording).",
    ],
    german: [
      "\u{201E}Standard clauses\u{201C} war angekreuzt und hat kein Kästchen mehr "
        + "(inhaltlich: Wortlaut).",
      "\u{201E}Binding corporate rules\u{201C} hat jetzt ein leeres Kästchen "
        + "(inhaltlich: Wortlaut).",
    ], told: Array(repeating: "clause-modified (box) substantive: wording", count: 2)),
]

let footnotes = [
  MarkCase(
    old: "- (1) The logs[^1] and the keys are kept.\n\n[^1]: Only for a year.",
    new: "- (1) The logs and the keys[^1] are kept.\n\n[^1]: Only for a year.",
    english: [
      "the mark of footnote 1 stands behind \u{201C}keys\u{201D} instead of \u{201C}logs\u{201D} "
        + "(editorial: place)."
    ],
    german: [
      "das Zeichen von Fußnote 1 steht hinter \u{201E}keys\u{201C} statt hinter "
        + "\u{201E}logs\u{201C} (redaktionell: Stelle)."
    ], told: ["clause-modified (footnote) editorial: place"]),
  MarkCase(
    old: "- (1) All logs[^1] and all keys are kept.\n\n[^1]: Only for a year.",
    new: "- (1) All logs[^1] and all keys[^1] are kept.\n\n[^1]: Only for a year.",
    english: ["the mark of footnote 1 is added behind \u{201C}keys\u{201D} (editorial: place)."],
    german: [
      "das Zeichen von Fußnote 1 kommt hinter \u{201E}keys\u{201C} hinzu (redaktionell: Stelle)."
    ], told: ["clause-modified (footnote) editorial: place"]),
  MarkCase(
    old: "The logs of logs[^1] are kept.\n\n[^1]: A year.",
    new: "The logs[^1] of logs are kept.\n\n[^1]: A year.",
    english: [
      "the mark of footnote 1 stands behind \u{201C}The logs\u{201D} instead of "
        + "\u{201C}The logs of logs\u{201D} (editorial: place)."
    ],
    german: [
      "das Zeichen von Fußnote 1 steht hinter \u{201E}The logs\u{201C} statt hinter "
        + "\u{201E}The logs of logs\u{201C} (redaktionell: Stelle)."
    ], told: ["clause-modified (footnote) editorial: place"]),
]

let scripts = [
  MarkCase(
    old: "Up to 10<sup>6</sup> records.", new: "Up to 106 records.",
    english: ["\u{201C}6\u{201D} is no longer raised (substantive: number)."],
    german: ["\u{201E}6\u{201C} ist nicht mehr hochgestellt (inhaltlich: Zahl)."],
    told: ["clause-modified (script) substantive: number"]),
  MarkCase(
    old: "The CO2 is measured.", new: "The CO<sub>2</sub> is measured.",
    english: ["\u{201C}2\u{201D} is lowered now (editorial: spelling)."],
    german: ["\u{201E}2\u{201C} ist jetzt tiefgestellt (redaktionell: Schreibweise)."],
    told: ["clause-modified (script) editorial: spelling"]),
]
