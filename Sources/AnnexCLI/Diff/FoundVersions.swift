internal import Diagnostics
internal import History
internal import Portal
internal import Registers

/// Two versions to compare, as the operands of `annex diff` name them.
struct FoundVersions {
  var old: UnreadVersion
  var new: UnreadVersion
  /// How many documents are compared, those that are equal included.
  var documents = 1
  /// The paths of files that have another one in the newer version, and are called by that in both.
  var renames: [(before: String, after: String)] = []
  /// What diagnostics call the files that the user wants to hear of; `nil` for all. The others are
  /// there for what they are cited for and for the words that they define.
  var wanted: Set<String>?
  /// What authors said of the changes of the releases behind the older version, up to the newer
  /// one.
  var notes: [ReleaseNote] = []
  /// Why files are left out of both versions.
  var refusals: [Diagnostic] = []
}

extension FoundVersions {
  /// Two files by themselves, which are one agreement, whatever they are called.
  init(_ first: ContentFile, _ second: ContentFile) {
    var (old, new) = (first, second)
    new.name = String(lastPart(of: second.name))
    old.name = new.name
    self.init(
      old: UnreadVersion(id: old.path, files: [old], isLoose: true),
      new: UnreadVersion(id: new.path, files: [new], isLoose: true))
  }
}
