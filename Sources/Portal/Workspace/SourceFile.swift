/// One file of a workspace that a build reads.
package struct SourceFile: Sendable {
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
    /// `content/transfers.yml`
    case transfers
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
  /// What all copies of the source share.
  private var contents: SourceContents

  package init(path: String, kind: Kind, bytes: [UInt8]) {
    self.init(path: path, kind: kind, contents: SourceContents(bytes, path: path))
  }

  init(path: String, kind: Kind, contents: SourceContents) {
    self.path = path
    self.kind = kind
    self.contents = contents
  }

  package var bytes: [UInt8] {
    get { contents.bytes }
    set { contents = SourceContents(newValue, path: path) }
  }

  /// The bytes, which are not held longer if they had to be read for this.
  package var bytesForOnce: [UInt8] { contents.bytesForOnce }

  /// The SHA-256 digest of the bytes, in hexadecimal digits.
  package var digest: String { contents.digest }

  /// Holds the bytes no longer, if they can be read again when they are asked for.
  package func letGo(digest: String) { contents.letGo(digest: digest) }

  /// The path from the folder that its kind of files lies in: `dpa.md`, or `pages/agreement.html`
  /// of a template, or `agreements/dpa.md` of a release.
  package var relativePath: Substring {
    let prefix =
      switch kind {
      case .portal, .transfers: "content/"
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
