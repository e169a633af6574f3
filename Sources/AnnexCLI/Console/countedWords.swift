/// `1 page`, `12,345 pages`
package func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  "\(grouped(count)) \(count == 1 ? singular : plural)"
}

/// `number` with a comma between thousands.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.utf8.count - index) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return result
}
