#include "base/yaml_map.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

std::uint32_t size32(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

YamlMap::YamlMap(const YamlNode& node, std::string_view what, const YamlMapSource& source,
                 std::span<const std::string_view> known, Diagnostics& diagnostics)
    : node_(node), what_(what), source_(source), diagnostics_(diagnostics) {
  if (node.type != YamlType::kMap && node.type != YamlType::kNull) {
    diagnostics_.add(
        source_.rules.type, {std::string(source_.path), node.line, node.column, size32(node.text)},
        fmt::format("{} must be a map of keys and values", what_), std::string(source_.type_help));
  }
  for (const YamlEntry& entry : node.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    std::string help =
        did_you_mean_or(entry.key, known, fmt::format("{} has: {}", what_, fmt::join(known, ", ")));
    diagnostics_.add(source_.rules.unknown_key,
                     {std::string(source_.path), entry.line, entry.column, size32(entry.key)},
                     fmt::format("{} has no key \"{}\"", what_, entry.key), std::move(help));
  }
}

Place YamlMap::place(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  const YamlNode& node = value == nullptr ? node_ : *value;
  return {std::string(source_.path), node.line, node.column, size32(node.text)};
}

void YamlMap::wrong(std::string_view key, std::string message, std::string_view help) const {
  diagnostics_.add(source_.rules.type, place(key), std::move(message),
                   std::string(help.empty() ? source_.type_help : help));
}

const YamlNode* YamlMap::required(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  const bool absent = value == nullptr || value->type == YamlType::kNull;
  if (absent && node_.type != YamlType::kScalar && node_.type != YamlType::kList) {
    diagnostics_.add(source_.rules.missing_key, place(key),
                     fmt::format("{} lacks the key \"{}\"", what_, key),
                     fmt::format("add a line that starts with \"{}: \"", key));
  }
  return value;
}

std::string YamlMap::text(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr || value->type == YamlType::kNull) return "";
  if (value->type == YamlType::kScalar) return std::string(trimmed(value->text));
  wrong(key, fmt::format("\"{}\" must be one text, but it is a {}", key,
                         value->type == YamlType::kList ? "list" : "map"));
  return "";
}

LocalText YamlMap::local_text(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr || value->type != YamlType::kMap) return text(key);
  const std::span<const std::string_view> languages = source_.languages;
  LocalText local;
  for (const YamlEntry& entry : value->entries) {
    const Place place{std::string(source_.path), entry.line, entry.column, size32(entry.key)};
    if (std::ranges::find(languages, entry.key) == languages.end()) {
      diagnostics_.add(source_.rules.type, place,
                       fmt::format("the site has no language \"{}\"", entry.key),
                       did_you_mean_one_of(entry.key, languages));
    } else if (entry.value.type != YamlType::kScalar) {
      diagnostics_.add(source_.rules.type, place,
                       fmt::format("\"{}\" in the language \"{}\" is not a text", key, entry.key),
                       "write the words after it");
    } else if (entry.key == languages.front()) {
      local.text = trimmed(entry.value.text);
    } else {
      local.others[entry.key] = trimmed(entry.value.text);
    }
  }
  if (local.text.empty() && !languages.empty()) {
    wrong(key, fmt::format("\"{}\" has no text in the site's own language", key),
          fmt::format("add a line that starts with \"{}: \"", languages.front()));
  }
  return local;
}

LocalText YamlMap::required_local_text(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  return value != nullptr && value->type == YamlType::kMap ? local_text(key) : required_text(key);
}

std::string YamlMap::required_text(std::string_view key) const {
  const YamlNode* value = required(key);
  if (value != nullptr && value->type == YamlType::kScalar && trimmed(value->text).empty()) {
    wrong(key, fmt::format("\"{}\" is empty", key), "write the text after the colon");
  }
  return text(key);
}

std::vector<std::string> YamlMap::texts(std::string_view key) const {
  std::vector<std::string> values;
  for (const YamlNode& item : list(key)) {
    if (item.type == YamlType::kScalar) {
      values.emplace_back(trimmed(item.text));
    } else {
      wrong(key, fmt::format("\"{}\" must be a list of texts", key));
    }
  }
  return values;
}

std::vector<std::string> YamlMap::required_texts(std::string_view key) const {
  required(key);
  return texts(key);
}

std::string YamlMap::number(std::string_view key) const {
  std::string value = text(key);
  if (value.empty()) return value;
  const bool is_number =
      value.size() <= 4 && value.find_first_not_of("0123456789") == std::string::npos;
  if (is_number && value[0] != '0') return value;
  wrong(key, fmt::format("\"{}\" must be a whole number, but it is \"{}\"", key, value),
        "write the number in digits, such as 5");
  return "";
}

bool YamlMap::yes_or_no(std::string_view key) const {
  const std::string value = text(key);
  if (value.empty() || value == "false" || value == "no") return false;
  if (value == "true" || value == "yes") return true;
  wrong(key, fmt::format("\"{}\" must be true or false, but it is \"{}\"", key, value),
        "write true or false");
  return false;
}

std::optional<Date> YamlMap::date(std::string_view key) const {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  std::optional<Date> date = parse_date(value);
  if (!date) {
    diagnostics_.add(source_.rules.date, place(key),
                     fmt::format("\"{}\" of \"{}\" is not a date that exists", value, key),
                     "write the year, month and day with two digits each: 2026-09-30");
  }
  return date;
}

std::span<const YamlNode> YamlMap::list(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr || value->type == YamlType::kNull) return {};
  if (value->type == YamlType::kList) return value->items;
  wrong(key, fmt::format("\"{}\" must be a list", key),
        "start each item on a line of its own with \"- \"");
  return {};
}

}  // namespace signpost
