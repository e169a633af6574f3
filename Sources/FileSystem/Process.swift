#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The value of an environment variable, or `nil` where it is not set.
package func environmentVariable(_ name: String) -> String? {
  guard !name.utf8.contains(0), let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

/// The absolute path of an existing file, without `.`, `..` and symbolic links.
package func realPath(of path: String) throws(FileError) -> String {
  try checkForNUL(path, .inspect)
  guard let real = unsafe realpath(path, nil) else { throw FileError(.inspect, path) }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// Time since some fixed moment, for measuring how long things take; never goes back.
package func monotonicTime() -> Duration {
  var time = timespec()
  guard unsafe clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return .zero }
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// The date on the user's calendar, in the time zone of the machine.
///
/// Only the command line may ask: everything below it gets the date as an argument, so that the
/// same input gives the same output on every day.
package func today() -> (year: Int, month: Int, day: Int) {
  var seconds = time(nil)
  var calendar = unsafe tm()
  guard unsafe localtime_r(&seconds, &calendar) != nil else { return (1970, 1, 1) }
  return unsafe (
    Int(calendar.tm_year) + 1900, Int(calendar.tm_mon) + 1, Int(calendar.tm_mday)
  )
}
