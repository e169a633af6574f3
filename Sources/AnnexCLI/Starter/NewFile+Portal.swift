extension NewFile {
  /// The settings of the portal, with every field that a first version needs.
  static let portal = NewFile(
    "content/portal.yml",
    """
    # The settings of your portal. Replace what is made up: names, addresses and periods.
    title: Trust portal
    base-url: https://trust.example.com
    languages: [en]

    # Your company: it processes data on behalf of its customers.
    processor:
      name: Example Software GmbH
      address: {street: Musterweg 1, postal-code: "20095", city: Hamburg, country: DE}
      data-protection-officer:
        name: Alex Muster
        email: dpo@example.com
        audience: public

    products:
      - {id: app, name: Example App, status: current}

    # Where you work; the measures say for each place how far they are taken.
    sites:
      - {id: office, name: Office, country: DE}
      - {id: data-centre, name: Data centre, country: DE}

    # What sub-processors get to see, and whose data it is; their records name these.
    data-categories:
      - {id: contact-data, name: Names and e-mail addresses}
      - {id: customer-content, name: Contents that users enter}
    data-subjects:
      - {id: users, name: Users of the app}

    # What your agreements promise about new sub-processors.
    notice:
      before-use: 30 days
      objection: 14 working days
      week: mon-fri
      holidays: DE-HH
      channel: {email: privacy@example.com}

    """)
}
