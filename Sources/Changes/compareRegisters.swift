package import Registers

/// Compares records and settings; not yet numbered.
package func compareRegisters(_ old: RegisterSet, _ new: RegisterSet) -> [Change] {
  []
}
