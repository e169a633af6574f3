package import Registers

/// Compares records and settings of two versions; the changes are not numbered yet.
///
/// Pure, and independent of the order of the records: they are known by their ids.
package func compareRegisters(_ old: RegisterSet, _ new: RegisterSet) -> [Change] {
  let names = RegisterNames(old, new)
  return compareSubProcessors(old, new, names) + compareMeasures(old, new, names)
    + compareControls(old, new)
    + compareSettings(old.settings, new.settings)
}
