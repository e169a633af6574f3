/// Where a page will stand and which language it speaks: what registered functions may know of it.
package struct PagePlace: Sendable {
  /// From the root of the site, such as `agreements/dpa/index.html`.
  package let path: String
  package let language: String

  package init(path: String = "", language: String = "") {
    self.path = path
    self.language = language
  }
}
