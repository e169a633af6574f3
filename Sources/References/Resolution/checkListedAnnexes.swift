internal import Agreements
package import Diagnostics
internal import Markup

extension ReferenceResolver {
  /// Reports annexes that a list of the agreement names and that stand nowhere, once each.
  ///
  /// An annex may be a document or a register of the portal, or lie elsewhere, where the list says
  /// so.
  mutating func checkListedAnnexes() {
    for mention in annexLabels.unheaded where isOnlyListed(mention) {
      guard diagnostics.hasRoom(for: .missingAnnex, .warning) else { continue }
      diagnostics.append(
        .missingAnnex(
          reading.text(mention.textRange), line: line(of: mention),
          isComplete: workspace.isComplete, at: range(mention.textRange)))
    }
  }

  private func isOnlyListed(_ mention: Mention) -> Bool {
    guard let number = mention.parts.first?.path.first?.body, isInList(mention) else {
      return false
    }
    let finder = PlaceFinder(index: reading.index)
    let agreement = reading.agreement
    let own = AnnexDocuments.numbers(id: agreement.id, agreement.metadata)
    for number in [number, finder.otherForm(of: number)].compactMap(\.self) {
      if own.contains(number) || workspace.annexes.holds(number, of: agreement.id) { return false }
    }
    return !saysWhere(mention)
  }

  /// Whether the place of a mention is an entry of a list or table with nothing of its own below,
  /// or a line under a heading such as `Annexes`.
  private func isInList(_ mention: Mention) -> Bool {
    guard mention.provision >= 0 else { return false }
    let provision = reading.agreement.provisions[Int(mention.provision)]
    guard provision.end == mention.provision + 1 else { return false }
    let passage = reading.passages[Int(mention.passage)]
    switch provision.kind {
    case .row, .group: return true
    case .item, .clause, .section, .paragraph:
      let text = reading.agreement.tree.text[Int(passage.start)..<Int(passage.end)]
      let isAlone = !hasText(Int(mention.passage) + 1, of: mention.provision)
      guard isAlone, !text.contains(0x0A) else { return false }
    case .annex, .table: return false
    }
    switch provision.kind {
    case .section: return Self.namesAnnexes(provision.title)
    case .paragraph:
      return provision.parent >= 0
        && Self.namesAnnexes(reading.agreement.provisions[Int(provision.parent)].title)
    default: return true
    }
  }

  private func hasText(_ passage: Int, of provision: Int32) -> Bool {
    passage < reading.passages.count && reading.passages[passage].provision == provision
      && reading.passages[passage].kind != .footnote
  }

  /// `Annexes`, `List of annexes`, `Anlagen`
  private static func namesAnnexes(_ title: String) -> Bool {
    title.split { !$0.isLetter }.contains { AnnexWord(String($0)) != nil }
  }

  /// Whether an entry says what the annex is or where it lies: by a link, by the name of another
  /// document, as a separate one, or by the topic of a register or document of the portal.
  private func saysWhere(_ mention: Mention) -> Bool {
    let tree = reading.agreement.tree
    var tokenizer = Tokenizer()
    var passage = Int(mention.passage)
    repeat {
      let block = Int(reading.passages[passage].node)
      for node in block..<Int(tree.nodes[block].end) {
        switch tree.nodes[node].kind {
        case .link, .image, .code: return true
        default: continue
        }
      }
      let (start, end) = (Int(reading.passages[passage].start), Int(reading.passages[passage].end))
      tokenizer.tokenize(tree.text.span, from: start, to: end)
      for index in 0..<(tokenizer.tokens.count - 1) {
        if names(tokenizer.tokens, at: index) { return true }
      }
      passage += 1
    } while hasText(passage, of: mention.provision)
    return false
  }

  private func names(_ tokens: PassageTokens, at index: Int) -> Bool {
    let tree = reading.agreement.tree
    let id = reading.agreement.id
    if let found = context.document(tokens, at: index, in: tree.text.span), found.document.id != id
    {
      return true
    }
    let token = tokens[index]
    if token.kind == .address { return true }
    guard token.kind == .word else { return false }
    if Self.elsewhere[token.hash] != 0 { return true }
    let word = Array(
      String(decoding: tree.text[Int(token.start)..<Int(token.end)], as: UTF8.self).lowercased()
        .utf8)
    guard let topic = context.catalogs.topics.topic(of: word) else {
      // What the German measures are shortened to
      return word.elementsEqual("tom".utf8)
        && workspace.annexes.holds(RegisterTopic.measures.rawValue, of: id)
    }
    return RegisterTopic(rawValue: context.catalogs.topics.topics[topic].id).map {
      workspace.annexes.holds($0.rawValue, of: id)
    } ?? false
  }

  private static let elsewhere = WordTable(of: [
    "separate", "separately", "separates", "separater", "separaten", "separatem", "separat",
    "gesondert", "gesonderte", "gesonderter", "gesondertes", "gesondertem", "gesonderten",
  ])

  /// What the entry calls the annex.
  private func line(of mention: Mention) -> String {
    let end = reading.passages[Int(mention.passage)].end
    let text = reading.text(mention.textRange.lowerBound..<max(end, mention.textRange.upperBound))
    return String(text.reversed().drop { " ;,.".contains($0) }.reversed())
  }
}

extension Diagnostic.Code {
  package static let missingAnnex = Self(rawValue: "missing-annex")
}

extension Diagnostic {
  fileprivate static func missingAnnex(
    _ label: String, line: String, isComplete: Bool, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .missingAnnex, .warning,
      isComplete
        ? "'\(label)' is only listed; no heading of this agreement, no other agreement and no register "
          + "is that annex"
        : "'\(label)' is only listed; no heading of this file is that annex",
      at: range,
      help:
        "write it under '# \(line)', link the line to where it is, or call it a separate document "
        + "there")
  }
}
