internal import History

/// Which of the files that went and came are called alike, and alone with that.
struct AlikeFiles {
  /// By the number of a file that went, that of the one that came.
  private(set) var byName: [Int: Int] = [:]
  private(set) var byTitle: [Int: Int] = [:]

  init(_ old: [ContentFile], _ new: [ContentFile], _ gone: [Int], _ come: [Int]) {
    guard !gone.isEmpty, !come.isEmpty else { return }
    func pairs(_ key: (ContentFile) -> String) -> [Int: Int] {
      let before = Dictionary(grouping: gone) { key(old[$0]) }
      let after = Dictionary(grouping: come) { key(new[$0]) }
      var pairs: [Int: Int] = [:]
      for (name, files) in before where !name.isEmpty && files.count == 1 {
        if let others = after[name], others.count == 1 { pairs[files[0]] = others[0] }
      }
      return pairs
    }
    // Of several in folders of their own, one in another spelling may still be alone with its name.
    byName = pairs { String(lastPart(of: $0.name)) }
      .merging(pairs { plainName(of: $0.name) }) { exact, _ in exact }
    byTitle = pairs { plainText(title(of: $0.bytes)) }
  }
}

/// The name of a file without its ending, of letters and digits only: `Sub-processors.md` as
/// `subprocessors`.
private func plainName(of path: String) -> String {
  let name = lastPart(of: path)
  let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
  return plainText(String(stem))
}

private func plainText(_ text: String) -> String {
  String(text.lowercased().filter { $0.isLetter || $0.isNumber })
}

/// What a text calls itself: `title` of its frontmatter, else its first heading of the first level;
/// empty where it has neither.
private func title(of text: [UInt8]) -> String {
  var inFrontmatter = false
  // A title stands early; of a long text without one no more is looked at.
  let lines = text.prefix(1 << 14).split(separator: 0x0A, omittingEmptySubsequences: false)
  for (number, line) in lines.enumerated() {
    let line = line.last == 0x0D ? line.dropLast() : line
    if line.elementsEqual("---".utf8), number == 0 || inFrontmatter {
      inFrontmatter.toggle()
      continue
    }
    for mark in [inFrontmatter ? "title:" : "# "] where line.starts(with: mark.utf8) {
      return String(decoding: line.dropFirst(mark.utf8.count), as: UTF8.self)
    }
  }
  return ""
}
