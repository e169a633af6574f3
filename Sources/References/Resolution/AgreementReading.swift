package import Agreements
internal import Markup
internal import Synchronization

/// An agreement with all that can be found in it without looking at another.
///
/// A class, because the scanners hold it and are called for every word: a reference is passed on
/// for free, a structure of this size is copied.
package final class AgreementReading: Sendable {
  package let agreement: Agreement
  package let context: ReferenceContext
  package let passages: [Passage]
  private let recognised: Mutex<Recognition?>
  package let index: ProvisionIndex
  package let places: TextPlaces

  /// Reads one agreement; agreements can be read side by side.
  ///
  /// `source` gives the bytes of its file, for exact places in diagnostics; without them, the
  /// places are those of paragraphs.
  package convenience init(
    _ agreement: Agreement, source: @escaping SourceProvider, context: ReferenceContext
  ) {
    let passages = findPassages(in: agreement).fitted
    var lexicon = Lexicon(of: context.portal)
    let table = TokenTable(
      agreement.tree.readableText(), passages: passages, lexicon: &lexicon)
    self.init(agreement, source: source, context: context, passages: passages, table)
  }

  /// Reads one agreement and all in it that can be found without looking at another.
  ///
  /// `stated`: the periods that the portal promises. `lexicon`: one of the same portal, for as many
  /// agreements as the worker reads.
  package static func read(
    _ agreement: Agreement, source: @escaping SourceProvider, context: ReferenceContext,
    stated: [StatedPeriod] = [], lexicon: inout Lexicon
  ) -> (reading: AgreementReading, findings: AgreementFindings) {
    read(agreement, source: source, context: context, lexicon: &lexicon) {
      AgreementFindings($0, stated: stated, $1)
    }
  }

  /// Reads one agreement and what `find` looks for in it, while its tokens are at hand.
  ///
  /// `lexicon`: one of the same portal, for as many agreements as the worker reads.
  package static func read<Findings>(
    _ agreement: Agreement, source: @escaping SourceProvider, context: ReferenceContext,
    lexicon: inout Lexicon,
    finding find: (AgreementReading, TokenTable) -> Findings
  ) -> (reading: AgreementReading, findings: Findings) {
    let passages = findPassages(in: agreement).fitted
    let table = TokenTable(
      agreement.tree.readableText(), passages: passages, lexicon: &lexicon)
    let reading = AgreementReading(
      agreement, source: source, context: context, passages: passages, table)
    let findings = find(reading, table)
    lexicon.recycle(table)
    return (reading, findings)
  }

  private init(
    _ agreement: Agreement, source: @escaping SourceProvider, context: ReferenceContext,
    passages: [Passage],
    _ table: TokenTable
  ) {
    self.agreement = agreement
    self.context = context
    self.passages = passages
    let recognition = recogniseReferences(in: table, passages: passages, context: context)
    recognised = Mutex(recognition)
    index = ProvisionIndex(
      agreement, passages: passages, mentions: recognition.mentions, topics: context.catalogs.topics
    )
    places = TextPlaces(agreement, source: source, passages: passages)
  }

  /// What was recognised in its text.
  ///
  /// - Precondition: it was not let go.
  package var recognition: Recognition {
    guard let recognition = recognised.withLock({ $0 }) else {
      preconditionFailure("what was recognised is let go of once nobody resolves it again")
    }
    return recognition
  }

  /// Forgets what was recognised: a tenth of what is held of an agreement.
  func letGoOfRecognition() { recognised.withLock { $0 = nil } }

  /// Whether a passage is the first one of its place.
  func isFirstPassage(_ passage: Int32) -> Bool {
    let place = passages[Int(passage)].provision
    var before = Int(passage) - 1
    while before >= 0, passages[before].kind == .heading, passages[before].provision == place {
      before -= 1
    }
    return before < 0 || passages[before].provision != place
  }

  /// The words of a stretch of the text, in one line.
  package func text(_ range: Range<Int32>) -> String {
    String(
      decoding: agreement.tree.text[Int(range.lowerBound)..<Int(range.upperBound)].map {
        $0 == 0x0A ? 0x20 : $0
      }, as: UTF8.self)
  }
}
