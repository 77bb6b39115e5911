// Front matter against a kind's table of fields.
#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "kinds/kinds.h"

namespace signpost {
namespace {

Place place_of(const Place& file, std::uint32_t line, std::uint32_t column, std::size_t length) {
  return {file.path, line, column, static_cast<std::uint32_t>(length)};
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

  [[nodiscard]] std::optional<std::vector<std::string>> terms(const YamlNode& node,
                                                              const std::vector<Term>& taxonomy,
                                                              std::string_view what) const {
    std::optional<std::vector<std::string>> ids = list(node);
    if (!ids) return std::nullopt;
    std::vector<std::string_view> known;
    known.reserve(taxonomy.size());
    for (const Term& term : taxonomy) known.push_back(term.id);
    std::vector<std::string> valid;
    for (std::size_t i = 0; i < ids->size(); ++i) {
      const std::string& id = (*ids)[i];
      if (std::find(known.begin(), known.end(), id) != known.end()) {
        valid.push_back(id);
        continue;
      }
      const YamlNode& item = node.type == YamlType::kList ? node.items[i] : node;
      std::string help = did_you_mean(id, known);
      if (help.empty()) help = fmt::format("use one of: {}", fmt::join(known, ", "));
      diagnostics.add("front-matter-unknown-term", at(item),
                      fmt::format("there is no {} \"{}\" in site-config.yaml", what, id), help);
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

  [[nodiscard]] std::optional<Change> change(const YamlNode& item) const {
    if (item.type != YamlType::kMap) return wrong(item, "a list of changes");
    for (const YamlEntry& entry : item.entries) {
      if (entry.key == "version" || entry.key == "date" || entry.key == "what") continue;
      constexpr std::string_view kKeys[] = {"version", "date", "what"};
      std::string help = did_you_mean(entry.key, kKeys);
      diagnostics.add("front-matter-unknown-field",
                      place_of(file, entry.line, entry.column, entry.key.size()),
                      fmt::format("a change has no field \"{}\"", entry.key),
                      help.empty() ? "a change has: version, date, what" : help);
    }
    const YamlNode* version = item.find("version");
    const YamlNode* day = item.find("date");
    const YamlNode* what = item.find("what");
    if (version == nullptr || day == nullptr || what == nullptr) {
      return wrong(item, "a list of changes with version, date and what");
    }
    const std::optional<std::string> version_text = text(*version);
    const std::optional<Date> date_value = date(*day);
    const std::optional<std::string> what_text = text(*what);
    if (!version_text || !date_value || !what_text) return std::nullopt;
    return Change{*version_text, *date_value, *what_text};
  }

  [[nodiscard]] std::optional<std::vector<Change>> changes(const YamlNode& node) const {
    if (node.type != YamlType::kList) return wrong(node, "a list of changes");
    std::vector<Change> values;
    for (const YamlNode& item : node.items) {
      if (std::optional<Change> one = change(item)) values.push_back(std::move(*one));
    }
    return values;
  }

  // One of a few words.
  [[nodiscard]] std::optional<std::string> choice(const YamlNode& node,
                                                  std::span<const std::string_view> known) const {
    std::optional<std::string> value = text(node);
    if (!value) return std::nullopt;
    if (std::find(known.begin(), known.end(), *value) != known.end()) return value;
    std::string help = did_you_mean(*value, known);
    if (help.empty()) help = fmt::format("use one of: {}", fmt::join(known, ", "));
    diagnostics.add("front-matter-unknown-choice", at(node),
                    fmt::format("\"{}\" is not a {}", *value, field.name), help);
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
      case FieldType::kVersion:
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
      case FieldType::kChangeList:
        return as_value(changes(node));
      case FieldType::kReasonMap:
        return as_value(reasons(node));
      case FieldType::kKind: {
        std::vector<std::string_view> names;
        for (const Kind& kind : all_kinds()) names.push_back(kind.name);
        return as_value(choice(node, names));
      }
      case FieldType::kLayout: {
        constexpr std::string_view kLayouts[] = {"page", "home"};
        return as_value(choice(node, kLayouts));
      }
    }
    return std::nullopt;
  }
};

const Field* find_field(std::span<const Field> fields, std::string_view name) {
  for (const Field& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

// The kind's own row of a field wins over the common one (it may make it required).
const Field* find_field(const Kind& kind, std::string_view name) {
  const Field* own = find_field(kind.fields, name);
  return own != nullptr ? own : find_field(common_fields(), name);
}

void report_unknown_field(const Kind& kind, const YamlEntry& entry, const Place& file,
                          Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const Field& field : kind.fields) names.push_back(field.name);
  for (const Field& field : common_fields()) names.push_back(field.name);
  std::string help = did_you_mean(entry.key, names);
  if (help.empty()) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    help = fmt::format("a {} has: {}", kind.name, fmt::join(names, ", "));
  }
  diagnostics.add("front-matter-unknown-field",
                  place_of(file, entry.line, entry.column, entry.key.size()),
                  fmt::format("a {} has no field \"{}\"", kind.name, entry.key), std::move(help));
}

void report_missing_fields(const Kind& kind, const YamlNode& front_matter, const Place& file,
                           Diagnostics& diagnostics) {
  const auto report = [&](const Field& field) {
    if (!field.required || front_matter.find(field.name) != nullptr) return;
    diagnostics.add("front-matter-missing-field", file,
                    fmt::format("this {} lacks the field \"{}\"", kind.name, field.name),
                    fmt::format("add between the --- lines: {}", field.example));
  };
  for (const Field& field : common_fields()) {
    if (find_field(kind.fields, field.name) == nullptr) report(field);
  }
  for (const Field& field : kind.fields) report(field);
}

}  // namespace

std::vector<FieldEntry> read_fields(const Kind& kind, const YamlNode& front_matter,
                                    const Config& config, const Place& file,
                                    Diagnostics& diagnostics) {
  std::vector<FieldEntry> fields;
  for (const YamlEntry& entry : front_matter.entries) {
    const Field* field = find_field(kind, entry.key);
    if (field == nullptr) {
      report_unknown_field(kind, entry, file, diagnostics);
      continue;
    }
    std::optional<FieldValue> value =
        FieldReader{*field, config, file, diagnostics}.read(entry.value);
    if (value) fields.push_back({field->name, entry.line, entry.column, std::move(*value)});
  }
  report_missing_fields(kind, front_matter, file, diagnostics);
  return fields;
}

}  // namespace signpost
