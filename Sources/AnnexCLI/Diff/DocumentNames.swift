internal import Changes
internal import Portal

/// What documents are called where several stand side by side.
struct DocumentNames {
  private var redlines: [String: Redline] = [:]
  private var countOfTitle: [String: Int] = [:]

  init(_ redlines: [Redline]) {
    for redline in redlines {
      self.redlines[redline.agreement] = redline
      countOfTitle[redline.title, default: 0] += 1
    }
  }
}

extension DocumentNames {
  /// The title, and behind it the path or id where others have the same.
  func heading(of redline: Redline) -> String {
    if redline.title.isEmpty { return redline.agreement }
    return isUnique(redline) ? redline.title : "\(redline.title) (\(redline.agreement))"
  }

  /// What sentences begin with: the title where no other document has the same, else the path or
  /// id.
  ///
  /// That a whole document came or went says its title anyway; of a file, its path is new.
  func name(for change: Change, areFiles: Bool) -> String? {
    guard let redline = change.agreement.flatMap({ redlines[$0] }) else { return nil }
    let isTitle = isUnique(redline) && !redline.title.isEmpty
    let isWhole =
      change.entity == redline.agreement
      && [.of(.annex, .added), .of(.annex, .removed)].contains(change.kind)
    if isWhole { return areFiles || !isTitle ? redline.agreement : nil }
    return isTitle ? redline.title : redline.agreement
  }

  private func isUnique(_ redline: Redline) -> Bool { countOfTitle[redline.title] == 1 }
}

extension ChangeSet {
  /// Lets each sentence begin with what its document is called.
  ///
  /// `areFiles`: whether the documents are known by their paths.
  mutating func nameDocuments(areFiles: Bool) {
    let names = DocumentNames(redlines)
    nameDocuments { names.name(for: $0, areFiles: areFiles) }
  }
}
