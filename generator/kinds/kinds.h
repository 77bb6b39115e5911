// Every kind of page, described once as a table of its fields: validation, "did you mean", new
// files, the JSON Schema and the staff guide come from here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/yaml.h"
#include "config.h"
#include "diagnostic.h"

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

using TextPairs = std::vector<std::pair<std::string, std::string>>;

struct FieldEntry;

// The valid values of a page's front matter or of one record in it, and where it begins.
struct Fields {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::vector<FieldEntry> entries;

  [[nodiscard]] const FieldEntry* find(std::string_view name) const;
  // The field's value, or an empty one where it is absent or of another type.
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] std::optional<Date> date(std::string_view name) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
  [[nodiscard]] bool is_true(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  // The maps of a record list; a record is a list of one.
  [[nodiscard]] std::span<const Fields> records(std::string_view name) const;
};

using FieldValue = std::variant<std::string, Date, bool, std::int64_t, std::vector<std::string>,
                                TextPairs, std::vector<Fields>>;

// A value with the line it stands on; `name` points into the kind's table.
struct FieldEntry {
  std::string_view name;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  FieldValue value;
};

std::span<const Kind> all_kinds();
std::span<const Field> common_fields();
// Returns the kind called `name`, or nullptr.
const Kind* find_kind(std::string_view name);

// Returns the front matter's values that are valid for `kind`. Reports front-matter-* rules:
// unknown and missing fields, wrong types, dates that do not exist, unknown topics and audiences.
Fields read_fields(const Kind& kind, const YamlNode& front_matter, const Config& config,
                   const Place& file, Diagnostics& diagnostics);

}  // namespace signpost
