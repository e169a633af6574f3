/// Names that the renderer itself knows; every program numbers its names from these on.
enum WellKnownName: UInt32, CaseIterable, Sendable {
  // Members of `loop`, macros, groups and namespaces
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem
  case cycle, changed
  case name, arguments, catchKwargs, catchVarargs, caller, defaults
  case grouper, list
  case current, next, reset
  case `super`, `self`, loop, kwargs, varargs
  // Methods
  case items, keys, values, get, copy, update, pop, popitem, setdefault, clear, fromkeys
  case append, extend, insert, remove, sort, reverse, count
  case upper, lower, title, capitalize, swapcase, casefold, strip, lstrip, rstrip, split, rsplit
  case splitlines, replace, startswith, endswith, join, format, formatMap, find, rfind, rindex
  case isdigit, isalpha, isalnum, isspace, isupper, islower, istitle, isnumeric, isdecimal
  case isidentifier, isascii, isprintable
  case zfill, center, ljust, rjust, partition, rpartition, removeprefix, removesuffix, expandtabs
  case encode, translate, maketrans, striptags, unescape, escape
  case isInteger, bitLength, conjugate, real, imag, numerator, denominator
  case start, stop, step

  /// The name as templates write it.
  var text: String {
    switch self {
    case .catchKwargs: "catch_kwargs"
    case .catchVarargs: "catch_varargs"
    case .formatMap: "format_map"
    case .isInteger: "is_integer"
    case .bitLength: "bit_length"
    default: "\(self)"
    }
  }
}
