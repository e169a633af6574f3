/// Why a file is not parsed, and the byte that it is seen at.
struct Refusal {
  enum Limit {
    case fileSize, depth, tableColumns, missingCells, referenceBytes, repeatedSteps
  }

  let limit: Limit
  let offset: Int

  init(_ limit: Limit, at offset: Int) {
    self.limit = limit
    self.offset = offset
  }
}
