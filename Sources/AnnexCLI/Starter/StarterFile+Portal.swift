extension StarterFile {
  /// The settings of the portal, with every field that a first version needs.
  static let portal = StarterFile(
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

    # What your agreements promise about new sub-processors.
    notice:
      before-use: 30 days
      objection: 14 working days
      week: mon-fri
      holidays: DE-HH
      channel: {email: privacy@example.com}

    """)
}
