/// One file of a workspace that a build reads.
package struct SourceFile: Hashable, Sendable {
  /// What the file is, as its place says.
  package enum Kind: Hashable, Sendable {
    /// `content/portal.yml`
    case portal
    /// `content/agreements/*.md`
    case agreement
    /// `content/sub-processors/*.md`
    case subProcessor
    /// `content/measures/*.md`
    case measure
    /// `content/schemes/*.yml`
    case scheme
    /// `content/holidays/*.yml`
    case holidays
    /// Anything beneath `content/releases/<id>`.
    case release(id: String)
    /// `content/pictures/*`
    case picture
    /// `content/releases/next.yml`
    case nextRelease
    /// Anything beneath `templates`.
    case template
  }

  /// From the workspace, with `/` between the parts.
  package var path: String
  package var kind: Kind
  package var bytes: [UInt8]

  package init(path: String, kind: Kind, bytes: [UInt8]) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
  }

  /// The path from the folder that its kind of files lies in: `dpa.md`, or `pages/agreement.html`
  /// of a template, or `agreements/dpa.md` of a release.
  package var relativePath: Substring {
    let prefix =
      switch kind {
      case .portal: "content/"
      case .agreement: "content/agreements/"
      case .subProcessor: "content/sub-processors/"
      case .measure: "content/measures/"
      case .nextRelease: "content/releases/"
      case .scheme: "content/schemes/"
      case .holidays: "content/holidays/"
      case .picture: "content/pictures/"
      case .release(let id): "content/releases/\(id)/"
      case .template: "templates/"
      }
    return path.dropFirst(prefix.count)
  }
}
