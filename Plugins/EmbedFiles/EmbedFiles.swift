import Foundation
import PackagePlugin

/// Writes the data files of a target into Swift source, so that the binary needs no files beside
/// it.
///
/// Embeds the target's `Data` folder; for `Portal`, the default theme in the package's `templates`
/// folder. SwiftPM's own `.embedInCode` writes arrays of integers, which take the compiler half a
/// minute for 80 KB; string literals take no time.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder =
      target.name == "Portal"
      ? context.package.directoryURL.appending(path: "templates")
      : target.directoryURL.appending(path: "Data")
    let names = try files(in: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(names.count) files into \(target.name)",
        executable: try context.tool(named: "EmbedFilesTool").url,
        arguments: [output.path(percentEncoded: false), folder.path(percentEncoded: false)] + names,
        inputFiles: names.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  /// The paths of all files below `folder`, relative to it, in order; none where it doesn't exist.
  private func files(in folder: URL) throws -> [String] {
    let manager = FileManager.default
    let path = folder.path(percentEncoded: false)
    guard manager.fileExists(atPath: path) else { return [] }
    return try manager.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder: ObjCBool = false
      let exists = manager.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return exists && !isFolder.boolValue && !isHidden
    }.sorted()
  }
}
