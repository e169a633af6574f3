/// A label that names a control: its words, and the remarks in brackets around them.
struct LabelText {
  /// Without brackets, closing marks, and what says where the law has it.
  var name: String
  /// What stands in brackets, outermost first.
  var remarks: [String] = []

  init(_ text: String, cutting citations: [FoldedPhrase] = []) {
    var outside: [UInt8] = []
    var remark: [UInt8] = []
    var depth = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("):
        if depth > 0 { remark.append(byte) }
        depth += 1
      case UInt8(ascii: ")") where depth > 0:
        depth -= 1
        if depth > 0 {
          remark.append(byte)
        } else {
          remarks.append(String(decoding: remark, as: UTF8.self).singleSpaced)
          remark = []
        }
      default:
        if depth > 0 { remark.append(byte) } else { outside.append(byte) }
      }
    }
    // A bracket that nobody closed reaches to the end.
    if depth > 0 { remarks.append(String(decoding: remark, as: UTF8.self).singleSpaced) }
    name = String(decoding: outside, as: UTF8.self).singleSpaced
    let folded = FoldedText(name)
    for phrase in citations {
      guard let range = folded.firstRange(of: phrase.text), range.lowerBound > 0 else { continue }
      name = name.bytes(0..<range.lowerBound).singleSpaced
      break
    }
    while let last = name.utf8.last, " :.,;-".utf8.contains(last) { name.removeLast() }
  }
}
