#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `EmbedFilesTool OUTPUT FOLDER NAME...`: writes the named files of a folder into one Swift file.
///
/// Run by the plugin `EmbedFiles` only. A file that is not text ends the build with its name.
@main
struct EmbedFilesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      throw EmbeddingError(message: "usage: EmbedFilesTool OUTPUT FOLDER NAME...")
    }
    let files = try arguments.dropFirst(3).map { name in
      let path = arguments[2] + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw EmbeddingError(message: "\(path): can't be read")
      }
      guard let text = String(validating: data, as: UTF8.self), !data.contains(0) else {
        throw EmbeddingError(message: "\(path): must be UTF-8 text to be embedded")
      }
      return EmbeddedText(name: name, text: text)
    }
    let source = swiftSource(embedding: files)
    try Data(source.utf8).write(to: URL(filePath: arguments[1]))
  }
}

/// Why a file can't be embedded.
struct EmbeddingError: Error, CustomStringConvertible {
  var message: String
  var description: String { message }
}
