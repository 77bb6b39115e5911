// The directives that pages may use, described once; and the words on their opening line.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

enum class ArgumentRule : std::uint8_t { kNone, kOptional, kRequired };
enum class BodyRule : std::uint8_t { kAnything, kBulletList, kKeyList, kOrderedList, kNothing };

// What the words after a directive's name are: words that people read, or the name of something
// that must exist. Only words are checked as the page's text.
enum class ArgumentNames : std::uint8_t {
  kNothing,
  kWords,
  kTable,         // of content/_data
  kChart,         // a table of content/_data to be drawn
  kDeadline,      // a time limit of content/_data
  kDeadlines,     // a group of them
  kFile,          // to download
  kOrganisation,  // a page of content/organisations
  kStatement,     // a part of the accessibility statement
};

// `layout` is the theme's template for it: "note" for directives/note.mustache.
// `argument_name` says in words what the argument is. `default_argument`: the string of the
// theme that stands in where it is left out. `attributes`: those it may have. `example`: an opening
// line.
struct DirectiveRule {
  std::string_view name;
  std::string_view layout;
  ArgumentRule argument;
  ArgumentNames names;
  std::string_view argument_name;
  std::string_view default_argument;
  BodyRule body;
  std::span<const std::string_view> attributes;
  std::string_view example;

  [[nodiscard]] bool names_table() const {
    return names == ArgumentNames::kTable || names == ArgumentNames::kChart;
  }
};

std::span<const DirectiveRule> all_directives();
// Returns the directive called `name`, or nullptr.
const DirectiveRule* find_directive(std::string_view name);
// Returns what to type instead of an unknown directive: a near name, the directive for a word that
// other systems use ("info": note), or all the names.
std::string directive_help(std::string_view name);

// The directive that one of GitHub's alerts stands for, and the theme's string that is its
// heading then.
struct Alert {
  const DirectiveRule* rule = nullptr;
  std::string_view heading;
};
// Returns what `> [!NAME]` stands for; no rule where it stands for nothing. Any letter case.
Alert find_alert(std::string_view name);

// What an opening line says after its colons: `name Argument {key="value"}`. `error` is "" or what
// is wrong with the part in braces, found at `error_offset`.
struct DirectiveHeader {
  std::string_view name;
  std::string_view argument;
  std::uint32_t argument_offset = 0;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string error;
  std::uint32_t error_offset = 0;
};

DirectiveHeader parse_directive_header(std::string_view text);

}  // namespace signpost
