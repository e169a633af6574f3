internal import Differencing

/// Words that hold sentences together in English and German.
enum Particles {
  static let words: [String] = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "and", "or",
    "that", "this", "these", "those", "which", "who", "it", "its", "their", "they", "is", "are",
    "be", "been", "was", "were", "has", "have", "had", "such", "so", "if", "than", "into", "under",
    "upon", "any", "all", "each", "other", "also", "there", "where", "when", "between", "within",
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem", "einen",
    "und", "oder", "von", "vom", "zu", "zum", "zur", "im", "am", "an", "auf", "aus", "bei", "mit",
    "nach", "für", "durch", "über", "um", "als", "wie", "so", "dass", "sich", "es", "er", "sie",
    "ist", "sind", "wird", "werden", "wurde", "hat", "haben", "dies", "diese", "dieser", "dieses",
    "diesem", "diesen", "wenn", "sowie", "soweit",
  ]

  static let all = Set(words)

  /// A table in which the particles have the first numbers, so that they are known by them.
  static let table: WordTable = {
    var table = WordTable()
    for word in words { _ = table.number(of: Array(word.utf8)) }
    return table
  }()

  /// The number of the first word of ``table`` that is none.
  static let count = Int32(table.count)
}
