// Every kind of page with its fields, as its file kinds/<name>.yaml says it: validation, "did you
// mean", templates, lists and search come from here. load_kinds.h reads the files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

enum class FieldType : std::uint8_t {
  kText,
  kDate,
  kTime,    // "09:30"
  kYear,    // "2026-27"
  kNumber,  // a whole number from 0 on
  kBool,
  kChoice,  // one of `choices`
  kTextList,
  kTopicList,
  kAudienceList,
  kPath,  // of one page
  kPathList,
  kAliasList,
  kReasonMap,
  kRecord,      // one map with `fields`
  kRecordList,  // a list of such maps
  kKind
};

// `fields` and `item` describe the maps of a record: what one is called ("session") and what it
// holds. `is_searched`: the search finds the page by the field's words, too.
struct Field {
  std::string name;
  FieldType type = FieldType::kText;
  bool required = false;
  std::string help;     // one plain sentence for staff
  std::string example;  // as typed in the front matter
  std::vector<Field> fields = {};
  std::string item = {};
  std::vector<std::string> choices = {};
  bool is_searched = false;
  bool counts_people = false;  // a number of people: small ones are not published
  bool is_role = false;        // a role: nobody's name may stand there
};

// What leads readers to a page of the kind, so that no text need link to it.
enum class ListedBy : std::uint8_t { kNothing, kFolder, kMenu, kGroup };

struct Kind {
  std::string name;                // "factsheet"
  std::string label;               // "Factsheet"
  std::string layout;              // "factsheet" (themes/…/layouts/factsheet.mustache)
  std::vector<Field> fields = {};  // those beside the common ones
  // The fields with the day that counts, the latest of them; the first is the one that is shown.
  std::vector<std::string> days = {};
  ListedBy listed_by = ListedBy::kNothing;
  bool newest_first = false;     // lists have its pages by that day, before all others
  bool by_topic = false;         // a folder of such pages alone is listed under topics
  std::string schema_type = {};  // "NewsArticle" (schema.org), or ""
};

// The kind that a page has where nothing says another.
inline constexpr std::string_view kPlainKind = "page";

// Pages point into it: it lives, unchanged, as long as the site.
struct Kinds {
  std::vector<Field> common;  // what every page may have
  std::vector<Kind> all;      // in the order of lists; kPlainKind is always there

  // Returns the kind called `name`, or nullptr.
  [[nodiscard]] const Kind* find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> names() const;
};

// Whether the front matter of such a page has a role at `key`, which stands below the record
// `parent` or, where that is "", on its own.
bool is_role_field(const Kind& kind, const Kinds& kinds, std::string_view parent,
                   std::string_view key);

// Returns the field called `name`, or nullptr.
const Field* find_field(const std::vector<Field>& fields, std::string_view name);

}  // namespace signpost
