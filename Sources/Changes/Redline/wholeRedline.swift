internal import Agreements

/// The redline of an agreement that only one of the versions has.
func wholeRedline(_ id: String, _ text: ComparedText, isOld: Bool) -> Redline {
  var redline = Redline(
    agreement: id, old: isOld ? text.snapshot.reading : nil,
    new: isOld ? nil : text.snapshot.reading)
  let marks = RedlineMarks(InlineMarks(text), text)
  if isOld { redline.oldMarks = marks } else { redline.newMarks = marks }
  var depths = [Int](repeating: 0, count: text.nodes.count)
  for (index, node) in text.nodes.enumerated() {
    if index > 0 { depths[index] = node.parent > 0 ? depths[Int(node.parent)] + 1 : 0 }
    guard index > 0 || !node.passages.isEmpty else { continue }
    let start = redline.texts.count
    for position in node.passages {
      let passage = text.passages[Int(position)]
      guard let first = passage.tokens.first, let last = passage.tokens.last else { continue }
      let bytes = text.tokens.bytes(from: first, through: last)
      redline.runs.append(
        RedlineRun(
          kind: isOld ? .removed : .added, old: isOld ? bytes : 0..<0, new: isOld ? 0..<0 : bytes))
      redline.texts.append(
        RedlineText(
          kind: passage.kind == .heading ? .heading : passage.kind == .cell ? .cell : .paragraph,
          column: Int(passage.column), runs: redline.runs.count - 1..<redline.runs.count))
    }
    let provision = node.provision
    let designation = text.designation(of: index)
    redline.clauses.append(
      RedlineClause(
        state: isOld ? .removed : .added,
        kind: provision >= 0 && node.role == .place
          ? text.agreement.provisions[Int(provision)].kind : .paragraph,
        old: isOld ? provision : Provision.none, new: isOld ? Provision.none : provision,
        depth: depths[index], oldDesignation: isOld ? designation : "",
        newDesignation: isOld ? "" : designation, texts: start..<redline.texts.count,
        isHead: node.role == .head))
  }
  return redline
}
