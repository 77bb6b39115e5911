#include "data/glossary.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"

namespace signpost {
namespace {

// Every page looks for each of them.
constexpr std::size_t kMaxEntries = 2000;

}  // namespace

std::vector<GlossaryEntry> read_glossary(const YamlNode& root, const std::string& path,
                                         Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"short",   "long",   "also",
                                               "meaning", "status", "replaced_by"};
  const YamlMapSource source{path, kDataRules, "see content/README.md for the form of this file"};
  std::vector<GlossaryEntry> glossary;
  if (root.type != YamlType::kList && root.type != YamlType::kNull) {
    diagnostics.add("data-type", {path, root.line, root.column, 0},
                    "the glossary must be a list of entries",
                    "start each entry with \"- short: \"");
    return glossary;
  }
  std::set<std::string> known;
  for (const YamlNode& item : root.items) {
    if (glossary.size() == kMaxEntries) {
      diagnostics.add("data-type", {path, item.line, item.column, 0},
                      fmt::format("the glossary has more than {} entries", kMaxEntries),
                      "take out the words that no page uses");
      break;
    }
    YamlMap reader(item, "a glossary entry", source, kKeys, diagnostics);
    GlossaryEntry entry;
    entry.short_form = reader.required_text("short");
    entry.long_form = reader.required_text("long");
    entry.meaning = reader.text("meaning");
    entry.status = reader.text("status");
    entry.replaced_by = reader.text("replaced_by");
    entry.also = reader.texts("also");
    if (!entry.short_form.empty() && !known.insert(entry.short_form).second) {
      diagnostics.add("data-duplicate", {path, item.line, item.column, 0},
                      fmt::format("the glossary explains \"{}\" twice", entry.short_form),
                      "keep one of the two entries");
      continue;
    }
    if (!entry.short_form.empty() && !entry.long_form.empty()) glossary.push_back(std::move(entry));
  }
  return glossary;
}

std::vector<std::vector<std::string>> read_search_words(const YamlNode& root,
                                                        const std::string& path,
                                                        Diagnostics& diagnostics) {
  std::vector<std::vector<std::string>> groups;
  const auto refuse = [&](const YamlNode& node, const char* message) {
    diagnostics.add("data-type", {path, node.line, node.column, 0}, message,
                    "write a group on a line: - [lawyer, solicitor]");
  };
  if (root.type != YamlType::kList && root.type != YamlType::kNull) {
    refuse(root, "the words of the search must be a list of groups");
    return groups;
  }
  for (const YamlNode& item : root.items) {
    std::vector<std::string> group;
    for (const YamlNode& word : item.items) {
      if (word.type == YamlType::kScalar) group.emplace_back(trimmed(word.text));
    }
    std::erase(group, "");
    if (group.size() < 2 || group.size() != item.items.size()) {
      refuse(item, "a group of words must be a list of two or more");
    } else {
      groups.push_back(std::move(group));
    }
  }
  return groups;
}

}  // namespace signpost
