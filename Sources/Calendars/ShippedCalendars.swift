package import Deadlines

extension HolidayAtlas {
  /// The public holidays that the binary carries.
  package static let shipped = HolidayAtlas(
    EmbeddedFiles.names.filter { $0.hasPrefix("holidays/") }.map { name in
      let bytes = EmbeddedFiles.bytes(named: name) ?? []
      guard let country = readCountryHolidays(bytes, path: name).country else {
        preconditionFailure("the embedded file of holidays is valid")
      }
      return country
    })
}

extension ClockZones {
  /// The time zones that the binary carries.
  package static let shipped: ClockZones = {
    let bytes = EmbeddedFiles.bytes(named: "zones.yml") ?? []
    guard let zones = readClockZones(bytes, path: "zones.yml").zones else {
      preconditionFailure("the embedded file of time zones is valid")
    }
    return zones
  }()
}
