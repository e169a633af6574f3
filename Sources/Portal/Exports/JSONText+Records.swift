internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

// What the data of both registers have in common. A member without a value is left out.

extension JSONText {
  /// What a file of data says of itself before its records.
  ///
  /// `format`: the name of its schema. The version is raised when a member goes or means another
  /// thing; a member that is added is no other version.
  mutating func members(
    of portal: CompiledPortal, format: String, version: Int, digest: String, generator: String
  ) {
    member("format", format)
    member("version", version)
    member("generator", generator)
    member("asOf", portal.asOf.description)
    member("digest", digest)
    member("baseURL", ifPresent: portal.settings.baseURL?.value)
    member("languages", portal.settings.languages.map(\.value))
    let processor = portal.settings.processor
    let contact = processor.contact ?? portal.settings.notice.channel
    key("processor")
    object { json in
      json.member("name", processor.name.value)
      json.member("email", ifPresent: contact?.email?.value)
    }
    member("products", ifAny: portal.settings.products) { json, product in
      json.member("id", product.id.value)
      json.member("name", product.name, of: portal)
      json.member("editions", ifAny: product.editions) { json, edition in
        json.member("id", "\(product.id.value)/\(edition.id.value)")
        json.member("name", edition.name, of: portal)
      }
    }
  }

  /// Prose by language; what is written only once is in the language of `portal`.
  mutating func member(_ name: String, _ prose: LocalizedText?, of portal: CompiledPortal) {
    guard let prose else { return }
    key(name)
    object { json in
      for variant in prose.variants {
        json.member(variant.language?.value ?? portal.settings.defaultLanguage, variant.text.value)
      }
    }
  }
}

extension PortalSettings {
  /// The address of a page: a URL where the portal has one, else the path from its root.
  func address(ofPage path: String) -> String {
    baseURL.map { absoluteURL(of: path, base: $0.value) } ?? path
  }
}
