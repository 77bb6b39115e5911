// Every kind of page, described once as a table of its fields: validation, "did you mean", new
// files, the JSON Schema and the staff guide come from here.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

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
  kPathList,
  kAliasList,
  kReasonMap,
  kRecord,      // one map with `fields`
  kRecordList,  // a list of such maps
  kKind,
  kLayout,
  kVersion
};

// `fields` and `item` describe the maps of a record: what one is called ("session") and what it
// holds. `is_searched`: the search finds the page by the field's words, too.
struct Field {
  std::string_view name;
  FieldType type;
  bool required;
  std::string_view help;     // one plain sentence for staff
  std::string_view example;  // as typed in the front matter
  std::span<const Field> fields = {};
  std::string_view item = {};
  std::span<const std::string_view> choices = {};
  bool is_searched = false;
};

struct Kind {
  std::string_view name;          // "factsheet"
  std::string_view label;         // "Factsheet"
  std::string_view layout;        // "factsheet" (themes/…/layouts/factsheet.mustache)
  std::span<const Field> fields;  // those beside the common ones
};

std::span<const Kind> all_kinds();
std::span<const Field> common_fields();
// Returns the kind called `name`, or nullptr.
const Kind* find_kind(std::string_view name);

}  // namespace signpost
