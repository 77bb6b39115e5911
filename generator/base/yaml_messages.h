// What is wrong with a YAML text, in plain words. Internal to this room: yaml.cc alone knows
// yaml-cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

inline constexpr char kQuoteTheValue[] = "put the value in quotes: \"…\"";
inline constexpr char kIndentHelp[] =
    "start each key of a group in the same column, and put a space after each colon";

// A place in a text: the byte, and its line and column, all counted from 0.
struct YamlSpot {
  std::size_t offset = 0;
  std::uint32_t line = 0, column = 0;
};

// The text and where it stands in its file.
struct YamlSource {
  std::string_view text;
  std::string_view path;
  std::uint32_t first_line;

  [[nodiscard]] Place place(const YamlSpot& spot) const;
  // The line of the spot, cut before the spot's column.
  [[nodiscard]] std::string_view line_before(const YamlSpot& spot) const;
  [[nodiscard]] std::string_view from(const YamlSpot& spot) const;
};

struct YamlMistake {
  YamlSpot spot;
  std::string message, help;
  std::string_view rule = "yaml-syntax";
};

// What made the parser give up: its own words (yaml-cpp 0.7, exceptions.h), and the innermost "["
// or
// "{" that was open.
struct YamlFailure {
  std::string_view said;
  YamlSpot spot;
  std::optional<YamlSpot> open_bracket;
};

// Returns at most 60 bytes of a line, for a message; never half a letter.
std::string clipped(std::string_view text);

// `*`, `&` and `!` at the start of a value mean aliases, anchors and tags in YAML.
YamlMistake sign_mistake(const YamlSpot& spot, char sign);
// A line without a colon where a key has to be.
YamlMistake colon_mistake(const YamlSpot& spot, std::string_view key);
YamlMistake explain_failure(const YamlSource& source, const YamlFailure& failure);

}  // namespace signpost
