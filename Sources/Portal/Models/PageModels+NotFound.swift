internal import Frontmatter
internal import Registers
internal import Templating

// The page that servers send for any address that leads nowhere: see docs/theme.md.

extension PortalSettings {
  /// Where the portal lies on its server, between slashes: `/legal/trust/`, or `/`; `nil` where
  /// nobody said.
  var pathOnServer: String? {
    guard let base = baseURL?.value, let start = base.firstRange(of: "://")?.upperBound else {
      return nil
    }
    let path = base[start...].drop { $0 != "/" }
    return path.isEmpty ? "/" : "\(path)/"
  }
}

extension PageModels {
  /// The path of the portal on its server, between slashes, for pages that are shown at any
  /// address: nothing leads on from there that is relative. `nil` of all other pages, and where the
  /// portal does not know its address.
  func root(of page: PlannedPage) -> String? {
    guard case .notFound = page.subject else { return nil }
    return portal.settings.pathOnServer
  }

  /// What the page says in the other languages of the portal: a list of `language`, `title`, `lead`
  /// and `home`, with the `path` of the start page.
  func notFound(besides language: String) -> Value {
    .array(
      portal.settings.languages.map(\.value).filter { $0 != language }.compactMap { other in
        guard let words = theme.words[other] else { return nil }
        let title = portal.settings.title.text(in: other).text
        return .pairs([
          "language": .string(other), "title": .string(words.text("not-found.title")),
          "lead": .string(words.text("not-found.lead")),
          "home": .string(words.text("not-found.home", filling: ["title": title])),
          "path": .string(paths.start(other)),
        ])
      })
  }
}
