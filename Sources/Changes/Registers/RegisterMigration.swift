internal import Frontmatter
internal import Registers

/// The records that were read from the text of an agreement in one version and are records of their
/// own in the other: who begins with `adopt` and goes on with a register, or the other way round.
///
/// The text tells their rows as companies and measures that came or went, and the register knows
/// them in both versions: nothing about them changed but where they are kept.
struct RegisterMigration {
  /// What is kept elsewhere, by its place in the old text, and in the new one.
  private var gone: [Place: String] = [:]
  private var come: [Place: String] = [:]

  private enum Place: Hashable {
    case provision(agreement: String, Int32)
    case anchor(agreement: String, String)
  }

  init(_ old: RegisterSet, _ new: RegisterSet) {
    if Self.mayMix(old.subProcessors, new.subProcessors, isAdopted: { $0.adoption != nil }) {
      for case (let before?, let after?) in pairSubProcessors(old, new)
      where !before.isExcluded && !after.isExcluded {
        switch (before.adoption, after.adoption) {
        case (let adoption?, nil): note(adoption, before.name.value, in: &gone)
        case (nil, let adoption?): note(adoption, after.name.value, in: &come)
        default: break
        }
      }
    }
    let (before, after) = (old.controls.flatMap(\.measures), new.controls.flatMap(\.measures))
    guard Self.mayMix(before, after, isAdopted: { $0.origin != nil }) else { return }
    for case (let before?, let after?) in pairMeasures(old, new) {
      switch (before.measure.origin, after.measure.origin) {
      case (let origin?, nil):
        gone[.anchor(agreement: origin.agreement, origin.anchor)] = before.words
      case (nil, let origin?):
        come[.anchor(agreement: origin.agreement, origin.anchor)] = after.words
      default: break
      }
    }
  }

  /// Whether one version has adopted records and the other some of its own.
  private static func mayMix<Record>(
    _ old: [Record], _ new: [Record], isAdopted: (Record) -> Bool
  ) -> Bool {
    old.contains(where: isAdopted) && !new.allSatisfy(isAdopted)
      || new.contains(where: isAdopted) && !old.allSatisfy(isAdopted)
  }

  private func note(
    _ adoption: SubProcessor.Adoption, _ name: String, in places: inout [Place: String]
  ) {
    for provision in adoption.provisions {
      places[.provision(agreement: adoption.agreement, provision)] = name
    }
  }

  /// Tells of companies and measures that are kept elsewhere now what their rows tell as gone or
  /// come.
  func retell(_ changes: inout [Change]) {
    guard !gone.isEmpty || !come.isEmpty else { return }
    for index in changes.indices {
      guard case .of(let subject, let action) = changes[index].kind,
        action == .removed || action == .added, let agreement = changes[index].agreement
      else { continue }
      let isRemoved = action == .removed
      guard let place = isRemoved ? changes[index].before : changes[index].after,
        let provision = isRemoved ? changes[index].oldProvision : changes[index].newProvision
      else { continue }
      let moved = isRemoved ? gone : come
      let key: Place? =
        switch subject {
        case .subProcessor: .provision(agreement: agreement, provision)
        case .measure: .anchor(agreement: agreement, place.anchor)
        case .clause, .section, .annex: nil
        }
      if let name = key.flatMap({ moved[$0] }) {
        changes[index] = changes[index].retold(
          .of(subject, subject == .measure ? .moved : .modified), Judgement(.editorial, .place)
        ) { Statements.keptElsewhere(PlaceWords(place), subject, name, isInRegister: isRemoved) }
      } else if subject != .subProcessor,
        Self.areAll(place.anchorsInside, in: moved, of: agreement)
      {
        // The heading above measures that all stay.
        changes[index].judgement = Judgement(.editorial, .heading)
      }
    }
  }

  private static func areAll(
    _ anchors: [String], in moved: [Place: String], of agreement: String
  ) -> Bool {
    !anchors.isEmpty
      && anchors.allSatisfy { moved[.anchor(agreement: agreement, $0)] != nil }
  }
}
