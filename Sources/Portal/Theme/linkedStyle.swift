/// A style sheet whose `url(...)` name other assets by their published names, which have a digest.
///
/// `name`: that of the sheet in `assets/`, which the others are named from. What is no asset stays as
/// it is.
func linkedStyle(_ name: String, _ bytes: [UInt8], assets: [String: Theme.Asset]) -> [UInt8] {
  let pieces = String(decoding: bytes, as: UTF8.self)
    .split(separator: "url(", omittingEmptySubsequences: false)
  guard pieces.count > 1 else { return bytes }
  let folder = styleFolder(of: name)
  var text = String(pieces[0])
  for piece in pieces.dropFirst() {
    text += "url("
    guard let end = piece.firstIndex(of: ")") else {
      text += piece
      continue
    }
    let (address, path) = loadedFile(piece[..<end])
    if let asset = assets[folder + path] {
      let file = asset.path.split(separator: "/").last ?? ""
      // The folder of the asset from the sheet is as it was written; only the file has a new name.
      let place = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      text += "\(place)\(file)\(address[path.endIndex...])"
    } else {
      text += piece[..<end]
    }
    text += piece[end...]
  }
  return Array(text.utf8)
}

/// The folder that a style sheet names files from.
func styleFolder(of name: String) -> String {
  name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
}

/// The files that a piece of a style sheet loads by `url(...)`, as it names them.
func loadedFiles(in code: Substring) -> [String] {
  code.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
    piece.firstIndex(of: ")").map { String(loadedFile(piece[..<$0]).path) }
  }.filter { !$0.isEmpty }
}

/// What stands between the brackets of `url(...)`, and the file that it leads to.
private func loadedFile(_ text: Substring) -> (address: String, path: Substring) {
  let address = text.filter { !"\"' ".contains($0) }
  return (address, address.prefix { $0 != "#" })
}
