import CSystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs another program and waits until it ends; it reads and writes the streams of this process.
///
/// `variables` are added to its environment. A name without a slash is looked for on the `PATH`.
///
/// - Returns: its exit status; 127 where there is no such program, and 128 and the number of the
///   signal where one ended it, as shells have it.
package func runProgram(
  _ program: String, _ arguments: [String], setting variables: [String] = []
) throws(FileError) -> Int32 {
  let words = ["env"] + variables + [program] + arguments
  for word in words { try checkForNUL(word, .open) }
  var pointers = unsafe words.map { unsafe strdup($0) }
  defer { unsafe pointers.forEach { unsafe free($0) } }
  unsafe pointers.append(nil)
  let status = unsafe annex_run("/usr/bin/env", pointers)
  guard status >= 0 else { throw FileError(.open, program) }
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : 128 + signal
}
