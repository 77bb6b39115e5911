// Every kind of page, described once as a table of its fields: validation, "did you mean", new
// files, the JSON Schema and the staff guide come from here.
#pragma once

#include <cstdint>
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
  kBool,
  kTextList,
  kTopicList,
  kAudienceList,
  kPathList,
  kAliasList,
  kChangeList,
  kReasonMap,
  kKind,
  kLayout,
  kVersion
};

struct Field {
  std::string_view name;
  FieldType type;
  bool required;
  std::string_view help;     // one plain sentence for staff
  std::string_view example;  // as typed in the front matter
};

struct Kind {
  std::string_view name;          // "factsheet"
  std::string_view label;         // "Factsheet"
  std::string_view layout;        // "factsheet" (themes/…/layouts/factsheet.mustache)
  std::span<const Field> fields;  // those beside the common ones
};

struct Change {
  std::string version;
  Date date;
  std::string what;
};

using TextPairs = std::vector<std::pair<std::string, std::string>>;
using FieldValue =
    std::variant<std::string, Date, bool, std::vector<std::string>, std::vector<Change>, TextPairs>;

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
std::vector<FieldEntry> read_fields(const Kind& kind, const YamlNode& front_matter,
                                    const Config& config, const Place& file,
                                    Diagnostics& diagnostics);

}  // namespace signpost
