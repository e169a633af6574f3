package import Diagnostics

/// Reads a file that is YAML as a whole.
///
/// `limit`: the most bytes that are read.
///
/// - Returns: what `read` made of it, `nil` where the file is no YAML mapping; and all faults found.
package func readData<T>(
  from file: [UInt8], path: String, what: String, languages: [String] = [],
  limit: Int = YAMLLimits.bytes, _ read: (inout RecordReader) -> T
) -> (value: T?, diagnostics: [Diagnostic]) {
  let (root, diagnostics) = parseYAML(file[...], path: path, limit: limit)
  if root == nil, !diagnostics.isEmpty { return (nil, diagnostics) }
  let node =
    root ?? YAMLNode(.mapping([]), at: SourceRange(path: path, line: 1, column: 1))
  var record = RecordReader(node, path: path, what: what, languages: languages)
  guard case .mapping = node.value else { return (nil, diagnostics + record.diagnostics) }
  let value = read(&record)
  record.finish()
  return (value, diagnostics + record.diagnostics)
}

/// Reads a file of data that the binary carries.
///
/// A fault in one is a mistake of ours, and never passed over: a key that is misspelled would be
/// one that is not there, and a state of the EEA a third country.
///
/// `bytes`: the file; `nil` where nothing of that name is embedded.
///
/// - Precondition: the file is there, and has no fault; a test reads each of them.
package func readShippedData<T>(
  _ bytes: [UInt8]?, named name: String, what: String, _ read: (inout RecordReader) -> T
) -> T {
  guard let bytes else { preconditionFailure("'\(name)' is embedded") }
  let (value, faults) = readData(from: bytes, path: name, what: what, read)
  guard let value, faults.isEmpty else {
    preconditionFailure("'\(name)' has no faults, such as \(faults.map(\.summary))")
  }
  return value
}
