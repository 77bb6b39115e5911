// The values of a page's front matter, read against the table of its kind.
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
#include "base/diagnostic.h"
#include "base/yaml.h"
#include "config/config.h"
#include "kinds/kinds.h"

namespace signpost {

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

// A value with the line it stands on; `name` points into the table of the config's kinds.
struct FieldEntry {
  std::string_view name;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  FieldValue value;
};

// A page that front matter names by its file, below content/.
struct NamedPage {
  std::string path;  // "factsheets/sen-support.md"
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// Returns the pages that the values name, in their order, those of records too. `own` and `common`
// say which fields name pages.
std::vector<NamedPage> named_pages(const Fields& values, const std::vector<Field>& own,
                                   const std::vector<Field>& common = {});

// Whether fields that the kind does not have are mistakes: not where the kind itself is one.
enum class UnknownFields : std::uint8_t { kReport, kPass };

// Returns the front matter's values that are valid for `kind`, one of the config's. Reports
// front-matter-* rules: unknown and missing fields, wrong types, dates that do not exist, unknown
// topics and audiences.
Fields read_fields(const Kind& kind, const YamlNode& front_matter, const Config& config,
                   const Place& file, Diagnostics& diagnostics,
                   UnknownFields unknown = UnknownFields::kReport);

}  // namespace signpost
