// Numbers that words promise: "Top five pages" before a list of six; headings numbered 7.9 twice.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/english.h"
#include "base/text.h"
#include "check/page/page_checks.h"
#include "figures/figure.h"
#include "markdown/directives.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxCount = 30;

// Returns the number that a word says, in words up to twelve or in digits, or 0.
std::size_t count_in(std::string_view word) {
  constexpr unsigned kMostInWords = 12;
  const std::string lower = ascii_lower(word);
  const unsigned numeral = english_numeral(lower).value_or(0);
  if (numeral >= 2 && numeral <= kMostInWords) return numeral;
  const bool is_digits = !word.empty() && word.size() <= 2 &&
                         word.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_digits) return 0;
  const auto count = static_cast<std::size_t>(std::stoi(lower));
  return count >= 2 && count <= kMaxCount ? count : 0;
}

bool is_measure(std::string_view word) {
  static constexpr std::string_view kUnits[] = {
      "day",  "days",    "week",    "weeks",  "month",   "months",   "year",  "years",
      "hour", "hours",   "minutes", "school", "working", "calendar", "miles", "pounds",
      "per",  "percent", "am",      "pm",     "to",      "and",      "or",    "of"};
  return std::ranges::find(kUnits, ascii_lower(word)) != std::end(kUnits);
}

// The words of the last sentence, without marks at their ends.
std::vector<std::string_view> last_sentence(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.back() == ':' || text.back() == '.')) text.remove_suffix(1);
  if (const std::size_t stop = text.rfind(". "); stop != std::string_view::npos) {
    text.remove_prefix(stop + 2);
  }
  std::vector<std::string_view> words;
  for (std::string_view word : split(text, ' ')) {
    while (!word.empty() && std::string_view(",;:)").find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
    }
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// How many things a text promises to list: "one of 3 things", "top five pages", "the 4 steps of
// SEN support". The number stands before a plural that ends the sentence, or after a word that
// points ahead.
std::size_t promised_count(std::string_view text) {
  static constexpr std::string_view kPointers[] = {"top", "these", "the", "following", "are"};
  const std::vector<std::string_view> words = last_sentence(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t count = count_in(words[i]);
    if (count == 0 || is_measure(words[i + 1])) continue;
    if (i > 0 && is_measure(words[i - 1]) && ascii_lower(words[i - 1]) != "of") continue;
    const bool points =
        i > 0 && std::ranges::find(kPointers, ascii_lower(words[i - 1])) != std::end(kPointers);
    const std::size_t rest = words.size() - i - 1;
    const bool ends = rest <= 3 && words.back().ends_with('s');
    const bool plural_follows =
        words[i + 1].ends_with('s') || (i + 2 < words.size() && words[i + 2].ends_with('s'));
    if (ends || (points && plural_follows)) return count;
  }
  return 0;
}

// Returns how many things a list or table holds, or 0 where the node is neither.
std::size_t listed_count(const PageInput& input, const Node& node) {
  const std::vector<Node>& nodes = input.document.nodes;
  const auto children = [&](const Node& parent) {
    std::size_t count = 0;
    for (std::uint32_t i = parent.first_child; i != kNoNode; i = nodes[i].next) ++count;
    return count;
  };
  if (node.kind == NodeKind::kList) return children(node);
  if (node.kind == NodeKind::kTable) return std::max<std::size_t>(children(node), 1) - 1;
  if (node.kind != NodeKind::kDirective || node.extra >= input.document.directives.size()) return 0;
  const Directive& directive = input.document.directives[node.extra];
  if (directive.rule->body == BodyRule::kOrderedList && node.first_child != kNoNode) {
    return children(nodes[node.first_child]);
  }
  const auto table = input.data.tables.find(directive.argument);
  if (!directive.rule->names_table() || table == input.data.tables.end()) return 0;
  return shown_table(table->second, directive.attributes).rows().size();
}

void check_promise(const PageInput& input, std::uint32_t lead, std::uint32_t listed,
                   Diagnostics& diagnostics) {
  const Node& node = input.document.nodes[lead];
  if (node.kind != NodeKind::kHeading && node.kind != NodeKind::kParagraph) return;
  const std::size_t count = listed_count(input, input.document.nodes[listed]);
  if (count == 0) return;
  const std::string text = plain_text(input.document, lead);
  if (node.kind == NodeKind::kParagraph && !trimmed(text).ends_with(':')) return;
  const std::size_t promised = promised_count(text);
  if (promised == 0 || promised == count) return;
  diagnostics.add("list-length", {input.page.source_path, node.line, node.column, 0},
                  fmt::format("the words say {}, but {} follow", promised, count),
                  "correct the number, or what is listed");
}

// "7.9 Staff", "Step 3: Meet", "2) Ask": what the numbers count, and the numbers.
struct HeadingNumber {
  std::string parent;  // "step ", "7.": what comes before the last number
  unsigned last = 0;
  std::string text;  // "7.9", "Step 3"
};

std::optional<HeadingNumber> number_of(std::string_view heading) {
  static constexpr std::string_view kWords[] = {"Step ", "Part ", "Section ", "Stage ", "Level "};
  std::size_t begin = 0;
  for (const std::string_view word : kWords) {
    if (heading.starts_with(word)) begin = word.size();
  }
  std::size_t end = heading.find_first_not_of("0123456789.", begin);
  end = std::min(end, heading.size());
  std::string_view number = heading.substr(begin, end - begin);
  const bool is_marked = begin > 0 || number.find('.') != std::string_view::npos ||
                         (end < heading.size() && heading[end] == ')');
  while (number.ends_with('.')) number.remove_suffix(1);
  const bool is_separate =
      end >= heading.size() || heading[end] == ' ' || heading[end] == ')' || heading[end] == ':';
  if (number.empty() || number[0] == '.' || !is_marked || !is_separate) return std::nullopt;
  const std::size_t dot = number.rfind('.');
  const std::size_t last = dot == std::string_view::npos ? 0 : dot + 1;
  if (number.size() - last > 3 || number.size() == last) return std::nullopt;
  HeadingNumber result;
  result.text = std::string(heading.substr(0, begin)) + std::string(number);
  result.parent = ascii_lower(heading.substr(0, begin)) + std::string(number.substr(0, last));
  result.last = static_cast<unsigned>(std::stoul(std::string(number.substr(last))));
  return result;
}

void check_numbering(const PageInput& input, Diagnostics& diagnostics) {
  std::map<std::string, HeadingNumber> last_numbers;  // by what comes before the number
  for (const Heading& heading : input.document.headings) {
    const std::optional<HeadingNumber> number = number_of(heading.text);
    if (!number) continue;
    const auto before = last_numbers.find(number->parent);
    const Node& node = input.document.nodes[heading.node];
    if (before != last_numbers.end() && number->last != before->second.last + 1) {
      const bool is_repeated = number->last == before->second.last;
      diagnostics.add("heading-number", {input.page.source_path, node.line, node.column, 0},
                      is_repeated
                          ? fmt::format("\"{}\" is there twice", number->text)
                          : fmt::format("\"{}\" follows \"{}\"", number->text, before->second.text),
                      "number the headings one after another, or take the numbers out");
    }
    last_numbers.insert_or_assign(number->parent, *number);
  }
}

}  // namespace

void check_counts(const PageInput& input, Diagnostics& diagnostics) {
  const std::vector<Node>& nodes = input.document.nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].next != kNoNode) check_promise(input, i, nodes[i].next, diagnostics);
  }
  check_numbering(input, diagnostics);
}

}  // namespace signpost
