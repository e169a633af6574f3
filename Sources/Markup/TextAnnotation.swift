/// A stretch of a tree's text, and what goes round it or in its place.
struct TextAnnotation: Sendable {
  let start: Int32
  let end: Int32
  let isReplacement: Bool
  let opening: MarkupWeave.Stretch
  let closing: MarkupWeave.Stretch
}
