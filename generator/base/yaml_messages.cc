#include "base/yaml_messages.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string first_word(std::string_view text) {
  text = trimmed(text.substr(0, text.find('\n')));
  return clipped(text.substr(0, text.find_first_of(" \t:")));
}

// yaml-cpp points behind an escape that it does not know.
YamlSpot at_backslash(YamlSpot spot, const YamlSource& source) {
  const std::string_view before = source.line_before(spot);
  const std::size_t backslash = before.rfind('\\');
  if (backslash == std::string_view::npos) return spot;
  const std::size_t behind = before.size() - backslash;
  spot.offset -= behind;
  spot.column -= static_cast<std::uint32_t>(behind);
  return spot;
}

// A list or group that is never closed.
YamlMistake bracket_mistake(const YamlSource& source, const YamlSpot& open) {
  const bool is_list = source.from(open).starts_with('[');
  return {open, fmt::format("\"{}\" is opened here and never closed", is_list ? '[' : '{'),
          fmt::format("add \"{}\" at the end, and a comma between values", is_list ? ']' : '}')};
}

// Whether a "?" stands right behind a value, as in "{text: How easy?, low: Hard}".
bool ends_value(std::string_view before, std::string_view rest) {
  return rest.starts_with('?') && !before.empty() &&
         std::string_view(" \t{[,:").find(before.back()) == std::string_view::npos;
}

// Something that does not belong where it stands; `before` and `rest`: its line around it.
YamlMistake layout_mistake(const YamlSpot& spot, std::string_view before, std::string_view rest) {
  if (!before.empty() && !rest.empty()) {
    return {spot, fmt::format("\"{}\" follows the end of the value", first_word(rest)),
            "put the whole value in one pair of quotes"};
  }
  const std::string_view line = trimmed(rest.substr(0, rest.find('\n')));
  if (!line.empty() && !line.starts_with("- ") && !line.ends_with(':') && !has(line, ": ")) {
    return colon_mistake(spot, line);
  }
  return {spot, fmt::format("\"{}\" does not line up with what stands above it", first_word(rest)),
          kIndentHelp};
}

}  // namespace

Place YamlSource::place(const YamlSpot& spot) const {
  return {std::string(path), first_line + spot.line, spot.column + 1, 0};
}

std::string_view YamlSource::line_before(const YamlSpot& spot) const {
  const std::string_view before = text.substr(0, spot.offset);
  return before.substr(before.rfind('\n') + 1);
}

std::string_view YamlSource::from(const YamlSpot& spot) const {
  return text.substr(std::min(spot.offset, text.size()));
}

std::string clipped(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  if (text.size() <= 60) return std::string(text);
  std::size_t end = 57;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

YamlMistake sign_mistake(const YamlSpot& spot, char sign) {
  return {spot, fmt::format("a value cannot start with \"{}\"", sign), kQuoteTheValue,
          "yaml-alias"};
}

YamlMistake colon_mistake(const YamlSpot& spot, std::string_view key) {
  return {spot, fmt::format("no \":\" after \"{}\"", clipped(key)),
          "write \"key: value\", with a space after the colon"};
}

YamlMistake explain_failure(const YamlSource& source, const YamlFailure& failure) {
  const std::string_view said = failure.said;
  const YamlSpot& spot = failure.spot;
  const std::string_view before = trimmed(source.line_before(spot));
  const std::string_view rest = source.from(spot);
  if (has(said, "anchor is not defined") || has(said, "alias")) return sign_mistake(spot, '*');
  if (has(said, "anchor")) return sign_mistake(spot, '&');
  if (has(said, "tag")) return sign_mistake(spot, '!');
  if (has(said, "flow not found") || has(said, "EOF in")) {
    return bracket_mistake(source, failure.open_bracket.value_or(spot));
  }
  if (has(said, "illegal flow end")) {
    return {spot, fmt::format("\"{}\" closes nothing", rest.substr(0, 1)),
            "delete it, or put the value in quotes"};
  }
  if (has(said, "escape") || has(said, "hex number")) {
    return {at_backslash(spot, source), "\"\\\" in double quotes starts an escape",
            "write \"\\\\\" for one \"\\\", or use single quotes"};
  }
  if (has(said, "unknown token") && ends_value(source.line_before(spot), rest)) {
    return {spot, "a value between { } or [ ] cannot end with \"?\"", kQuoteTheValue};
  }
  if (has(said, "unknown token")) {
    return {spot, fmt::format("a value cannot start with \"{}\"", rest.substr(0, 1)),
            kQuoteTheValue};
  }
  if (has(said, "illegal block entry") && !before.empty()) {
    return {spot, "a value cannot start with \"- \"",
            "start the list on the next line, or put the value in quotes"};
  }
  if (has(said, "illegal map value") && has(before, ":")) {
    return {spot, "a value has a second \":\" in it", kQuoteTheValue};
  }
  if (has(said, "illegal map value")) {
    return {spot, fmt::format("\"{}\" cannot be a key here", clipped(before)),
            std::string(kIndentHelp) + ", also in the line above"};
  }
  return layout_mistake(spot, before, rest);
}

}  // namespace signpost
