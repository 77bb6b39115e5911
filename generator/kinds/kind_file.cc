#include "kinds/kind_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"

namespace signpost {
namespace {

constexpr YamlMapRules kKindRules{"kind-type", "kind-unknown-key", "kind-missing-key", "kind-type"};
constexpr std::size_t kMaxFields = 100;
constexpr std::size_t kMaxDepth = 2;      // fields of a page, fields of its records
constexpr std::uint32_t kUnordered = 50;  // after what helps, before what shows how we work

constexpr auto kTypes = std::to_array<std::pair<std::string_view, FieldType>>({
    {"text", FieldType::kText},
    {"date", FieldType::kDate},
    {"time", FieldType::kTime},
    {"year", FieldType::kYear},
    {"number", FieldType::kNumber},
    {"true-or-false", FieldType::kBool},
    {"choice", FieldType::kChoice},
    {"texts", FieldType::kTextList},
    {"topics", FieldType::kTopicList},
    {"audiences", FieldType::kAudienceList},
    {"page", FieldType::kPath},
    {"pages", FieldType::kPathList},
    {"aliases", FieldType::kAliasList},
    {"reasons", FieldType::kReasonMap},
    {"record", FieldType::kRecord},
    {"records", FieldType::kRecordList},
    {"kind", FieldType::kKind},
});

constexpr auto kListedBy = std::to_array<std::pair<std::string_view, ListedBy>>({
    {"folder", ListedBy::kFolder},
    {"menu", ListedBy::kMenu},
    {"group", ListedBy::kGroup},
});

// What one file is read with.
struct Reading {
  YamlMapSource source;
  Diagnostics& diagnostics;

  [[nodiscard]] Place at(const YamlEntry& entry) const {
    return {std::string(source.path), entry.line, entry.column,
            static_cast<std::uint32_t>(entry.key.size())};
  }
};

Reading reading_of(std::string_view path, Diagnostics& diagnostics) {
  return {{path, kKindRules, "see generator/kinds/factsheet.yaml for a kind that is right"},
          diagnostics};
}

// Returns the value of `key`, which is one of the words of `table`; reports another word.
template <typename T, std::size_t kCount>
std::optional<T> read_word(const YamlMap& map, std::string_view key,
                           const std::array<std::pair<std::string_view, T>, kCount>& table) {
  const std::string word = map.text(key);
  if (word.empty()) return std::nullopt;
  std::array<std::string_view, kCount> words;
  for (std::size_t i = 0; i < kCount; ++i) {
    if (table[i].first == word) return table[i].second;
    words[i] = table[i].first;
  }
  map.wrong(key, fmt::format("\"{}\" cannot be \"{}\"", key, word),
            did_you_mean_one_of(word, words));
  return std::nullopt;
}

bool is_made_of(std::string_view text, std::string_view more) {
  constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";
  const bool begins = !text.empty() && kSmallLetters.find(text[0]) != kSmallLetters.npos;
  return begins && std::ranges::all_of(text, [&](char c) {
           return kSmallLetters.find(c) != kSmallLetters.npos || more.find(c) != more.npos;
         });
}

// The name of a kind or of its template.
bool is_name(std::string_view text) { return is_made_of(text, "0123456789-"); }
bool is_field_name(std::string_view text) { return is_made_of(text, "0123456789_"); }

std::vector<Field> read_fields(const YamlMap& map, std::string_view key, std::size_t depth,
                               const Reading& reading);

// What only some types have: `choices`, or `record` and `fields`.
void read_parts(const YamlMap& map, Field& field, std::size_t depth, const Reading& reading) {
  const bool is_choice = field.type == FieldType::kChoice;
  const bool is_record = field.type == FieldType::kRecord || field.type == FieldType::kRecordList;
  for (const std::string_view key : {"choices", "record", "fields"}) {
    const bool is_its = key == "choices" ? is_choice : is_record;
    if (is_its) {
      map.required(key);
    } else if (map.find(key) != nullptr) {
      map.wrong(key, fmt::format("\"{}\" is not for a field of this type", key),
                key == "choices" ? "write type: choice, or take it out"
                                 : "write type: record or type: records, or take it out");
    }
  }
  if (is_choice) field.choices = map.texts("choices");
  if (!is_record) return;
  field.item = map.text("record");
  if (depth < kMaxDepth) {
    field.fields = read_fields(map, "fields", depth + 1, reading);
  } else {
    map.wrong("type", fmt::format("\"{}\" is a record within a record", field.name),
              "make its fields those of the outer record");
  }
}

Field read_field(const YamlEntry& entry, std::size_t depth, const Reading& reading) {
  static constexpr std::string_view kKeys[] = {"type",     "required", "help", "example",
                                               "searched", "people",   "role", "choices",
                                               "record",   "fields"};
  const YamlMap map(entry.value, "a field", reading.source, kKeys, reading.diagnostics);
  Field field;
  field.name = entry.key;
  map.required("type");
  field.type = read_word(map, "type", kTypes).value_or(FieldType::kText);
  field.required = map.yes_or_no("required");
  field.is_searched = map.yes_or_no("searched");
  field.counts_people = map.yes_or_no("people");
  field.is_role = map.yes_or_no("role");
  field.help = map.required_text("help");
  field.example = map.required_text("example");
  if (!field.example.empty() && !field.example.starts_with(entry.key + ": ")) {
    map.wrong("example", fmt::format("the example does not begin with \"{}: \"", entry.key),
              "write the line as staff would type it");
  }
  read_parts(map, field, depth, reading);
  return field;
}

std::vector<Field> read_fields(const YamlMap& map, std::string_view key, std::size_t depth,
                               const Reading& reading) {
  std::vector<Field> fields;
  const YamlNode* node = map.find(key);
  if (node == nullptr || node->type == YamlType::kNull) return fields;
  if (node->type != YamlType::kMap) {
    map.wrong(key, fmt::format("\"{}\" must be a map of fields", key),
              "write each field's name on a line of its own, with a colon");
    return fields;
  }
  for (const YamlEntry& entry : node->entries) {
    if (fields.size() == kMaxFields) {
      reading.diagnostics.add("kind-type", reading.at(entry),
                              fmt::format("there are more than {} fields", kMaxFields),
                              "leave some out, or make records of them");
      break;
    }
    if (!is_field_name(entry.key)) {
      reading.diagnostics.add("kind-type", reading.at(entry),
                              fmt::format("\"{}\" cannot be the name of a field", entry.key),
                              "use small letters, digits and underscores: length_minutes");
      continue;
    }
    fields.push_back(read_field(entry, depth, reading));
  }
  return fields;
}

// A page's title is a text and its topics are topics, whatever its kind.
void check_common_types(const YamlMap& map, const Kind& kind, const std::vector<Field>& common,
                        const Reading& reading) {
  for (const Field& field : kind.fields) {
    const Field* same = find_field(common, field.name);
    if (same == nullptr || same->type == field.type) continue;
    for (const YamlEntry& entry : map.find("fields")->entries) {
      if (entry.key != field.name) continue;
      reading.diagnostics.add(
          "kind-type", reading.at(entry),
          fmt::format("every page has a field \"{}\", and it is of another type", field.name),
          "give it the type of generator/kinds/common.yaml, or another name");
    }
  }
}

// One field or several, each a date of the kind.
std::vector<std::string> read_days(const YamlMap& map, const std::vector<Field>& own,
                                   const std::vector<Field>& common) {
  const YamlNode* node = map.find("day");
  std::vector<std::string> days;
  if (node == nullptr) return days;
  std::vector<std::string_view> dates;
  for (const auto* fields : {&own, &common}) {
    for (const Field& field : *fields) {
      if (field.type == FieldType::kDate) dates.emplace_back(field.name);
    }
  }
  const std::vector<std::string> named =
      node->type == YamlType::kList ? map.texts("day") : std::vector{map.text("day")};
  for (const std::string& day : named) {
    if (std::ranges::find(dates, day) != dates.end()) {
      days.push_back(day);
      continue;
    }
    map.wrong("day", fmt::format("\"{}\" is no date of this kind", day),
              did_you_mean_one_of(day, dates));
  }
  return days;
}

// The name of a template or a kind; reports another text and returns "".
std::string read_name(const YamlMap& map, std::string_view key, std::string text) {
  if (text.empty() || is_name(text)) return text;
  map.wrong(key,
            fmt::format("\"{}\" cannot be the name of a {}", text,
                        key == "name" ? "kind of page" : "template"),
            "use small letters, digits and hyphens: case-study");
  return "";
}

std::string read_schema_type(const YamlMap& map) {
  std::string type = map.text("schema_type");
  const bool is_letters = std::ranges::all_of(
      type, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  if (is_letters) return type;
  map.wrong("schema_type", fmt::format("\"{}\" is not a type of schema.org", type),
            "write its name alone: NewsArticle");
  return "";
}

}  // namespace

KindFile read_kind_file(const YamlNode& root, std::string_view path,
                        const std::vector<Field>& common, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"name",   "label",        "order",    "template",
                                               "day",    "newest_first", "by_topic", "listed",
                                               "fields", "schema_type"};
  const Reading reading = reading_of(path, diagnostics);
  const YamlMap map(root, "a kind of page", reading.source, kKeys, diagnostics);
  KindFile file;
  Kind& kind = file.kind;
  kind.name = read_name(map, "name", map.required_text("name"));
  file.name_place = map.place("name");
  kind.label = map.required_text("label");
  const std::string order = map.number("order");
  file.order = order.empty() ? kUnordered : static_cast<std::uint32_t>(std::stoul(order));
  kind.layout = read_name(map, "template", map.text("template"));
  if (kind.layout.empty()) kind.layout = kPlainKind;
  kind.fields = read_fields(map, "fields", 1, reading);
  check_common_types(map, kind, common, reading);
  kind.days = read_days(map, kind.fields, common);
  kind.listed_by = read_word(map, "listed", kListedBy).value_or(ListedBy::kNothing);
  kind.newest_first = map.yes_or_no("newest_first");
  if (kind.newest_first && map.find("day") == nullptr) {
    map.wrong("newest_first", "\"newest_first\" does not say by which day",
              "add a line with the field of the day: \"day: published\"");
  }
  kind.by_topic = map.yes_or_no("by_topic");
  const Field* topics = find_field(kind.fields, "topics");
  if (kind.by_topic && (topics == nullptr || !topics->required)) {
    map.wrong("by_topic", "\"by_topic\" would leave out pages without a topic",
              "give the kind a field \"topics\" with required: true");
    kind.by_topic = false;
  }
  kind.schema_type = read_schema_type(map);
  return file;
}

std::vector<Field> read_common_fields(const YamlNode& root, std::string_view path,
                                      Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"fields"};
  const Reading reading = reading_of(path, diagnostics);
  const YamlMap map(root, "the common fields", reading.source, kKeys, diagnostics);
  return read_fields(map, "fields", 1, reading);
}

}  // namespace signpost
