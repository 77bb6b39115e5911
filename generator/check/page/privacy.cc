// What a page's text, its tables, links, directives and front matter may tell about somebody.
#include <algorithm>
#include <map>
#include <optional>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/page/placeholders.h"
#include "check/page/wrong_phones.h"
#include "privacy/child_names.h"
#include "privacy/personal_data.h"

namespace signpost {
namespace {

using CellLabels = std::map<std::uint32_t, std::string>;  // by the cell's node

// The words that a table has for a cell: the head of its column and the first cell of its row.
void label_cells(const Document& document, std::uint32_t table, CellLabels& labels) {
  std::vector<std::string> heads;
  for (std::uint32_t row = document.nodes[table].first_child; row != kNoNode;
       row = document.nodes[row].next) {
    std::string first;
    std::size_t column = 0;
    for (std::uint32_t cell = document.nodes[row].first_child; cell != kNoNode;
         cell = document.nodes[cell].next, ++column) {
      if ((document.nodes[row].flags & kHeaderRow) != 0) {
        heads.push_back(plain_text(document, cell));
        continue;
      }
      std::string label = column < heads.size() ? heads[column] : "";
      if (column == 0) {
        first = plain_text(document, cell);
      } else {
        label += " " + first;
      }
      labels[cell] = std::move(label);
    }
  }
}

CellLabels cell_labels(const Document& document) {
  CellLabels labels;
  for (std::uint32_t i = 0; i < document.nodes.size(); ++i) {
    if (document.nodes[i].kind == NodeKind::kTable) label_cells(document, i, labels);
  }
  return labels;
}

// A row of a table, with the nodes of its cells.
struct PageRow {
  std::vector<std::uint32_t> nodes;
  std::vector<std::string> texts;
};

PageRow read_page_row(const Document& document, std::uint32_t row) {
  PageRow out;
  for (std::uint32_t cell = document.nodes[row].first_child; cell != kNoNode;
       cell = document.nodes[cell].next) {
    out.nodes.push_back(cell);
    out.texts.push_back(plain_text(document, cell));
  }
  return out;
}

class PrivacyCheck {
 public:
  PrivacyCheck(const PageInput& input, Diagnostics& diagnostics)
      : input_(input), diagnostics_(diagnostics) {}

  void check_text() {
    const std::string_view text = input_.text.text;
    const CellLabels labels = cell_labels(input_.document);
    std::vector<PersonalMatch> matches;
    for (const TextBlock& block : input_.text.blocks) {
      const auto found = labels.find(block.node);
      const std::string_view label = found == labels.end() ? "" : std::string_view(found->second);
      find_personal_data(text, block.begin, block.end, matches, label);
      report_wrong_phones(input_, block, label, matches, diagnostics_);
    }
    for (const PersonalMatch& match : matches) {
      report(match, text.substr(match.begin, match.end - match.begin),
             input_.text.place(input_.page.source_path, match.begin, match.end));
    }
    check_placeholders_of_text(matches);
  }

  // Whom the cells of a row tell together.
  void check_rows() {
    const Document& document = input_.document;
    for (std::uint32_t table = 0; table < document.nodes.size(); ++table) {
      if (document.nodes[table].kind != NodeKind::kTable) continue;
      PageRow heads;
      for (std::uint32_t row = document.nodes[table].first_child; row != kNoNode;
           row = document.nodes[row].next) {
        PageRow cells = read_page_row(document, row);
        if ((document.nodes[row].flags & kHeaderRow) != 0) {
          heads = std::move(cells);
        } else {
          check_row(heads, cells);
        }
      }
    }
  }

  void check_front_matter() {
    for (const PlacedDetail& detail : input_.page.details) {
      if (is_public(input_.contacts, &input_.page, detail.kind, detail.value)) continue;
      report_detail(detail.kind, detail.shown, detail.place, diagnostics_);
    }
  }

  // What a link has beside its words: its address, its title; and what a directive is given.
  void check_addresses() {
    const Document& document = input_.document;
    for (std::uint32_t i = 0; i < document.nodes.size(); ++i) {
      const Node& node = document.nodes[i];
      const bool is_link = node.kind == NodeKind::kLink || node.kind == NodeKind::kImage;
      if (is_link && node.extra < document.links.size()) check_link(i);
      if (node.kind == NodeKind::kDirective && node.extra < document.directives.size()) {
        for (const auto& [name, value] : document.directives[node.extra].attributes) {
          check_hidden(value, name, {input_.page.source_path, node.line, node.column, 0}, {});
        }
      }
    }
  }

 private:
  void check_row(const PageRow& heads, const PageRow& row) {
    std::vector<NamedCell> cells;
    for (std::size_t i = 0; i < row.texts.size(); ++i) {
      const std::string_view head = i < heads.texts.size() ? heads.texts[i] : std::string_view();
      cells.push_back({head, row.texts[i]});
    }
    const std::optional<std::size_t> child = find_child_in_row(cells);
    if (!child) return;
    const Node& node = input_.document.nodes[row.nodes[*child]];
    report_detail(PersonalKind::kInitials, trimmed(row.texts[*child]),
                  {input_.page.source_path, node.line, node.column, 0}, diagnostics_);
  }

  void report(const PersonalMatch& match, std::string_view shown, Place place) {
    if (is_public(input_.contacts, &input_.page, match.kind, match.value)) return;
    report_detail(match.kind, shown, std::move(place), diagnostics_);
  }

  // "[at]" in an address is no placeholder.
  void check_placeholders_of_text(const std::vector<PersonalMatch>& matches) {
    const std::string_view text = input_.text.text;
    std::vector<PlaceholderMatch> placeholders;
    for (const TextBlock& block : input_.text.blocks) {
      find_placeholders(text, block.begin, block.end, placeholders);
    }
    for (const PlaceholderMatch& match : placeholders) {
      const auto after = std::ranges::upper_bound(matches, match.begin, {}, &PersonalMatch::begin);
      if (after != matches.begin() && match.end <= (after - 1)->end) continue;
      diagnostics_.add("placeholder",
                       input_.text.place(input_.page.source_path, match.begin, match.end),
                       fmt::format("\"{}\" still has to be filled in",
                                   text.substr(match.begin, match.end - match.begin)),
                       "fill it in, or take it out");
    }
  }

  // Text that has one place for all of it, but what `told` holds already.
  void check_hidden(std::string_view text, std::string_view label, const Place& place,
                    const std::vector<PersonalMatch>& told) {
    std::vector<PersonalMatch> matches;
    find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches, label);
    for (const PersonalMatch& match : matches) {
      const auto same = [&](const PersonalMatch& other) { return other.value == match.value; };
      if (std::ranges::none_of(told, same)) {
        report(match, text.substr(match.begin, match.end - match.begin), place);
      }
    }
  }

  void check_link(std::uint32_t index) {
    const Node& node = input_.document.nodes[index];
    const Link& link = input_.document.links[node.extra];
    const Place place{input_.page.source_path, node.line, node.column, link.length};
    check_hidden(link.title, "", place, {});
    check_hidden(link.fragment, "", place, {});
    if (link.kind != LinkKind::kExternal) return;
    const std::string words = plain_text(input_.document, index);
    std::vector<PersonalMatch> told;
    find_personal_data(words, 0, static_cast<std::uint32_t>(words.size()), told);
    const std::string address = spelt_address(link.url);
    // Long numbers in addresses are seldom of people.
    const bool is_web = link.url.starts_with("http");
    if (is_web && ascii_lower(address).find("nhs") == std::string::npos) {
      std::vector<PersonalMatch> matches;
      find_personal_data(address, 0, static_cast<std::uint32_t>(address.size()), matches);
      for (const PersonalMatch& match : matches) {
        if (match.kind == PersonalKind::kNhsNumber) told.push_back(match);
      }
    }
    check_hidden(address, "", place, told);
  }

  // The address as text: escapes undone, "?dob=1+2" as "; dob: 1 2".
  static std::string spelt_address(std::string_view url) {
    const std::size_t query = std::min(url.find('?'), url.size());
    std::string text(url.substr(0, query));
    for (const char c : url.substr(query)) {
      if (c == '?' || c == '&') {
        text += "; ";
      } else if (c == '=') {
        text += ": ";
      } else {
        text += c == '+' ? ' ' : c;
      }
    }
    text = percent_decoded(text);
    std::ranges::replace(text, '_', ' ');
    return text;
  }

  const PageInput& input_;
  Diagnostics& diagnostics_;
};

void check_field(const FieldEntry& field, const Page& page, Diagnostics& diagnostics) {
  const Place place{page.source_path, field.line, field.column, 0};
  if (const auto* text = std::get_if<std::string>(&field.value)) {
    check_placeholders(*text, place, diagnostics);
    // That of an organisation is looked at by organisation-contact.
    if (field.name != "phone") report_wrong_phones(*text, place, diagnostics);
  }
  if (const auto* list = std::get_if<std::vector<std::string>>(&field.value)) {
    for (const std::string& item : *list) {
      check_placeholders(item, place, diagnostics);
      report_wrong_phones(item, place, diagnostics);
    }
  }
  if (const auto* records = std::get_if<std::vector<Fields>>(&field.value)) {
    for (const Fields& record : *records) {
      for (const FieldEntry& each : record.entries) check_field(each, page, diagnostics);
    }
  }
}

}  // namespace

void check_placeholders(std::string_view text, const Place& place, Diagnostics& diagnostics) {
  std::vector<PlaceholderMatch> placeholders;
  find_placeholders(text, 0, static_cast<std::uint32_t>(text.size()), placeholders);
  for (const PlaceholderMatch& match : placeholders) {
    diagnostics.add("placeholder", place,
                    fmt::format("\"{}\" still has to be filled in",
                                text.substr(match.begin, match.end - match.begin)),
                    "fill it in, or take it out");
  }
}

void check_privacy(const PageInput& input, Diagnostics& diagnostics) {
  PrivacyCheck check(input, diagnostics);
  check.check_text();
  check.check_rows();
  check.check_front_matter();
  check.check_addresses();
  for (const FieldEntry& field : input.page.fields.entries) {
    if (field.name != "allow") check_field(field, input.page, diagnostics);
  }
}

}  // namespace signpost
