// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is built with; a target that needs more says why, beside the target.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // Hot byte code is spread over small modules; without this, each call across a module stays a
  // call, and the build of a portal takes several times as many instructions.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A layer of the compiler: a target that uses only lower layers.
func layer(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// A layer whose data files are written into the binary as string literals.
func layerWithData(
  _ name: String, uses dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house,
    plugins: ["EmbedFiles"])
}

/// The tests of one layer.
func tests(
  of name: String, uses dependencies: [Target.Dependency] = [], excluding fixtures: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: fixtures,
    swiftSettings: house)
}

/// The fuzzers are built only on request: they need libFuzzer's own `main`.
let fuzzers: [Target] =
  Context.environment["FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "FuzzTemplating", dependencies: ["Templating"],
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "annex",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "annex", targets: ["annex"])],
  targets: [
    // Layer 0: C libraries, each a module map and a header.
    .systemLibrary(
      name: "CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CGit2",
      pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CSystemCalls"),

    // Layer 1
    layer("Diagnostics"),
    layer("Compression", uses: ["CZlib"]),
    layer("FileSystem", uses: ["CSystemCalls"]),
    layer("Parallelism", uses: ["CSystemCalls"]),
    layer("Partitioning"),
    // Layer 2
    layer("Markup", uses: ["CCmarkGFM", "Diagnostics", "Partitioning"]),
    layer("Frontmatter", uses: ["CLibYAML", "Diagnostics", "Partitioning"]),
    layer("Templating"),
    layer("Deadlines", uses: ["Partitioning"]),
    layer("Differencing"),
    layer("Search"),
    // Layer 3
    layer(
      "Agreements", uses: ["Diagnostics", "Partitioning", "Deadlines", "Markup", "Frontmatter"]),
    layerWithData(
      "Registers", uses: ["Diagnostics", "Deadlines", "Markup", "Frontmatter"], exclude: ["Data"]),
    layerWithData(
      "Calendars", uses: ["Diagnostics", "Deadlines", "Frontmatter"], exclude: ["Data"]),
    // Layer 4
    layerWithData(
      "References",
      uses: [
        "Diagnostics", "Parallelism", "Partitioning", "Deadlines", "Markup", "Agreements",
        "Frontmatter",
      ],
      exclude: ["Data"]),
    layer(
      "History",
      uses: ["CGit2", "Diagnostics", "FileSystem", "Deadlines", "Frontmatter", "Registers"]),
    layerWithData(
      "Adoption",
      uses: ["Diagnostics", "Deadlines", "Markup", "Frontmatter", "Agreements", "Registers"],
      exclude: ["Data"]),
    // Layer 5
    layerWithData(
      "Changes",
      uses: [
        "Diagnostics", "Parallelism", "Partitioning", "Deadlines", "Calendars", "Differencing",
        "Markup", "Frontmatter", "Agreements", "Registers", "References", "Adoption",
      ],
      exclude: ["Data"]),
    // Layer 6
    layerWithData(
      "Portal",
      uses: [
        "Diagnostics", "Compression", "FileSystem", "Parallelism", "Partitioning", "Deadlines",
        "Calendars", "Markup", "Frontmatter", "Templating",
        "Agreements", "Registers", "References", "Changes", "Adoption", "History",
        "Search",
      ]),
    // Layer 7
    layer(
      "AnnexCLI",
      uses: [
        "Diagnostics", "FileSystem", "Parallelism", "Frontmatter", "Templating", "Markup",
        "Deadlines", "Calendars", "Agreements", "Registers", "References", "Changes", "Adoption",
        "History", "Portal",
      ]),
    // Layer 8
    .executableTarget(name: "annex", dependencies: ["AnnexCLI"], swiftSettings: house),

    // Build tools
    .executableTarget(name: "EmbedFilesTool", swiftSettings: house),
    .plugin(name: "EmbedFiles", capability: .buildTool, dependencies: ["EmbedFilesTool"]),
    .executableTarget(
      name: "bench-templates", dependencies: ["Templating"], path: "Benchmarks/Templates",
      exclude: ["templates", "compare.py"], swiftSettings: house),
    .executableTarget(
      name: "bench-differences",
      dependencies: ["Agreements", "Changes", "Deadlines"],
      path: "Benchmarks/Differences", exclude: ["changelog.py", "compare.py"],
      swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: house),
    tests(of: "Diagnostics"),
    tests(of: "Compression"),
    tests(of: "FileSystem"),
    tests(of: "Parallelism"),
    tests(of: "Partitioning"),
    tests(of: "Markup", uses: ["Diagnostics"], excluding: ["Fixtures", "Specification"]),
    tests(of: "Frontmatter"),
    tests(of: "Templating", excluding: ["Conformance/Cases", "Conformance/regenerate.py"]),
    tests(
      of: "Deadlines", uses: ["Calendars"], excluding: ["Expectations", "compare_holidays.py"]),
    tests(of: "Calendars", uses: ["Deadlines", "Diagnostics", "Frontmatter"]),
    tests(of: "EmbedFilesTool"),
    tests(of: "Agreements"),
    tests(of: "Registers", uses: ["Deadlines", "Frontmatter"]),
    tests(
      of: "References",
      uses: ["Diagnostics", "Parallelism", "Markup", "Agreements", "Frontmatter"],
      excluding: ["Fixtures"]),
    tests(of: "Differencing"),
    tests(
      of: "Changes",
      uses: [
        "Diagnostics", "Deadlines", "Markup", "Frontmatter", "Agreements", "Registers",
        "References",
      ]),
    tests(
      of: "History", uses: ["Deadlines", "Diagnostics", "FileSystem", "Frontmatter", "Registers"]),
    tests(
      of: "Adoption", uses: ["Agreements", "Deadlines", "Diagnostics", "Frontmatter", "Registers"]),
    tests(
      of: "Portal",
      uses: [
        "Agreements", "Compression", "Changes", "Frontmatter", "History", "References",
        "Registers", "Search", "Templating",
      ], excluding: ["Fixtures"]),
    tests(of: "Search"),
    tests(of: "AnnexCLI", uses: ["Templating"], excluding: ["Fixtures"]),
  ] + fuzzers
)
