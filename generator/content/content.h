// From a folder of files to pages with fixed addresses: discover -> parse_page -> assemble_site.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "config/calendar.h"
#include "config/config.h"
#include "config/facts.h"
#include "content/fields.h"
#include "privacy/placed_details.h"
#include "words/words.h"

namespace signpost {

// A file below content/. `path` is relative to the site's folder ("content/factsheets/x.md").
struct SourceFile {
  std::string path;
  bool is_page = false;  // else an asset: an image, a PDF …
};

// Returns the files below content/, sorted by path, without those whose name starts with '_' or
// '.', README.md and the locks of open documents. Reports io-read, name-invalid, folder-named-page
// and symlink; what they concern is left out. Reports file-misplaced.
std::vector<SourceFile> discover(const Config& config, Diagnostics& diagnostics);

// Returns the path below content/: "factsheets/x.md" for "content/factsheets/x.md".
std::string_view path_in_content(std::string_view source_path);

// A part of a page that `parts:` of its front matter splits into pages.
struct PagePart {
  std::string title;
  std::string from;  // the words of the heading that it begins with
  std::string url;   // "factsheets/annual-review/at-the-meeting.html"
  std::uint32_t line = 0, column = 0;
};

struct Page {
  std::string source_path;  // "content/factsheets/sen-support.md"
  std::string folder;       // "factsheets", "" at the top
  std::string slug;         // "sen-support"; "index" for a folder's own page
  std::string language;     // "en-GB"
  std::string
      url;  // "factsheets/sen-support.html"; of a translation "factsheets/sen-support.ur.html"
  const Kind* kind = nullptr;
  std::string title, summary;
  bool draft = false;
  std::string version;  // of its words (content/translations.h), where the site has translations
  Fields fields;
  PlacedDetails details;  // of the front matter
  // Where the page is split: its parts, and the address of all of it on one page. `url` then has
  // what stands before the first part, and the list of them.
  std::vector<PagePart> parts;
  std::string whole_url;

  [[nodiscard]] bool is_split() const { return !parts.empty(); }
  [[nodiscard]] const FieldEntry* find(std::string_view field) const;
  // The field's value or an empty one.
  [[nodiscard]] std::string text(std::string_view field) const;
  [[nodiscard]] std::optional<Date> date(std::string_view field) const;
  [[nodiscard]] std::vector<std::string> list(std::string_view field) const;
  // Whether the page says that what it tells is made up (`example:`).
  [[nodiscard]] bool is_example() const { return find("example") != nullptr; }
  // What the page is about, from its field "period"; nothing where one of the days is missing.
  [[nodiscard]] std::optional<Period> period() const;
  // The day that counts: the latest of those that its kind names.
  [[nodiscard]] std::optional<Date> day() const;
  // The day that lists show, of a kind listed newest first or by its group; else nothing.
  [[nodiscard]] std::optional<Date> listed_day() const;
};

// A day of a page's front matter by the name of its field: "due"; of its period "period.from" and
// "period.to".
struct PageDay {
  std::string_view field;
  Date date;
};
// Returns the days of the page's fields, in the order of the file, then those of its period.
std::vector<PageDay> days_of(const Page& page);

// Whether the page is of the kind called `kind`.
bool is_kind(const Page& page, std::string_view kind);

// Returns what a page of its kind is called in the language of `words`: "Factsheet".
std::string kind_label(const Words& words, const Page& page);

// The Markdown below the front matter, kept only until it is parsed.
struct Body {
  std::string text;
  std::uint32_t first_line = 1;
};

struct ParsedPage {
  Page page;
  Body body;
};

// Whether pages with `draft: true` are part of the site.
enum class Drafts : std::uint8_t { kLeaveOut, kInclude };

// Returns the page of one file, or nothing where it cannot be one: a draft to be left out, or no
// readable front matter (reported). Reports file-, front-matter- and yaml- rules,
// folder-without-kind and language-unknown.
std::optional<ParsedPage> parse_page(const SourceFile& file, const Config& config, Drafts drafts,
                                     Diagnostics& diagnostics);

// All pages with their addresses: nothing here changes any more. Pages refer to each other by
// index. `words` and `facts` are by language.
struct Site {
  const Config* config = nullptr;
  SiteWords words;
  std::map<std::string, Facts, std::less<>> facts;
  std::vector<Page> pages;                                         // sorted by source path
  std::vector<std::string> assets;                                 // source paths of content assets
  std::map<std::string, std::size_t, std::less<>> page_by_source;  // "content/…/x.md" -> index
  std::map<std::string, std::size_t, std::less<>> page_by_url;
  std::map<std::string, std::size_t, std::less<>> aliases;  // "old/page.html" -> index
  std::vector<std::vector<std::size_t>> translations;  // per page: the same page in other languages

  // Returns the words of the page's language.
  [[nodiscard]] const Words& words_of(const Page& page) const {
    return words_in(words, page.language);
  }
};

// Returns the site's own language: the first of its settings.
inline const std::string& own_language(const Site& site) { return own_language(*site.config); }

// Returns the address of a page's file that is not a page: "content/files/a.pdf" -> "files/a.pdf".
std::string asset_url(std::string_view source_path);

// Where two want one address, the first has it and stays in the maps.
// Reports url-conflict (also by letter case), alias-conflict, translation-without-original.
Site assemble_site(const Config& config, SiteWords words, std::vector<Page> pages,
                   std::vector<std::string> assets, Diagnostics& diagnostics);

// Returns `to` as seen from the page at `from`, both site addresses: ("factsheets/a.html",
// "about/contact.html") -> "../about/contact.html".
std::string relative_url(std::string_view from, std::string_view to);

}  // namespace signpost
