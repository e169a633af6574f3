internal import Agreements
internal import Frontmatter
internal import History

extension ContentFile {
  /// What a file of an agreement says of itself, without a look at its text.
  var agreementMetadata: AgreementMetadata {
    readAgreementMetadata(
      readFrontmatter(of: bytes, path: path).root, path: path, defaultID: fileStem(of: path)
    ).metadata
  }
}
