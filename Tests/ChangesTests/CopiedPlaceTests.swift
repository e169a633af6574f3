import Changes
import Testing

/// What is said of places that were copied elsewhere, and edited where they stand.
struct CopiedPlaceTests {
  private static let tables = """
    # Annex 1: Sub-processors

    ## Fleet 3

    | Name | Service | Country |
    |---|---|---|
    | Heron Ltd | Hosting | Ireland |

    ## Fleet 4

    | Name | Service | Country |
    |---|---|---|
    | Heron Ltd | Hosting | Ireland |
    | Gull AG | Mail | Switzerland |
    """

  private static let copied = tables.replacing("Gull AG | Mail |", by: "Gull AG | Mail and fax |")
    .replacing(
      "Ireland |\n\n## Fleet 4", by: "Ireland |\n| Gull AG | Mail | Switzerland |\n\n## Fleet 4")

  @Test func leavesACopiedRowInItsTable() {
    let added = lines(changeSet(Self.tables, Self.copied))
    let removed = lines(changeSet(Self.copied, Self.tables))

    #expect(
      added == [
        "sub-processor-added - > Annex 1 / Fleet 3 / row 2 [|Gull AG Mail Switzerland] "
          + "substantive: addition",
        "sub-processor-modified Annex 1 / Fleet 4 / row 2 (Service) [|and fax] "
          + "substantive: wording",
      ])
    #expect(
      removed == [
        "sub-processor-removed Annex 1 / Fleet 3 / row 2 > - [Gull AG Mail Switzerland|] "
          + "substantive: removal",
        "sub-processor-modified Annex 1 / Fleet 4 / row 2 (Service) [and fax|] "
          + "substantive: wording",
      ])
  }

  @Test func leavesACopiedClauseAmongItsNeighbours() {
    let old = """
      ## 1. Duties

      - (1) Staff are trained before they are given access.
      - (2) The Processor shall support the Controller in inspections within 14 days.

      ## 2. Costs

      - (1) Costs are shared equally between both parties.
      """
    let new =
      old.replacing("shall support", by: "may support")
      + "\n- (2) The Processor shall support the Controller in inspections within 14 days.\n"

    #expect(
      lines(changeSet(old, new)) == [
        "clause-modified 1(2) [shall|may] weakening: modal",
        "clause-added - > 2(2) [|The Processor shall support the Controller in inspections within "
          + "14 days.] substantive: addition",
      ])
  }

  @Test func stillKnowsARowThatWentToTheOtherTable() {
    let moved = Self.tables.replacing("| Gull AG | Mail | Switzerland |", by: "")
      .replacing(
        "Ireland |\n\n## Fleet 4", by: "Ireland |\n| Gull AG | Mail | Switzerland |\n\n## Fleet 4")

    #expect(
      lines(changeSet(Self.tables, moved)) == [
        "sub-processor-moved Annex 1 / Fleet 4 / row 2 > Annex 1 / Fleet 3 / row 2 "
          + "substantive: place"
      ])
  }
}
