// YAML as a tree with the place of every value. The only unit that includes yaml-cpp. Built from
// the parser's events: aliases and tags are refused, depth and size bounded, duplicate keys
// reported.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

enum class YamlType : std::uint8_t { kNull, kScalar, kList, kMap };

struct YamlEntry;

// `text` is the scalar's text as written (no type guessing: `yes`, `012` and `2026-01-01` stay
// text). `quoted` tells "5" from 5. `line` and `column` count from 1 in the file.
struct YamlNode {
  YamlType type = YamlType::kNull;
  bool quoted = false;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string text;
  std::vector<YamlNode> items;     // kList
  std::vector<YamlEntry> entries;  // kMap, in written order, keys unique

  // Returns the value of `key`, or nullptr.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  YamlNode value;
};

// Returns the tree of one YAML document; kNull for an empty or unreadable one. `path` and
// `first_line` place the text in its file (front matter starts at line 2). Reports `yaml-syntax`,
// `yaml-duplicate-key`, `yaml-alias`, `yaml-too-deep`, `yaml-too-large`.
YamlNode parse_yaml(std::string_view text, std::string_view path, std::uint32_t first_line,
                    Diagnostics& diagnostics);

}  // namespace signpost
