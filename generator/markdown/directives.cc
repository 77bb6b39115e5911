#include "markdown/directives.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "figures/figure.h"

namespace signpost {
namespace {

using Argument = ArgumentRule;
using Names = ArgumentNames;

// clang-format off
constexpr auto kDirectives = std::to_array<DirectiveRule>({
    {"accessibility", "accessibility", Argument::kRequired, Names::kStatement, "a part of the statement", "", BodyRule::kNothing, {}, ":::accessibility faults"},
    {"chart", "chart", Argument::kRequired, Names::kChart, "the name of a file in content/_data", "", BodyRule::kNothing, kChartSettings, ":::chart contacts {type=bar}"},
    {"contact-now", "contact-now", Argument::kRequired, Names::kWords, "a heading", "", BodyRule::kAnything, {}, ":::contact-now Contact us now if"},
    {"deadline", "deadline", Argument::kRequired, Names::kDeadline, "the name of a time limit", "", BodyRule::kAnything, {}, ":::deadline ehc_needs_assessment.final_plan"},
    {"deadlines", "deadlines", Argument::kRequired, Names::kDeadlines, "the name of a group of time limits", "", BodyRule::kNothing, {}, ":::deadlines mediation"},
    {"details", "details", Argument::kRequired, Names::kWords, "the words to click", "", BodyRule::kAnything, {}, ":::details What to bring"},
    {"do", "advice", Argument::kOptional, Names::kWords, "a heading", "box_do", BodyRule::kBulletList, {}, ":::do"},
    {"dont", "advice", Argument::kOptional, Names::kWords, "a heading", "box_dont", BodyRule::kBulletList, {}, ":::dont"},
    {"download", "download", Argument::kRequired, Names::kFile, "the file", "", BodyRule::kAnything, {}, ":::download leaflet.pdf"},
    {"note", "note", Argument::kOptional, Names::kWords, "a heading", "", BodyRule::kAnything, {}, ":::note"},
    {"organisation", "organisation", Argument::kRequired, Names::kOrganisation, "the name of a file in content/organisations", "", BodyRule::kNothing, {}, ":::organisation ipsea"},
    {"steps", "steps", Argument::kNone, Names::kNothing, "", "", BodyRule::kOrderedList, {}, ":::steps"},
    {"summary", "summary", Argument::kOptional, Names::kWords, "a heading", "box_summary", BodyRule::kKeyList, {}, ":::summary"},
    {"table", "table", Argument::kRequired, Names::kTable, "the name of a file in content/_data", "", BodyRule::kNothing, kTableSettings, ":::table fees"},
    {"warning", "warning", Argument::kOptional, Names::kWords, "a heading", "box_warning", BodyRule::kAnything, {}, ":::warning"},
});

// Words of other systems, and what they are called here.
constexpr auto kOtherNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"accordion", "details"}, {"alert", "warning"}, {"attention", "warning"}, {"caution", "warning"},
    {"callout", "note"}, {"danger", "contact-now"}, {"diagram", "chart"},
    {"emergency", "contact-now"}, {"expander", "details"}, {"figure", "chart"},
    {"file", "download"}, {"graph", "chart"}, {"hint", "note"}, {"important", "note"},
    {"info", "note"}, {"inset", "note"}, {"key-facts", "summary"}, {"summary-box", "summary"},
    {"time-limit", "deadline"}, {"tip", "note"}, {"urgent", "contact-now"},
});
// clang-format on

// GitHub's alerts, the directives that they stand for, and their headings where the directive has
// none of its own.
struct AlertRow {
  std::string_view alert, directive, heading;
};
constexpr auto kAlerts = std::to_array<AlertRow>({
    {"note", "note", ""},
    {"tip", "note", ""},
    {"important", "note", ""},
    {"warning", "warning", ""},
    {"caution", "contact-now", "box_contact_now"},
});

constexpr auto names_of_directives() {
  std::array<std::string_view, kDirectives.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kDirectives[i].name;
  return names;
}
constexpr auto kNames = names_of_directives();

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// Returns where the attributes start: the first brace that does not open a fact, `{{ … }}`.
std::size_t find_attributes(std::string_view text) {
  for (std::size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i)) {
    if (!text.substr(i).starts_with("{{")) return i;
    i = text.find("}}", i);
    if (i == std::string_view::npos) break;
    i += 2;
  }
  return std::string_view::npos;
}

// Reads `{key="value" key='value' key=value}` from `begin` on.
void parse_attributes(std::string_view text, std::size_t begin, DirectiveHeader& header) {
  std::size_t i = begin + 1;
  const auto fail = [&](std::string_view error) {
    header.error = error;
    header.error_offset = static_cast<std::uint32_t>(std::min(i, text.size()));
  };
  const auto skip_spaces = [&] {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t')) ++i;
  };
  for (skip_spaces(); i < text.size() && text[i] != '}'; skip_spaces()) {
    const std::size_t key_begin = i;
    while (i < text.size() && is_name_character(text[i])) ++i;
    const std::string_view key = text.substr(key_begin, i - key_begin);
    if (key.empty() || i >= text.size() || text[i] != '=') return fail("a value is missing");
    ++i;
    const char quote = i < text.size() ? text[i] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) ++i;
    const std::size_t end =
        quoted ? text.find(quote, i) : std::min(text.find_first_of(" \t}", i), text.size());
    if (end == std::string_view::npos) return fail("a quotation mark is missing");
    header.attributes.emplace_back(key, text.substr(i, end - i));
    i = end + (quoted ? 1 : 0);
  }
  if (i >= text.size()) return fail("the closing brace is missing");
  ++i;
  if (i < text.size()) fail("there is text after the closing brace");
}

}  // namespace

std::span<const DirectiveRule> all_directives() { return kDirectives; }

const DirectiveRule* find_directive(std::string_view name) {
  const auto found = std::ranges::find(kDirectives, name, &DirectiveRule::name);
  return found != kDirectives.end() ? &*found : nullptr;
}

std::string directive_help(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const auto& [other, ours] : kOtherNames) {
    if (other == lower) return "did you mean \"" + std::string(ours) + "\"?";
  }
  std::string help = did_you_mean(name, kNames);
  if (!help.empty()) return help;
  help = "the directives are";
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    help += i == 0 ? " " : i + 1 == kNames.size() ? " and " : ", ";
    help += kNames[i];
  }
  return help;
}

Alert find_alert(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const AlertRow& row : kAlerts) {
    if (row.alert != lower) continue;
    const DirectiveRule* rule = find_directive(row.directive);
    return {rule, row.heading.empty() ? rule->default_argument : row.heading};
  }
  return {};
}

DirectiveHeader parse_directive_header(std::string_view text) {
  DirectiveHeader header;
  const std::size_t attributes = find_attributes(text);
  const std::string_view words = text.substr(0, attributes);
  std::size_t name_end = 0;
  while (name_end < words.size() && words[name_end] != ' ' && words[name_end] != '\t') ++name_end;
  header.name = words.substr(0, name_end);
  const std::size_t argument = std::min(words.find_first_not_of(" \t", name_end), words.size());
  header.argument = trimmed(words.substr(argument));
  header.argument_offset = static_cast<std::uint32_t>(argument);
  if (attributes != std::string_view::npos) parse_attributes(text, attributes, header);
  return header;
}

}  // namespace signpost
