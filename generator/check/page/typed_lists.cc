// Lists, sentences and code blocks of a page that count people as a table does: "Young people by
// need: autism 40, deafblind 3".
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/introductions.h"
#include "check/page/page_checks.h"
#include "check/people_counts.h"
#include "disclosure/counts_in_names.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

// What is counted, and the count as it stands there.
using LabelledCount = std::pair<std::string, std::string>;

// "Autism: 40", "Autism – 40", "Autism (40)", "autism 40"; "3 who are deafblind".
std::optional<LabelledCount> labelled_count(std::string_view text) {
  text = trimmed(text);
  while (text.ends_with('.') || text.ends_with(';') || text.ends_with(',') || text.ends_with(')')) {
    text = trimmed(text.substr(0, text.size() - 1));
  }
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  if (is_word_count(text.substr(0, space))) {
    const std::string_view label = trimmed(text.substr(space));
    for (const std::string_view joint :
         {"with ", "who ", "whose ", "of ", "from ", "had ", "were "}) {
      if (label.starts_with(joint)) {
        return LabelledCount{label, text.substr(0, space)};
      }
    }
    return std::nullopt;
  }
  const std::size_t last = text.find_last_of(" (");
  const std::string_view count = text.substr(last + 1);
  if (!is_word_count(count)) return std::nullopt;
  std::string_view label = trimmed(text.substr(0, last));
  for (const std::string_view mark : {":", "-", "\xE2\x80\x93", "\xE2\x80\x94", "=", "("}) {
    if (label.ends_with(mark)) label = trimmed(label.substr(0, label.size() - mark.size()));
  }
  if (words_in_small_letters(label).empty()) return std::nullopt;
  return LabelledCount{label, count};
}

class ListCheck {
 public:
  ListCheck(const PageInput& input, Diagnostics& diagnostics)
      : input_(input), document_(input.document), diagnostics_(diagnostics) {}

  void check() {
    const std::vector<std::uint32_t> before = blocks_before(document_);
    for (std::uint32_t i = 0; i < document_.nodes.size(); ++i) {
      const Node& node = document_.nodes[i];
      if (node.kind == NodeKind::kList) check_list(node, before[i]);
      if (node.kind == NodeKind::kParagraph) check_sentence(node, i);
      if (node.kind == NodeKind::kCodeBlock) check_code(node, before[i]);
      if (node.kind == NodeKind::kHeading) check_name(plain_text(document_, i), node);
      if (node.kind == NodeKind::kDirective && node.extra < document_.directives.size()) {
        const Directive& directive = document_.directives[node.extra];
        for (const auto& [key, value] : directive.attributes) check_name(value, node);
      }
    }
  }

 private:
  // Whom the words before a list count, without the colon; "" where they count nobody.
  static std::string counted_by(std::string_view introduction) {
    std::string_view head = trimmed(introduction);
    while (head.ends_with(':') || head.ends_with('.')) head.remove_suffix(1);
    const std::optional<CountedPeople> counted = counted_people(head);
    const bool is_of_people = counted && counted->kind == PeopleWord::kPerson;
    return is_of_people && !names_measure(head) ? std::string(head) : "";
  }

  void check_list(const Node& list, std::uint32_t before) {
    const std::string head = counted_by(introduction_of(document_, before));
    if (head.empty()) return;
    WordTable table{{"", head}, {}, ""};
    std::vector<std::uint32_t> items;
    for (std::uint32_t i = list.first_child; i != kNoNode; i = document_.nodes[i].next) {
      const std::optional<LabelledCount> item = labelled_count(plain_text(document_, i));
      if (!item) return;
      table.rows.push_back({item->first, item->second});
      items.push_back(i);
    }
    if (items.size() < 2) return;
    if (const std::optional<PeopleCount> found = small_count(table)) {
      report(*found, table, document_.nodes[items[found->row]]);
    }
  }

  // "Young people by need: autism 40, deafblind 3, Rett syndrome 1."
  void check_sentence(const Node& paragraph, std::uint32_t index) {
    const std::string words = plain_text(document_, index);
    const std::size_t colon = words.find(": ");
    if (colon == std::string::npos) return;
    const std::string head = counted_by(words.substr(0, colon));
    if (head.empty()) return;
    WordTable table{{"", head}, {}, ""};
    const std::string_view rest = std::string_view(words).substr(colon + 2);
    for (std::size_t begin = 0; begin < rest.size();) {
      const std::size_t end = std::min(rest.find_first_of(",;", begin), rest.size());
      const std::optional<LabelledCount> item = labelled_count(rest.substr(begin, end - begin));
      if (!item) return;
      table.rows.push_back({item->first, item->second});
      begin = end + 1;
    }
    if (table.rows.size() < 2) return;
    if (const std::optional<PeopleCount> found = small_count(table)) {
      report(*found, table, paragraph);
    }
  }

  // Columns that two spaces or more part.
  void check_code(const Node& code, std::uint32_t before) {
    WordTable table{{}, {}, introduction_of(document_, before)};
    std::string_view text = document_.text(code);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::vector<std::string> cells = columns_of(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (cells.empty()) continue;
      if (cells.size() < 2) return;
      if (table.heads.empty()) {
        table.heads = std::move(cells);
      } else {
        table.rows.push_back(std::move(cells));
      }
    }
    if (const std::optional<PeopleCount> found = small_count(table)) report(*found, table, code);
  }

  static std::vector<std::string> columns_of(std::string_view line) {
    std::vector<std::string> cells;
    line = trimmed(line);
    while (!line.empty()) {
      const std::size_t end = std::min({line.find("  "), line.find('\t'), line.size()});
      cells.emplace_back(trimmed(line.substr(0, end)));
      line = trimmed(line.substr(end));
    }
    return cells;
  }

  [[nodiscard]] std::optional<PeopleCount> small_count(const WordTable& table) const {
    const std::optional<PeopleCount> found =
        find_people_count(table, input_.site.config->disclosure);
    return found && found->is_small ? found : std::nullopt;
  }

  // "Families (deafblind: 3)"
  void check_name(std::string_view name, const Node& node) {
    const DisclosureProfile profile = input_.site.config->disclosure;
    if (!names_people(name)) return;
    const std::optional<std::string> shown = find_count_in_name(name, profile);
    if (!shown) return;
    diagnostics_.add(
        "table-small-count", {input_.page.source_path, node.line, node.column, 0},
        fmt::format("what \"\xE2\x80\xA6\" stands for in \"{}\" is a count of 1 to {}, which "
                    "may tell who the people are",
                    *shown, disclosure_threshold(profile) - 1),
        "take it out of the words");
  }

  void report(const PeopleCount& found, const WordTable& table, const Node& node) {
    const DisclosureProfile profile = input_.site.config->disclosure;
    diagnostics_.add(
        "table-small-count", {input_.page.source_path, node.line, node.column, 0},
        fmt::format("\"{}\" under \"{}\" is a count of 1 to {}, which may tell who "
                    "the people are",
                    table.rows[found.row][0], found.head, disclosure_threshold(profile) - 1),
        "put the figures into a file of content/_data, and write :::table and its "
        "name here");
  }

  const PageInput& input_;
  const Document& document_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_typed_lists(const PageInput& input, Diagnostics& diagnostics) {
  ListCheck(input, diagnostics).check();
}

}  // namespace signpost
