internal import Registers

/// Who sees to a measure, as a cell in a column of responsibilities says.
enum ResponsibleParty: Equatable {
  case customer, shared
  /// Another company: the id of a sub-processor, or its name.
  case company(String)
  /// The processor, one of its departments, or someone that the words don't tell.
  case processor

  init(_ cell: String, words: MeasureWords, context: MeasureContext) {
    let text = cell.singleSpaced
    if context.isProcessor(text) {
      self = .processor
    } else if let company = Self.company(text, context) {
      self = .company(company)
    } else if words.isShared(text) {
      self = .shared
    } else {
      let parts = words.parties(in: text)
      let customers = parts.count { words.isOnlyCustomer($0) }
      if customers > 0 {
        self = customers == parts.count ? .customer : .shared
      } else {
        self = .processor
      }
    }
  }

  /// A company that the register has, or a name with its legal form and nothing else.
  private static func company(_ text: String, _ context: MeasureContext) -> String? {
    if let id = context.subProcessor(called: text) { return id }
    let company = CompanyText(text, hint: nil, isProvider: false)
    return company.hasLegalForm && company.rest.isEmpty ? company.name : nil
  }
}

extension StatedState {
  /// The state of a measure that `party` sees to; `nil` where only the party is known and it is the
  /// processor.
  ///
  /// A party says whose task it is, and not how far that has come.
  static func stated(_ state: StatedState?, by party: ResponsibleParty) -> StatedState? {
    switch (party, state?.state) {
    case (.customer, nil), (.customer, .implemented?), (.customer, .partial?),
      (.customer, .planned?):
      return StatedState(.customer)
    case (.shared, nil), (.shared, .implemented?): return StatedState(.shared)
    case (.company(let name), nil), (.company(let name), .implemented?),
      (.company(let name), .delegated?):
      return StatedState(.delegated, delegate: state?.delegate ?? name)
    default: return state
    }
  }
}

extension MeasureWords {
  /// Whether a text says that processor and customer each do a part.
  fileprivate func isShared(_ text: String) -> Bool {
    let key = FoldedText(text).key
    return states.contains { stated in
      stated.state == .shared && stated.phrases.contains { $0.text.key == key }
    }
  }

  /// Those whom a text names one after another: "Customer and provider", "Kunde/Anbieter".
  fileprivate func parties(in text: String) -> [String] {
    var parts = [text]
    for joint in [" and ", " und ", " or ", " oder ", "/", ",", ";", "&", "+"] {
      parts = parts.flatMap { part -> [String] in
        var pieces: [String] = []
        var rest = part[...]
        while let range = rest.range(ofText: joint) {
          pieces.append(String(rest[..<range.lowerBound]))
          rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Whether a text is what agreements call the customer, and no more: "Customer Support" is a
  /// department of the processor.
  func isOnlyCustomer(_ text: String) -> Bool {
    var key = LabelText(text).name.isEmpty ? text : LabelText(text).name
    for article in ["the ", "der ", "die ", "das ", "den ", "dem ", "des "]
    where key.lowercased().hasPrefix(article) {
      key.removeFirst(article.count)
    }
    let folded = FoldedText(key).key
    return customers.contains { $0.text.key == folded }
  }
}
