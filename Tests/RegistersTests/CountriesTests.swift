import Registers
import Testing

struct CountriesTests {
  @Test func hasEveryCodeWithItsNames() {
    let countries = Countries.shipped

    #expect(countries.all.count == 249)
    #expect(countries.all.map(\.code) == countries.all.map(\.code).sorted())
    for country in countries.all {
      #expect(country.code.utf8.count == 2 && country.code == country.code.uppercased())
      #expect(country.names["en"]?.isEmpty == false && country.names["de"]?.isEmpty == false)
    }
    #expect(countries.edition == "2026-03-01")
  }

  @Test(arguments: [
    ("DE", "en", "Germany"), ("DE", "de", "Deutschland"), ("NO", "en", "Norway"),
    ("DE", "fr", "Germany"),
    ("XX", "en", "XX"), ("GB", "de", "Vereinigtes Königreich"), ("CI", "en", "Côte d'Ivoire"),
  ])
  func namesCountries(code: String, language: String, name: String) {
    #expect(Countries.shipped.name(of: code, in: language) == name)
  }

  @Test func namesControls() {
    let schemes = ControlSchemes.shipped

    #expect(schemes.name(of: "bdsg9.2", in: "de") == "Zugangskontrolle")
    #expect(schemes.name(of: "bdsg64.14", in: "fr") == "Separability")
    #expect(schemes.name(of: "bdsg9.9", in: "de") == nil)
    #expect(schemes.all.map(\.controls.count) == [8, 14, 4])
    #expect(schemes["gdpr32"]?.titles["de"] == "Art. 32 Abs. 1 DSGVO")
  }
}
