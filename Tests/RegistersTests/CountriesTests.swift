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
}
