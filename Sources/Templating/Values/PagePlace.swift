/// Where a page will stand and which language it speaks: what registered functions may know of it.
package struct PagePlace: Sendable {
  /// From the root of the site, such as `agreements/dpa/index.html`.
  package let path: String
  package let language: String
  /// Where the site begins, such as `/portal/`, for a page that is shown at any address; `nil`
  /// where the page's own path tells how to get there.
  package let root: String?

  package init(path: String = "", language: String = "", root: String? = nil) {
    self.path = path
    self.language = language
    self.root = root
  }
}
