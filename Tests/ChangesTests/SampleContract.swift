import Agreements
import Changes
import Foundation

/// A contract with each construct that comparisons have to tell apart.
let sampleContract = """
  ---
  title: Agreement on the processing of data
  version: "3.0"
  effective: 2026-01-01
  governing-law: DE
  parties:
    - {role: processor, name: Kranich Systems GmbH, defined-as: Processor}
    - {role: controller, blank: true, defined-as: Controller}
  ---

  ## 1. Subject matter

  The Processor runs the booking system for the Controller and maintains it under the main contract.

  ## 2. Instructions

  - (1) The Processor acts on documented instructions only. Section 5 applies to questions of cost.
  - (2) Instructions given by telephone shall be confirmed in writing.
  - (3) The Processor may suspend an instruction that infringes the law until the Controller confirms it.

  ## 3. Secrecy

  - a. Staff are bound to secrecy before they are given access to data.
  - b. The duty of secrecy outlasts the end of employment.
  - c. Visitors of the server rooms sign a declaration of their own.
  - d. Breaches of secrecy are reported to the management of both parties without undue delay.

  ## 4. Sub-processors

  - (1) New sub-processors are announced at least 30 days before their first use. The Controller may \
  object within 14 working days after receipt of the notice, for reasons of data protection.
  - (2) Each sub-processor is bound to the same duties as the Processor. The Processor checks this once a \
  year and keeps a record of the result, which the Controller may inspect on request.
  - (3) Sub-processors in third countries need a ground of transfer under chapter V of the GDPR.

  ## 5. Costs

  Assistance beyond what the law demands is charged by the hour, as laid down in Annex 2.

  ## 6. Erasure

  - (1) All data are erased within 60 days after the end of the main contract.
  - (2) Copies kept under a duty of retention are blocked.
  - (3) The Processor does not return data on paper. Section 3(b) remains unaffected.

  Place, date: ..........

  # Annex 1: Technical and organisational measures

  ## Access control

  - a. Doors are locked by chip cards.
  - b. Visitors are accompanied at all times.
  - c. Keys are handed out against a signature.
  - d. Alarms are passed on to a guard service.

  ## Availability control

  - a. Backups are made every night and kept for 35 days.
  - b. The power supply is backed by batteries.

  # Annex 2: Rates

  | Service | Rate |
  |---|---|
  | Consulting | 120 euros an hour |
  | Extraction of data | 95 euros an hour |

  # Annex 3: Sub-processors

  ## Version 4

  | Company | Task | Country |
  |---|---|---|
  | Blauwal Hosting AG | Hosting | Germany |
  | Sternmail SAS | Sending of mail | France |
  | Torrent Print Ltd | Printing | Ireland |

  ## Version 5

  | Company | Task | Country |
  |---|---|---|
  | Blauwal Hosting AG | Hosting | Germany |
  | Sternmail SAS | Sending of mail | France |
  | Torrent Print Ltd | Printing | Ireland |
  """

/// A version of a portal that has one agreement and nothing else.
func contents(_ markdown: String, id: String = "dpa", name: String = "1") -> ReleaseContents {
  let source = Array(markdown.utf8)
  let (agreement, _) = readAgreement(source, path: "content/agreements/\(id).md")
  return ReleaseContents(id: name, reading: [(agreement, source)])
}

func changeSet(_ old: String, _ new: String) -> ChangeSet {
  compare(contents(old, name: "1"), contents(new, name: "2"))
}

/// Each change in a line: kind, places, words and judgement.
func lines(_ set: ChangeSet) -> [String] {
  set.changes.map { change in
    var line = change.kind.rawValue
    let before = change.before.map(\.path)
    let after = change.after.map(\.path)
    line += " \(before ?? "-")" + (before == after ? "" : " > \(after ?? "-")")
    if let field = change.field, !["text", "number"].contains(field) { line += " (\(field))" }
    let removed = change.wordsRemoved.joined(separator: " ")
    let added = change.wordsAdded.joined(separator: " ")
    if !removed.isEmpty || !added.isEmpty { line += " [\(removed)|\(added)]" }
    return line + " \(change.materiality.rawValue): \(change.rule.rawValue)"
  }
}

extension String {
  /// The text with one stretch replaced; records nothing if it isn't there, so that a test that
  /// edits nothing fails by its result.
  func replacing(_ old: String, by new: String) -> String {
    guard let range = self.range(of: old) else { return self + "\n\nNOT FOUND: \(old)\n" }
    return replacingCharacters(in: range, with: new)
  }
}
