/// A style sheet whose `url(...)` name other assets by their published names, which have a digest.
///
/// `name`: that of the sheet in `assets/`, which the others are named from. What is no asset stays as
/// it is.
func linkedStyle(_ name: String, _ bytes: [UInt8], assets: [String: Theme.Asset]) -> [UInt8] {
  let pieces = String(decoding: bytes, as: UTF8.self)
    .split(separator: "url(", omittingEmptySubsequences: false)
  guard pieces.count > 1 else { return bytes }
  let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  var text = String(pieces[0])
  for piece in pieces.dropFirst() {
    text += "url("
    guard let end = piece.firstIndex(of: ")") else {
      text += piece
      continue
    }
    let address = piece[..<end].filter { !"\"' ".contains($0) }
    let path = address.prefix { $0 != "#" }
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
