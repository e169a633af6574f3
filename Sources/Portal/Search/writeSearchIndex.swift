internal import Diagnostics
internal import FileSystem
internal import Parallelism
internal import References
internal import Search

/// Writes the index of the whole portal: its parts, side by side, and the words that lead to them.
///
/// What is held in memory is a few bytes for each word of each part; parts are written as soon as
/// they are made.
func writeSearchIndex(
  of portal: CompiledPortal, paths: PortalPaths, words: [String: Words],
  to publication: SitePublication, workers: Int
) throws(PublishingError) {
  let plan = SearchPlan(portal)
  let size = 32
  let jobs = (plan.parts.count + size - 1) / size
  let blocks = try concurrentMap(count: jobs, workers: workers) {
    job throws(PublishingError) -> TermBlock in
    let range = (job * size)..<min((job + 1) * size, plan.parts.count)
    var builder = SearchPartBuilder(
      portal, paths: paths, words: words, plan: plan, firstPart: range.lowerBound)
    for number in range {
      try publication.write(PortalPaths.searchData("p\(number)"), builder.build(number))
    }
    return builder.finish()
  }

  let index = SearchIndex(merging: blocks)
  var version = SHA256()
  for digest in portal.digests { version.update(Array(digest.utf8).span) }
  var firsts: [[UInt8]] = []
  for (number, shard) in index.shards().enumerated() {
    firsts.append(shard.first)
    version.update(shard.entries.span)
    try publication.write(
      PortalPaths.searchData("s\(number)"), script("\"s\(number)\"", string: shard.entries))
  }
  try publication.write(
    PortalPaths.searchData("words"), script("\"words\"", string: index.correctedWords()))
  let head = searchHead(
    plan, firsts: firsts, version: SHA256.hexadecimal(version.digest().prefix(6)))
  try publication.write(PortalPaths.searchData("head"), head)
}

/// What the search loads first: the sections, the first word of each shard, and words that mean the same.
private func searchHead(_ plan: SearchPlan, firsts: [[UInt8]], version: String) -> [UInt8] {
  var head = JSONText()
  head.object { head in
    head.key("version")
    head.string(version)
    head.key("shards")
    head.array { list in
      for first in firsts { list.string(String(decoding: first, as: UTF8.self)) }
    }
    head.key("synonyms")
    head.array { list in
      for group in Synonyms.shipped.groups {
        list.array { names in
          for name in group { names.string(name) }
        }
      }
    }
    head.key("sections")
    head.array { list in
      for section in plan.sections {
        list.array { item in
          item.string(section.kind)
          item.string(section.language ?? "")
          item.integer(section.parts.lowerBound)
          item.integer(section.parts.upperBound)
        }
      }
    }
  }
  return Array("annexSearch(\"head\",".utf8) + head.bytes + Array(")\n".utf8)
}

/// A call with a text that needs no escape.
private func script(_ name: String, string: [UInt8]) -> [UInt8] {
  Array("annexSearch(\(name),\"".utf8) + string + Array("\")\n".utf8)
}
