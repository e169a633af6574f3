/// The texts of files cut into lines, each file read and cut once however many diagnostics it has.
struct SourceLines<Texts: SourceTexts> {
  private let texts: Texts
  private var files: [String: File?] = [:]

  private struct File {
    let bytes: [UInt8]
    /// Where each line begins, first line first.
    let starts: [Int]
  }

  init(_ texts: Texts) { self.texts = texts }

  /// The line `number`, from 1, of the file at `path` without its line end; `nil` where there is no
  /// such line or no such text.
  mutating func line(_ number: Int, of path: String) -> ArraySlice<UInt8>? {
    guard let file = file(at: path), number >= 1, number <= file.starts.count else { return nil }
    let start = file.starts[number - 1]
    var end = number < file.starts.count ? file.starts[number] : file.bytes.count
    while end > start, file.bytes[end - 1].isLineEnd { end -= 1 }
    return file.bytes[start..<end]
  }

  private mutating func file(at path: String) -> File? {
    if let known = files[path] { return known }
    let file = texts.bytes(of: path).map { File(bytes: $0, starts: lineStarts(of: $0)) }
    files[path] = .some(file)
    return file
  }
}
