// Front matter against a kind's table of fields.
#include "content/fields.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/file_names.h"
#include "base/text.h"

namespace signpost {
namespace {

Place place_of(const Place& file, std::uint32_t line, std::uint32_t column, std::size_t length) {
  return {file.path, line, column, static_cast<std::uint32_t>(length)};
}

// Returns "a session", "an evaluation".
std::string with_article(std::string_view noun) {
  const bool vowel =
      !noun.empty() && std::string_view("aeiou").find(noun[0]) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

// What one field is read with.
struct FieldReader {
  const Field& field;
  const Config& config;
  const Place& file;
  Diagnostics& diagnostics;

  [[nodiscard]] Place at(const YamlNode& node) const {
    return place_of(file, node.line, node.column, node.text.size());
  }

  // Reports a value of the wrong shape and returns nothing.
  std::nullopt_t wrong(const YamlNode& node, std::string_view wanted) const {
    const std::string_view is = node.type == YamlType::kMap    ? "a map of keys"
                                : node.type == YamlType::kList ? "a list"
                                : node.type == YamlType::kNull ? "empty"
                                                               : "a text";
    diagnostics.add("front-matter-type", at(node),
                    fmt::format("\"{}\" must be {}, but it is {}", field.name, wanted, is),
                    fmt::format("write it like this: {}", field.example));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> text(const YamlNode& node) const {
    if (node.type != YamlType::kScalar) return wrong(node, "one line of text");
    const std::string_view value = trimmed(node.text);
    if (value.empty())
      return wrong(YamlNode{YamlType::kNull, false, node.line, node.column, "", {}, {}},
                   "one line of text");
    return std::string(value);
  }

  [[nodiscard]] std::optional<Date> date(const YamlNode& node) const {
    if (node.type != YamlType::kScalar) return wrong(node, "a date");
    const std::optional<Date> value = parse_date(node.text);
    if (!value) {
      diagnostics.add(
          "front-matter-date", at(node),
          fmt::format("\"{}\" of \"{}\" is not a date that exists", node.text, field.name),
          "write the year, month and day with two digits each: 2026-09-30");
    }
    return value;
  }

  [[nodiscard]] std::optional<bool> yes_or_no(const YamlNode& node) const {
    if (node.type == YamlType::kScalar && node.text == "true") return true;
    if (node.type == YamlType::kScalar && node.text == "false") return false;
    return wrong(node, "true or false");
  }

  // A list of texts; one text alone counts as a list of one.
  [[nodiscard]] std::optional<std::vector<std::string>> list(const YamlNode& node) const {
    std::vector<std::string> values;
    if (node.type == YamlType::kScalar) {
      const std::optional<std::string> one = text(node);
      if (!one) return std::nullopt;
      values.push_back(*one);
      return values;
    }
    if (node.type != YamlType::kList) return wrong(node, "a list");
    for (const YamlNode& item : node.items) {
      if (item.type != YamlType::kScalar) return wrong(item, "a list of texts");
      values.emplace_back(trimmed(item.text));
    }
    return values;
  }

  [[nodiscard]] std::optional<std::vector<std::string>> terms(
      const YamlNode& node, const std::vector<TaxonomyTerm>& taxonomy,
      std::string_view what) const {
    std::optional<std::vector<std::string>> ids = list(node);
    if (!ids) return std::nullopt;
    std::vector<std::string_view> known;
    known.reserve(taxonomy.size());
    for (const TaxonomyTerm& term : taxonomy) known.push_back(term.id);
    std::vector<std::string> valid;
    for (std::size_t i = 0; i < ids->size(); ++i) {
      const std::string& id = (*ids)[i];
      if (std::find(known.begin(), known.end(), id) != known.end()) {
        valid.push_back(id);
        continue;
      }
      const YamlNode& item = node.type == YamlType::kList ? node.items[i] : node;
      diagnostics.add("front-matter-unknown-term", at(item),
                      fmt::format("there is no {} \"{}\" in site-config.yaml", what, id),
                      did_you_mean_one_of(id, known));
    }
    return valid;
  }

  [[nodiscard]] std::optional<TextPairs> reasons(const YamlNode& node) const {
    if (node.type != YamlType::kMap) return wrong(node, "a map of rules and reasons");
    TextPairs pairs;
    for (const YamlEntry& entry : node.entries) {
      if (entry.value.type != YamlType::kScalar || trimmed(entry.value.text).empty()) {
        diagnostics.add("front-matter-type",
                        place_of(file, entry.line, entry.column, entry.key.size()),
                        fmt::format("the rule \"{}\" is set aside without a reason", entry.key),
                        fmt::format("write it like this: {}", field.example));
        continue;
      }
      pairs.emplace_back(entry.key, std::string(trimmed(entry.value.text)));
    }
    return pairs;
  }

  [[nodiscard]] std::optional<std::string> time(const YamlNode& node) const {
    std::optional<std::string> value = text(node);
    if (!value || is_time_of_day(*value)) return value;
    diagnostics.add("front-matter-date", at(node),
                    fmt::format("\"{}\" of \"{}\" is not a time of day", *value, field.name),
                    "write the hour and the minutes with two digits each: \"09:30\"");
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> year(const YamlNode& node) const {
    std::optional<std::string> value = text(node);
    if (!value || parse_year_label(*value)) return value;
    diagnostics.add(
        "front-matter-date", at(node),
        fmt::format("\"{}\" of \"{}\" is not a year such as 2026-27", *value, field.name),
        "write the year it begins, a hyphen and the last two digits of the next");
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::int64_t> number(const YamlNode& node) const {
    const std::optional<std::string> value = text(node);
    if (!value) return std::nullopt;
    const bool is_number =
        value->size() <= 9 && value->find_first_not_of("0123456789") == std::string::npos;
    if (is_number) return std::stoll(*value);
    diagnostics.add(
        "front-matter-type", at(node),
        field.counts_people && !value->starts_with('-')  // a small one is not for logs
            ? fmt::format("\"{}\" must be a whole number", field.name)
            : fmt::format("\"{}\" must be a whole number, but it is \"{}\"", field.name, *value),
        fmt::format("write it like this: {}", field.example));
    return std::nullopt;
  }

  // The maps of a record list, or the one of a record. Those with mistakes keep what is right.
  [[nodiscard]] std::optional<std::vector<Fields>> records(const YamlNode& node) const;

  // One of a few words.
  [[nodiscard]] std::optional<std::string> choice(
      const YamlNode& node, const std::vector<std::string_view>& known) const {
    std::optional<std::string> value = text(node);
    if (!value) return std::nullopt;
    if (std::find(known.begin(), known.end(), *value) != known.end()) return value;
    diagnostics.add("front-matter-unknown-choice", at(node),
                    fmt::format("\"{}\" cannot be \"{}\"", field.name, *value),
                    did_you_mean_one_of(*value, known));
    return std::nullopt;
  }

  // An old address: relative, ends in .html, stays inside the site.
  [[nodiscard]] std::optional<std::vector<std::string>> aliases(const YamlNode& node) const {
    std::optional<std::vector<std::string>> values = list(node);
    if (!values) return std::nullopt;
    std::vector<std::string> valid;
    for (std::size_t i = 0; i < values->size(); ++i) {
      std::string& alias = (*values)[i];
      if (is_safe_alias(alias)) {
        valid.push_back(std::move(alias));
        continue;
      }
      diagnostics.add("front-matter-alias", at(node.type == YamlType::kList ? node.items[i] : node),
                      fmt::format("\"{}\" cannot be an old address of this site", alias),
                      "write it without the site's name and with .html at the end: "
                      "old-folder/old-page.html");
    }
    return valid;
  }

  static bool is_safe_alias(std::string_view alias) {
    if (!alias.ends_with(".html") || alias.size() > 200) return false;
    for (const std::string_view part : split(alias, '/')) {
      if (part.empty() || part == "." || part == ".." || part == ".html") return false;
      if (!windows_name_mistake(part).empty()) return false;
      for (const char c : part) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (!is_plain) return false;
      }
    }
    return true;
  }

  template <typename T>
  static std::optional<FieldValue> as_value(std::optional<T> value) {
    if (!value) return std::nullopt;
    return FieldValue(std::move(*value));
  }

  [[nodiscard]] std::optional<FieldValue> read(const YamlNode& node) const {
    switch (field.type) {
      case FieldType::kText:
      case FieldType::kPath:
        return as_value(text(node));
      case FieldType::kDate:
        return as_value(date(node));
      case FieldType::kBool:
        return as_value(yes_or_no(node));
      case FieldType::kTextList:
      case FieldType::kPathList:
        return as_value(list(node));
      case FieldType::kTopicList:
        return as_value(terms(node, config.topics, "topic"));
      case FieldType::kAudienceList:
        return as_value(terms(node, config.audiences, "audience"));
      case FieldType::kAliasList:
        return as_value(aliases(node));
      case FieldType::kRecord:
      case FieldType::kRecordList:
        return as_value(records(node));
      case FieldType::kTime:
        return as_value(time(node));
      case FieldType::kYear:
        return as_value(year(node));
      case FieldType::kNumber:
        return as_value(number(node));
      case FieldType::kChoice:
        return as_value(choice(node, {field.choices.begin(), field.choices.end()}));
      case FieldType::kReasonMap:
        return as_value(reasons(node));
      case FieldType::kKind:
        return as_value(choice(node, config.kinds.names()));
    }
    return std::nullopt;
  }
};

// What may stand in one map: the first row of a name wins, so that a kind's own row goes before the
// common one (it may make it required).
struct FieldTable {
  std::string_view owner;  // "factsheet", "session"
  const std::vector<Field>&own, &common;

  [[nodiscard]] const Field* find(std::string_view name) const {
    const Field* found = find_field(own, name);
    return found != nullptr ? found : find_field(common, name);
  }
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> all;
    for (const Field& field : own) all.push_back(field.name);
    for (const Field& field : common) all.push_back(field.name);
    return all;
  }
};

void report_unknown_field(const FieldTable& table, const YamlEntry& entry, const Place& file,
                          Diagnostics& diagnostics) {
  std::vector<std::string_view> names = table.names();
  std::string help = did_you_mean(entry.key, names);
  if (help.empty()) {
    // Of a record, in the order of its table; of a page there are too many to keep an order.
    if (!table.common.empty()) std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    help = fmt::format("{} has: {}", with_article(table.owner), fmt::join(names, ", "));
  }
  diagnostics.add(
      "front-matter-unknown-field", place_of(file, entry.line, entry.column, entry.key.size()),
      fmt::format("{} has no field \"{}\"", with_article(table.owner), entry.key), std::move(help));
}

void report_missing_fields(const FieldTable& table, const YamlNode& map, const Place& place,
                           Diagnostics& diagnostics) {
  const auto report = [&](const Field& field) {
    if (!field.required || map.find(field.name) != nullptr) return;
    diagnostics.add(
        "front-matter-missing-field", place,
        fmt::format("this {} lacks the field \"{}\"", table.owner, field.name),
        fmt::format("{}: {}", table.common.empty() ? "add" : "add between the --- lines",
                    field.example));
  };
  for (const Field& field : table.common) {
    if (find_field(table.own, field.name) == nullptr) report(field);
  }
  for (const Field& field : table.own) report(field);
}

Fields read_map(const FieldTable& table, const YamlNode& map, const Config& config,
                const Place& file, Diagnostics& diagnostics,
                UnknownFields unknown = UnknownFields::kReport) {
  Fields fields{map.line, map.column, {}};
  for (const YamlEntry& entry : map.entries) {
    const Field* field = table.find(entry.key);
    if (field == nullptr) {
      if (unknown == UnknownFields::kReport) report_unknown_field(table, entry, file, diagnostics);
      continue;
    }
    std::optional<FieldValue> value =
        FieldReader{*field, config, file, diagnostics}.read(entry.value);
    if (value) fields.entries.push_back({field->name, entry.line, entry.column, std::move(*value)});
  }
  return fields;
}

std::optional<std::vector<Fields>> FieldReader::records(const YamlNode& node) const {
  const bool is_one = field.type == FieldType::kRecord;
  const std::string wanted = fmt::format("{} {}", is_one ? "one" : "a list, each a", field.item);
  if (node.type != (is_one ? YamlType::kMap : YamlType::kList)) return wrong(node, wanted);
  static const std::vector<Field> kNone;
  const FieldTable table{field.item, field.fields, kNone};
  std::vector<Fields> all;
  const auto add = [&](const YamlNode& map) {
    all.push_back(read_map(table, map, config, file, diagnostics));
    report_missing_fields(table, map, place_of(file, map.line, map.column, 0), diagnostics);
  };
  if (is_one) add(node);
  for (const YamlNode& item : node.items) {
    if (item.type == YamlType::kMap) {
      add(item);
    } else {
      static_cast<void>(wrong(item, wanted));
    }
  }
  return all;
}

}  // namespace

std::vector<NamedPage> named_pages(const Fields& values, const std::vector<Field>& own,
                                   const std::vector<Field>& common) {
  std::vector<NamedPage> named;
  for (const FieldEntry& entry : values.entries) {
    const Field* field = find_field(own, entry.name);
    if (field == nullptr) field = find_field(common, entry.name);
    if (field == nullptr) continue;
    if (field->type == FieldType::kPath) {
      named.push_back({values.text(entry.name), entry.line, entry.column});
    } else if (field->type == FieldType::kPathList) {
      for (const std::string& path : values.list(entry.name)) {
        named.push_back({path, entry.line, entry.column});
      }
    }
    for (const Fields& record : values.records(entry.name)) {
      std::ranges::move(named_pages(record, field->fields), std::back_inserter(named));
    }
  }
  return named;
}

Fields read_fields(const Kind& kind, const YamlNode& front_matter, const Config& config,
                   const Place& file, Diagnostics& diagnostics, UnknownFields unknown) {
  const FieldTable table{kind.name, kind.fields, config.kinds.common};
  Fields fields = read_map(table, front_matter, config, file, diagnostics, unknown);
  report_missing_fields(table, front_matter, file, diagnostics);
  return fields;
}

}  // namespace signpost
