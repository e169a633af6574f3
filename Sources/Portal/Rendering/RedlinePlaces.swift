internal import Agreements
internal import Deadlines
internal import Markup
internal import References

/// The places of one of the two versions that a redline weaves together: their paths and addresses.
struct RedlinePlaces {
  private let agreement: Agreement
  /// The page of the version, without a fragment; `nil` where there is none to link to.
  private let page: [UInt8]?
  /// The nodes of registers that stand in the text.
  private let registers: Set<Int32>
  private var writer: LegalPathWriter
  /// Kept from one link to the next, so that its memory is used again.
  private var address: [UInt8] = []

  /// `nil` where there is no such version.
  init?(_ reading: AgreementReading?, page: String?, in language: Language) {
    guard let reading else { return nil }
    agreement = reading.agreement
    self.page = page.map { Array($0.utf8) }
    registers = Set(agreement.embeddedRegisters.map(\.node))
    writer = LegalPathWriter(of: agreement.provisions, in: language)
  }

  /// Appends the legal path of a provision as it is written.
  mutating func append(pathOf provision: Int32, to output: inout [UInt8]) {
    writer.append(pathOf: Int(provision), to: &output)
  }

  /// Appends a text as a link to a provision.
  ///
  /// - Returns: `false` where the provision has no address; nothing is appended then.
  mutating func append(
    linkTo provision: Int32, _ text: [UInt8], to output: inout [UInt8]
  ) -> Bool {
    guard page != nil, provision >= 0, !text.isEmpty else { return false }
    address.removeAll(keepingCapacity: true)
    Self.append(page ?? [], provision, of: agreement, registers, to: &address)
    output += RedlineTags.link
    appendEscapedHTML(address[...], to: &output)
    output += RedlineTags.linkTarget
    appendEscapedHTML(text[...], to: &output)
    output += RedlineTags.linkEnd
    return true
  }

  /// The address of a provision; `nil` where it has none.
  func address(of provision: Int32) -> [UInt8]? {
    guard page != nil, provision >= 0 else { return nil }
    var address: [UInt8] = []
    Self.append(page ?? [], provision, of: agreement, registers, to: &address)
    return address
  }

  private static func append(
    _ page: [UInt8], _ provision: Int32, of agreement: Agreement, _ registers: Set<Int32>,
    to address: inout [UInt8]
  ) {
    address += page
    // A register that stands in the text has no place of its own on the page.
    let isRegister =
      !registers.isEmpty && registers.contains(agreement.provisions[Int(provision)].node)
    if !isRegister, !agreement.provisions[Int(provision)].anchor.isEmpty {
      address.append(UInt8(ascii: "#"))
      address += percentEncodedFragment(agreement.provisions[Int(provision)].anchor).utf8
    }
  }
}
