/// The version of this program, as `annex version` prints it and machine output names it.
package let annexVersion = "0.1.0"
