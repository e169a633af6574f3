internal import Agreements
internal import Deadlines

extension [Provision] {
  /// The legal path of a place among an agreement's provisions, as readers of a language call it.
  func path(of provision: Int, in language: String) -> String {
    var writer = LegalPathWriter(of: self, in: Language(ofReaders: language))
    var path: [UInt8] = []
    writer.append(pathOf: provision, to: &path)
    return String(decoding: path, as: UTF8.self)
  }
}
