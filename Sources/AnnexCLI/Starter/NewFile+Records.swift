internal import Deadlines

extension NewFile {
  /// A sub-processor with the fields that a public register has to show.
  static func hosting(from day: CalendarDate) -> NewFile {
    NewFile(
      "content/sub-processors/example-hosting.md",
      """
      ---
      name: Example Hosting AG
      address: {street: Rechenallee 4, postal-code: "60311", city: Frankfurt am Main, country: DE}
      contact: {email: privacy@hosting.example, audience: customer}
      engagements:
        - service: Hosting
          purpose: Servers and storage for Example App
          products: [app]
          data: [contact-data, customer-content]
          subjects: [users]
          locations: [{country: DE, role: storage}]
          transfer: none-eea
          # The agreement takes it in from the first. Whoever comes later has a day 'announced', too.
          effective: \(day)
      ---

      Runs the servers in two locked rooms of its own.

      """)
  }

  static func physicalAccess(reviewed day: CalendarDate) -> NewFile {
    NewFile(
      "content/measures/physical-access.md",
      """
      ---
      control: bdsg9.1
      objective: confidentiality
      measures:
        - id: pa-01
          text: Visitors sign in and are never left alone.
          scopes:
            office: implemented
            data-centre: {state: delegated, to: example-hosting}
          reviewed: \(day)
        - id: pa-02
          text: Server rooms are locked, and every opening is recorded.
          scopes:
            office: {state: not-applicable, reason: No servers stand in the office.}
            data-centre: {state: delegated, to: example-hosting}
          reviewed: \(day)
      ---

      """)
  }

  static func dataAccess(reviewed day: CalendarDate) -> NewFile {
    NewFile(
      "content/measures/data-access.md",
      """
      ---
      control: bdsg9.3
      objective: confidentiality
      measures:
        - id: da-01
          text: Each account may read and change only what its role needs.
          scopes:
            office: implemented
            data-centre: implemented
          reviewed: \(day)
        - id: da-02
          text: Roles are reviewed twice a year.
          scopes:
            office: implemented
            data-centre: planned
          reviewed: \(day)
      ---

      """)
  }
}
