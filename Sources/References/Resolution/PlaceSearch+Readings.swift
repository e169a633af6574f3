internal import Agreements
internal import Diagnostics
internal import Markup

// Other ways to read what leads nowhere as it is written.

extension PlaceSearch {
  /// The two places of `clause 5, paragraph 3 of Schedule 1`, where the annex has no clause 5, and
  /// of `clause 4(a), subsection 4(b)`, which counts as sections are.
  func resolveApart(
    _ part: Mention.Part
  ) -> (first: ResolvedReference.Part, second: ResolvedReference.Part)? {
    guard let split = part.split else { return nil }
    let container = Int(split.container)
    let comma = container + Int(split.steps)
    guard comma < part.path.count, container == 0 || split.steps == 1,
      let outer = find(part.path[container..<comma]).places.first
    else { return nil }
    var behind = part
    behind.path = Array(part.path[..<container] + part.path[comma...])
    behind.textRange = split.start..<part.textRange.upperBound
    // Without an annex, only a number of its own tells that it is of no part of what stands before.
    let found = container > 0 ? find(behind.path[...]).places.first : numbered(behind)
    guard let inner = found else { return nil }
    var first = ResolvedReference.Part(textRange: part.textRange.lowerBound..<split.end)
    var second = ResolvedReference.Part(textRange: split.start..<part.textRange.upperBound)
    first.status = .resolved
    second.status = .resolved
    first.targets = [reference(to: outer)]
    second.targets = [reference(to: inner)]
    return (first, second)
  }

  /// Letter a of 2.1, written `2.1a`: with a capital, `2.1A` is only what was put in after 2.1.
  func placeOfGluedLetter(_ part: Mention.Part) -> Int32? {
    guard let last = part.path.last, !last.isBracketed, last.form == .number,
      last.level == .section || last.level == .component,
      let letter = last.body.utf8.last, letter > UInt8(ascii: "9"),
      source.agreement.tree.text[Int(part.textRange.upperBound) - 1] == letter
    else { return nil }
    var path = part.path
    path[path.count - 1].body.removeLast()
    path.append(Designator(.component, String(UnicodeScalar(letter))))
    return find(path[...]).places.first
  }

  /// Section 4(a), called `paragraph 4(a)` or `subsection 4a` where no section has such a one: in
  /// English, both words can be any place with a number. Schedules call their sections paragraphs,
  /// too: `paragraph 4`.
  func placeAsNumbered(_ part: Mention.Part) -> Int32? {
    guard part.through.isEmpty, let section = asSection(part) else { return nil }
    return find(section.path[...]).places.first ?? placeOfGluedLetter(section)
  }

  /// A part of paragraphs as one of sections of that number.
  func asSection(_ part: Mention.Part) -> Mention.Part? {
    switch mention.qualifier {
    case .none, .thisUnit(.annex): break
    default: return nil
    }
    guard let first = part.path.first,
      first.level == .paragraph || first.level == .subsection, first.form == .number,
      !first.isBracketed, part.path.dropFirst().allSatisfy({ $0.level == .component }),
      hasOwnNumber(part) || (first.level == .paragraph && !countsParagraphs()),
      !source.text(part.textRange).lowercased().hasPrefix("abs")
    else { return nil }
    var section = part
    section.path[0].level = .section
    if !section.through.isEmpty { section.through[0].level = .section }
    return section
  }

  /// A part as one of the section of its number, whatever it is called.
  func sectionByNumber(_ part: Mention.Part) -> Mention.Part? {
    switch mention.qualifier {
    case .none, .thisUnit(.annex): break
    default: return nil
    }
    guard let first = part.path.first, first.form == .number, !first.isBracketed,
      part.path.dropFirst().allSatisfy({ $0.level == .component })
    else { return nil }
    var section = part
    section.path[0].level = .section
    if !section.through.isEmpty { section.through[0].level = .section }
    return section
  }

  /// Whether a number is none that paragraphs of a section are counted by: `4(a)`, `4.1`, `4a`.
  private func hasOwnNumber(_ part: Mention.Part) -> Bool {
    part.path.count > 1 || part.path[0].body.utf8.last.map { $0 > UInt8(ascii: "9") } == true
  }

  /// Whether the section around the mention counts its paragraphs by themselves, `(1)` and not
  /// `2.1`: what is called a paragraph there is one of them.
  private func countsParagraphs() -> Bool {
    let provisions = source.agreement.provisions
    var place = mention.provision
    while place != Provision.none, provisions[Int(place)].kind == .clause {
      place = provisions[Int(place)].parent
    }
    guard place != Provision.none, Int(place) + 1 < provisions.count,
      provisions[Int(place) + 1].parent == place, provisions[Int(place) + 1].kind == .clause
    else { return false }
    let designation = provisions[Int(place) + 1].designation.utf8
    return designation.first.map { $0.isASCIIDigit || $0 == UInt8(ascii: "(") } == true
      && !ProvisionIndex.number(provisions[Int(place) + 1].designation).contains(".")
  }

  /// The place behind the steps that a part may share with the one before it: `clause 4(a) and
  /// subsection 4(b)`.
  func placeAlone(_ part: Mention.Part) -> Int32? {
    guard part.through.isEmpty else { return nil }
    if part.sharedSteps > 0, let place = find(part.path[part.sharedSteps...]).places.first {
      return place
    }
    guard part.stepsBefore < part.path.count else { return nil }
    var alone = part
    alone.path.removeFirst(part.stepsBefore)
    return numbered(alone)
  }

  private func numbered(_ part: Mention.Part) -> Int32? {
    isAfterCitation || part.path.isEmpty || !hasOwnNumber(part) ? nil : placeAsNumbered(part)
  }

  /// The row of a table that prints a number which no clause has; one of the same annex before
  /// others.
  func placeOfRow(_ part: Mention.Part) -> Int32? {
    guard let first = part.path.first, first.level != .annex, part.through.isEmpty,
      let number = PlaceFinder(index: reading.index).joined(part.path[...]).first,
      number.steps == part.path.count, number.steps > 1
    else { return nil }
    let rows = reading.index.rows(numbered: number.number)
    guard rows.count > 1, source.agreement.id == reading.agreement.id, mention.provision >= 0 else {
      return rows.first
    }
    let scope = source.index.scopes[Int(mention.provision)]
    return rows.first { reading.index.scopes[Int($0)] == scope } ?? rows.first
  }

  /// `Annex 1, section 2` as two references, where annex 1 has no section 2.
  func resolveLoosely(
    _ part: Mention.Part, _ resolved: inout ResolvedReference.Part
  ) -> [ReferenceTarget]? {
    guard part.looseSteps > 0, part.looseSteps < part.path.count,
      let outer = find(part.path[..<part.looseSteps]).places.first,
      let inner = find(part.path[part.looseSteps...]).places.first
    else { return nil }
    resolved.status = .resolved
    return [reference(to: outer), reference(to: inner)]
  }
}
