internal import Diagnostics
internal import Frontmatter

/// Keys that generators of sites read in the frontmatter of a page, and that mean nothing to Annex.
///
/// Only what a program documents, so that no misspelt key of an agreement hides among them.
///
/// Source: the documentation of Jekyll and its theme Just the Docs, Hugo, Docusaurus, MkDocs with
/// Material, VitePress, Eleventy.
let foreignKeys: Set<String> = [
  // Jekyll and its themes
  "layout", "permalink", "published", "category", "categories", "tags", "excerpt",
  "excerpt_separator", "redirect_from", "redirect_to", "sitemap", "comments", "last_modified_at",
  "nav_order", "nav_exclude", "nav_title", "parent", "grand_parent", "has_children", "has_toc",
  "toc", "toc_sticky", "toc_label", "author_profile", "header", "classes", "search_exclude",
  // Hugo
  "date", "lastmod", "draft", "weight", "menu", "menus", "outputs", "cascade", "linkTitle",
  "linktitle", "publishDate", "publishdate", "expiryDate", "expirydate", "keywords", "slug", "url",
  "type", "summary", "translationKey", "isCJKLanguage", "markup", "resources", "sitemap_exclude",
  // Docusaurus
  "sidebar_position", "sidebar_label", "sidebar_class_name", "sidebar_custom_props",
  "displayed_sidebar", "hide_title", "hide_table_of_contents", "toc_min_heading_level",
  "toc_max_heading_level", "pagination_label", "pagination_next", "pagination_prev",
  "custom_edit_url", "unlisted", "last_update", "description", "image", "wrapperClassName",
  // MkDocs, VitePress, Eleventy
  "hide", "icon", "template", "search", "head", "navbar", "sidebar", "aside", "outline",
  "lastUpdated", "editLink", "footer", "pageClass", "prev", "next", "eleventyNavigation",
  "eleventyExcludeFromCollections", "eleventyComputed",
]

/// Makes one warning of all keys of generators of sites that a file has.
///
/// `root`: the frontmatter that they stand in.
func joiningForeignKeys(of diagnostics: [Diagnostic], in root: YAMLNode?) -> [Diagnostic] {
  let places = Set(diagnostics.lazy.filter(\.isOfForeignKey).compactMap(\.range?.start))
  guard places.count > 1, case .mapping(let entries)? = root?.value else { return diagnostics }
  let found = entries.filter { places.contains($0.keyRange.start) }
  guard let first = found.first else { return diagnostics }
  return diagnostics.filter { !$0.isOfForeignKey }
    + [.foreignKeys(found.map(\.key), at: first.keyRange)]
}
