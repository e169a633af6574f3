package import Deadlines
package import Diagnostics
internal import Registers

extension ChangeSet {
  /// The change set as one JSON object, as docs/releases.md describes it.
  ///
  /// Members without a value are left out.
  package func json(in language: Language) -> [UInt8] {
    var json = JSONText()
    append(to: &json, in: language)
    json.lineBreak()
    return json.bytes
  }

  /// Writes the same object as a part of another text.
  package func append(to json: inout JSONText, in language: Language) {
    json.object { json in
      if !from.isEmpty { json.member("from", from) }
      json.member("to", to)
      json.key("changes")
      json.array { json in
        for change in changes { change.append(to: &json, in: language) }
      }
    }
  }
}

extension Change {
  /// Writes the change as one object.
  package func append(to json: inout JSONText, in language: Language) {
    json.object { json in
      json.member("number", number)
      json.member("kind", kind.rawValue)
      json.member("entity", entity)
      json.member("agreement", ifPresent: agreement)
      json.member("before", ifPresent: before)
      json.member("after", ifPresent: after)
      json.member("moves", ifAny: moves) { json, move in
        json.member("before", ifPresent: move.before)
        json.member("after", ifPresent: move.after)
      }
      json.member("field", ifPresent: field)
      json.member("valueBefore", ifPresent: valueBefore)
      json.member("valueAfter", ifPresent: valueAfter)
      json.member("wordsRemoved", wordsRemoved)
      json.member("wordsAdded", wordsAdded)
      json.member("materiality", materiality.rawValue)
      json.member("rule", judgement.found == nil ? rule.rawValue : "note")
      if let found = judgement.found {
        json.member("materialityFound", found.rawValue)
        json.member("ruleFound", rule.rawValue)
      }
      json.member("reason", ifPresent: reason?.text(in: language.rawValue).text)
      json.member("sentence", sentence(in: language))
    }
  }
}

extension JSONText {
  fileprivate mutating func member(_ name: String, ifPresent place: ChangePlace?) {
    guard let place else { return }
    key(name)
    object { json in
      json.member("parts", place.parts)
      json.member("path", place.path)
      json.member("line", place.line)
    }
  }
}
