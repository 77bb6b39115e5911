#include "base/yaml.h"

#include <chrono>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/messages.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The tree on one line, with the place of each value.
std::string shown(const YamlNode& node) {
  std::string text = fmt::format("{}:{}", node.line, node.column);
  if (node.type == YamlType::kNull) return text + "~";
  if (node.type == YamlType::kScalar) {
    return text + (node.quoted ? fmt::format("\"{}\"", node.text) : "'" + node.text + "'");
  }
  if (node.type == YamlType::kList) {
    text += "[";
    for (const YamlNode& item : node.items) text += " " + shown(item);
    return text + " ]";
  }
  text += "{";
  for (const YamlEntry& entry : node.entries) {
    text += fmt::format(" {}:{}'{}'=", entry.line, entry.column, entry.key) + shown(entry.value);
  }
  return text + " }";
}

TEST(Yaml, KeepsTextAsWrittenWithItsPlace) {
  const struct {
    std::string_view text, tree;
  } rows[] = {
      {"", "0:0~"},
      {"# nothing\n", "0:0~"},
      {"a: 1\nb: 'yes'\nc:\nd: ~\n",
       "2:1{ 2:1'a'=2:4'1' 3:1'b'=3:4\"yes\" 4:1'c'=4:1~ 5:1'd'=5:1~ }"},
      {"a: [x, \"y\"]\r\nb:\r\n  - é z\r\n  - w",
       "2:1{ 2:1'a'=2:4[ 2:5'x' 2:8\"y\" ] 3:1'b'=4:3[ 4:5'é z' 5:5'w' ] }"},
      {"\xEF\xBB\xBF"
       "a: 012 # c\n",
       "2:1{ 2:1'a'=2:4'012' }"},
      {"a: {b: 2026-01-01, c: }\n", "2:1{ 2:1'a'=2:4{ 2:5'b'=2:8'2026-01-01' 2:20'c'=2:20~ } }"},
      {"a: >\n  one\n  two\n", "2:1{ 2:1'a'=2:4\"one two\n\" }"},
      {"---\na: b\n", "3:1{ 3:1'a'=3:4'b' }"},
      {"a:\tb\n", "2:1{ 2:1'a'=2:4'b' }"},
      {"a: \"x: y\" # z\n", "2:1{ 2:1'a'=2:4\"x: y\" }"},
      {"- a\n- b: 1\n  c: 2\n", "2:1[ 2:3'a' 3:3{ 3:3'b'=3:6'1' 4:3'c'=4:6'2' } ]"},
  };
  for (const auto& row : rows) {
    Diagnostics diagnostics;
    EXPECT_EQ(shown(parse_yaml(row.text, "f", 2, diagnostics)), row.tree) << row.text;
    EXPECT_THAT(messages(std::move(diagnostics)), IsEmpty()) << row.text;
  }
}

TEST(Yaml, SaysWhatIsWrongAndWhatToType) {
  using namespace std::string_view_literals;
  const std::string quote = "put the value in quotes: \"…\"";
  const std::string indent =
      "start each key of a group in the same column, and put a space after each colon";
  const std::string whole = "put the whole value in one pair of quotes";
  const std::string colon = "write \"key: value\", with a space after the colon";
  const struct {
    std::string_view text;
    std::string message;
  } rows[] = {
      {"title: SEN: what\n", "f:2:11 yaml-syntax: a value has a second \":\" in it | " + quote},
      {"a: \"Foo\" bar\n", "f:2:10 yaml-syntax: \"bar\" follows the end of the value | " + whole},
      {"a: 'it's\n", "f:2:8 yaml-syntax: \"s\" follows the end of the value | " + whole},
      {"a: \"open\nb: 2\n",
       "f:2:4 yaml-syntax: a quote is opened here and never closed | add the "
       "same quote at the end of the value"},
      {"a: [x, y\nb: 2\n",
       "f:2:4 yaml-syntax: \"[\" is opened here and never closed | add \"]\" "
       "at the end, and a comma between values"},
      {"a: {x: y\n",
       "f:2:4 yaml-syntax: \"{\" is opened here and never closed | add \"}\" "
       "at the end, and a comma between values"},
      {"a: [1]]\n",
       "f:2:7 yaml-syntax: \"]\" closes nothing | delete it, or put the value in "
       "quotes"},
      {"a: b\nrandom words\n", "f:3:1 yaml-syntax: no \":\" after \"random words\" | " + colon},
      {"a: b\nééééééééééééééééééééééééééééééééééé\n",
       "f:3:1 yaml-syntax: no \":\" after \"éééééééééééééééééééééééééééé…\" | " + colon},
      {"a: {b 1}\n", "f:2:5 yaml-syntax: no \":\" after \"b 1\" | " + colon},
      {"a: b\nno colon\nd: e\n",
       "f:4:2 yaml-syntax: \"d\" cannot be a key here | " + indent + ", also in the line above"},
      {"a: b\nc:d\ne: f\n",
       "f:4:2 yaml-syntax: \"e\" cannot be a key here | " + indent + ", also in the line above"},
      {"a: 1\n  b: 2\n",
       "f:3:4 yaml-syntax: \"b\" cannot be a key here | " + indent + ", also in the line above"},
      {"a:\n  b: 1\n c: 2\n",
       "f:4:2 yaml-syntax: \"c\" does not line up with what stands above it | " + indent},
      {"- a\nb: 1\n",
       "f:3:1 yaml-syntax: this line does not belong to what stands above it | " + indent},
      {"a: b\n---\nc: d\n",
       "f:3:1 yaml-syntax: a second document starts at \"---\" | delete this line"},
      {"a: {{ service.phone }}\n",
       "f:2:5 yaml-syntax: a value cannot start with \"{{\" | " + quote},
      {"- {text: How easy?, low: Hard}\n",
       "f:2:18 yaml-syntax: a value between { } or [ ] cannot end with \"?\" | " + quote},
      {"a: [Why?]\n",
       "f:2:8 yaml-syntax: a value between { } or [ ] cannot end with \"?\" | " + quote},
      {"a: @b\n", "f:2:4 yaml-syntax: a value cannot start with \"@\" | " + quote},
      {"a: - b\n",
       "f:2:4 yaml-syntax: a value cannot start with \"- \" | start the list on the "
       "next line, or put the value in quotes"},
      {"a: \"C:\\maps\"\n",
       "f:2:7 yaml-syntax: \"\\\" in double quotes starts an escape | write "
       "\"\\\\\" for one \"\\\", or use single quotes"},
      {"a:\n\tb: 1\n",
       "f:3:1 yaml-syntax: a line is indented with a tab | use spaces instead of the tab"},
      {"a: caf\xE9\n", "f:2:7 yaml-syntax: the text is not UTF-8 | save the file as UTF-8"},
      {"? [a]\n: b\n", "f:2:3 yaml-syntax: a key cannot be a list or a group | "},
      {": b\n", "f:2:1 yaml-syntax: a key is missing before \":\" | write the key before it"},
      {"a: &x 1\nb: *x\n", "f:2:4 yaml-alias: a value cannot start with \"&\" | " + quote},
      {"a: **bold**\n", "f:2:4 yaml-alias: a value cannot start with \"*\" | " + quote},
      {"a: !!binary x\n", "f:2:4 yaml-alias: a value cannot start with \"!\" | " + quote},
      {"a: 1\nb: 2\na: 3\n",
       "f:4:1 yaml-duplicate-key: \"a\" is written twice, first on line 2 | delete one of them"},
  };
  for (const auto& row : rows) {
    Diagnostics diagnostics;
    parse_yaml(row.text, "f", 2, diagnostics);
    EXPECT_THAT(messages(std::move(diagnostics)), ElementsAre(row.message)) << row.text;
  }
}

TEST(Yaml, KeepsTheFirstOfRepeatedKeys) {
  Diagnostics diagnostics;
  EXPECT_EQ(shown(parse_yaml("a: 1\nb: 2\na: 3\nc: 4\n", "f", 1, diagnostics)),
            "1:1{ 1:1'a'=1:4'1' 2:1'b'=2:4'2' 4:1'c'=4:4'4' }");
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

TEST(Yaml, BoundsDepthAndSize) {
  std::string many_keys;
  for (int i = 0; i < 60'000; ++i) many_keys += fmt::format("key{}: 1\n", i);
  const struct {
    std::string text;
    std::vector<std::string> rules;
  } rows[] = {
      {repeated("[", 64) + repeated("]", 64), {}},
      {repeated("[", 65) + repeated("]", 65), {"yaml-too-deep"}},
      {"a: " + repeated("[", 100'000), {"yaml-syntax"}},
      {"a: " + repeated("{a: ", 100'000), {"yaml-too-deep"}},
      {repeated("- ", 100'000), {"yaml-too-deep"}},
      {repeated("? ", 100'000), {"yaml-syntax"}},
      {many_keys, {}},
      {"[" + repeated("1,", 200'001) + "]", {"yaml-too-large"}},
      {repeated("a", 4'000'001), {"yaml-too-large"}},
      {"a: \"" + repeated("x ", 1'000'000) + "\"", {}},
      {"a: " + repeated("'", 100'001), {"yaml-syntax"}},
      {repeated("!", 100'000), {"yaml-alias"}},
  };
  for (const auto& row : rows) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    parse_yaml(row.text, "f", 1, diagnostics);
    std::vector<std::string> rules;
    for (const Diagnostic& each : diagnostics.all()) rules.push_back(each.rule);
    EXPECT_EQ(rules, row.rules) << row.text.substr(0, 20);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10))
        << row.text.substr(0, 20);
  }
}

}  // namespace
}  // namespace signpost
