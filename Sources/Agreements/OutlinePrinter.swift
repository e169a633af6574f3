package import Diagnostics
internal import Markup

/// Shows what Annex understood of an agreement: `annex outline`.
package struct OutlinePrinter: Sendable {
  private let agreement: Agreement
  private let texts: [String]

  package init(_ agreement: Agreement) {
    self.agreement = agreement
    texts = Array(agreement.plainTexts())
  }

  /// An indented list: path, title and the first words of each place.
  package func textForPeople(width: Int) -> String {
    var output = ""
    var depths = [Int](repeating: 0, count: agreement.provisions.count)
    for (index, provision) in agreement.provisions.enumerated() {
      if provision.parent != Provision.none { depths[index] = depths[Int(provision.parent)] + 1 }
      let indent = String(repeating: "  ", count: min(depths[index], 12))
      let path = agreement.legalPath(of: index).written
      let title =
        provision.title.isEmpty || provision.title == provision.part ? "" : "  \(provision.title)"
      var line = "\(indent)\(path)\(title)"
      let words = texts[index].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let room = width - line.unicodeScalars.count - 2
      if room > 12, !words.isEmpty, words != provision.title {
        line +=
          "  "
          + (words.unicodeScalars.count > room ? "\(words.prefixOfScalars(room - 3))..." : words)
      }
      output += line + "\n"
    }
    return output
  }

  /// One JSON object: `{"file", "agreement", "nodes": [...]}`, as docs/content.md describes it.
  ///
  /// `appendMore` adds members behind those, such as the references of the text.
  package func json(appendMore: (inout JSONText) -> Void = { _ in }) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("file", agreement.path)
      json.member("agreement", agreement.id)
      json.key("nodes")
      appendNodes(to: &json)
      appendMore(&json)
    }
    json.lineBreak()
    return json.bytes
  }

  /// One loop over all places: lists and clauses in lists nest deeper than a stack should.
  private func appendNodes(to json: inout JSONText) {
    json.array { json in
      var ends: [Int32] = []
      for (index, provision) in agreement.provisions.enumerated() {
        while let end = ends.last, end <= Int32(index) {
          ends.removeLast()
          json.endArray()
          json.endObject()
        }
        json.beginObject()
        append(provision, at: index, to: &json)
        if provision.end > Int32(index) + 1 {
          json.key("children")
          json.beginArray()
          ends.append(provision.end)
        } else {
          json.endObject()
        }
      }
      for _ in ends {
        json.endArray()
        json.endObject()
      }
    }
  }

  private func append(_ provision: Provision, at index: Int, to json: inout JSONText) {
    let path = agreement.legalPath(of: index)
    json.member("kind", provision.kind.rawValue)
    if !provision.designation.isEmpty {
      json.member(provision.level > 0 ? "number" : "marker", provision.designation)
    }
    json.member("secondNumber", ifPresent: provision.secondDesignation.nonEmpty)
    json.member("title", ifPresent: provision.title.nonEmpty)
    json.member("parts", path.parts)
    json.member("path", path.written)
    json.member("anchor", provision.anchor)
    json.member("label", ifPresent: provision.label.nonEmpty)
    if !provision.covers.isEmpty { json.member("covers", provision.covers) }
    let position = agreement.tree.position(ofByte: Int(provision.offset))
    json.member("line", position.line)
    json.member("column", position.column)
    json.member("text", ifPresent: texts[index].nonEmpty)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  fileprivate func prefixOfScalars(_ count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
  }
}
