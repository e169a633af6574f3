package import Deadlines
package import Frontmatter

/// One mechanism that a transfer rests on, with what belongs to it.
package struct Transfer: Sendable, Equatable {
  package var mechanism: Located<TransferMechanism>
  /// Module 1 to 4 of the standard contractual clauses.
  package var module: Located<Int>?
  /// Whether a module is stated that could not be read.
  package var isModuleMisread = false
  /// The adequacy decision, such as `(EU) 2023/1795`.
  package var decision: Located<String>?
  /// The legal entity that is certified or bound.
  package var entity: Located<String>?
  /// The authority that approved or authorised.
  package var authority: Located<String>?
  /// The letter of Article 49(1) that a derogation rests on.
  package var letter: Located<String>?
  package var reason: LocalizedText?
  package var signed: Located<CalendarDate>?
  package var expires: Located<CalendarDate>?
  /// When somebody last looked whether it still holds, and where.
  package var checked: Located<CalendarDate>?
  package var source: Located<String>?
  /// The date of the transfer impact assessment.
  package var assessed: Located<CalendarDate>?
  package var supplementaryMeasures: [LocalizedText]
}

extension Transfer {
  /// A mechanism without further facts.
  package init(_ mechanism: Located<TransferMechanism>) {
    self.mechanism = mechanism
    supplementaryMeasures = []
  }

  init?(reading record: inout RecordReader) {
    let name = record.requiredText("mechanism")
    let mechanism = name.flatMap {
      record.choice($0, for: "mechanism", as: TransferMechanism.self)
    }
    module = record.value("module", expected: "a module from 1 to 4") { text in
      Int(text).flatMap { (1...4).contains($0) ? $0 : nil }
    }
    isModuleMisread = module == nil && record.has("module")
    decision = record.text("decision")
    entity = record.text("entity")
    authority = record.text("authority")
    letter = record.value("letter", expected: "a letter from a to g") {
      $0.utf8.count == 1 && ("a"..."g").contains($0) ? $0 : nil
    }
    reason = record.prose("reason")
    signed = record.date("signed")
    expires = record.date("expires")
    checked = record.date("checked")
    source = record.webAddress("source")
    assessed = record.date("assessed")
    supplementaryMeasures = record.texts("supplementary-measures").map { LocalizedText($0) }
    guard let mechanism else { return nil }
    self.mechanism = mechanism
  }

  /// Reads `transfer`: the name of a mechanism, a mapping, or a list of both.
  ///
  /// Several stand for a mechanism and what holds should it fall.
  static func all(in record: inout RecordReader) -> [Transfer] {
    guard let node = record.node("transfer") else { return [] }
    let items: [YAMLNode]
    if case .sequence(let list) = node.value { items = list } else { items = [node] }
    var transfers: [Transfer] = []
    for item in items {
      if let text = item.text, !item.isNull {
        let located = Located(text, at: item.range)
        let mechanism = record.choice(located, for: "transfer", as: TransferMechanism.self)
        if let mechanism { transfers.append(Transfer(mechanism)) }
      } else if case .mapping = item.value {
        let transfer = record.readRecord(item, prefix: "transfer", what: "transfer") {
          Transfer(reading: &$0)
        }
        if let transfer { transfers.append(transfer) }
      } else {
        record.report(
          .wrongType("'transfer' must be a mechanism or a mapping", item, help: nil))
      }
    }
    return transfers
  }
}

extension Transfer {
  /// Whether its last day, if the record names one, is before `day`.
  package func isOver(on day: CalendarDate) -> Bool {
    expires.map { $0.value < day } ?? false
  }
}
