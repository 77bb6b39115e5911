#include "figures/table_html.h"

#include <cmath>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "words/times.h"

namespace signpost {
namespace {

// `name`: its column's, where rows are stacked on phones, else "".
void append_cell(std::string& out, std::string_view open, bool numeric, std::string_view name,
                 std::string_view text, std::string_view close) {
  out.append(open).append(numeric ? " class=\"sp-right\"" : "");
  if (!name.empty()) {
    out += " data-name=\"";
    append_html_escaped(out, name);
    out += '"';
  }
  out += '>';
  append_html_escaped(out, text);
  out.append(close);
}

// A paragraph of the string `key` with `text` in it, none without a text.
void append_note(std::string& out, const Words& words, std::string_view key,
                 std::string_view text) {
  if (text.empty()) return;
  out += "<p>";
  append_html_escaped(out, words.text(key, {{"text", text}}));
  out += "</p>\n";
}

// Returns "[c] not shown, to protect people's privacy; [x] not available", or "".
std::string symbol_key(const Words& words, const PublishedTable& table) {
  std::set<std::string_view> used;
  for (const TableRow& row : table.rows()) {
    for (const TableCell& cell : row.cells) {
      if (!cell.symbol.empty()) used.insert(cell.symbol);
    }
  }
  std::string key;
  for (const std::string_view symbol : used) {
    if (!key.empty()) key += "; ";
    const std::string shown = words.fact(fmt::format("[{}]", symbol));
    key += fmt::format("{} {}", shown, words.text(fmt::format("symbol_{}", symbol)));
  }
  return key;
}

}  // namespace

std::string privacy_note_text(const Words& words, const PrivacyNote& note) {
  return words.text(note.key, {{"reason", note.reason},
                               {"approved_by", note.approved_by},
                               {"date", words.fact(date_text(words, note.date))}});
}

std::string cell_text(const Words& words, const TableColumn& column, const TableCell& cell) {
  if (!cell.symbol.empty()) return words.fact("[" + cell.symbol + "]");
  if (!cell.value) return cell.text;
  if (!column.currency.empty()) {
    const std::string amount = number_text(words, std::abs(*cell.value), cell.decimals);
    return words.fact((*cell.value < 0 ? "\xE2\x88\x92" : "") + column.currency + amount);
  }
  return words.fact(column.percent == PercentKind::kNone
                        ? number_text(words, *cell.value, cell.decimals)
                        : percent_text(words, *cell.value, cell.decimals));
}

std::string table_html(const Words& words, const PublishedTable& table, std::string_view label) {
  const bool is_stacked = table.columns().size() >= kStackedColumns;
  std::string out =
      is_stacked ? "<section class=\"sp-table sp-table--stacks\"" : "<section class=\"sp-table\"";
  out += " tabindex=\"0\" aria-label=\"";
  append_html_escaped(out, label);
  out += "\">\n<table>\n";
  if (!table.about().caption.empty()) {
    append_cell(out, "<caption", false, "", table.about().caption, "</caption>\n");
  }
  out += "<thead>\n<tr>\n";
  for (const TableColumn& column : table.columns()) {
    append_cell(out, "<th scope=\"col\"", column.numeric, "", column.title, "</th>\n");
  }
  out += "</tr>\n</thead>\n<tbody>\n";
  for (const TableRow& row : table.rows()) {
    out += "<tr>\n";
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns().size(); ++i) {
      const TableColumn& column = table.columns()[i];
      append_cell(out, i == 0 ? "<th scope=\"row\"" : "<td", column.numeric,
                  is_stacked ? column.title : "", cell_text(words, column, row.cells[i]),
                  i == 0 ? "</th>\n" : "</td>\n");
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</section>\n";
  return out;
}

std::string table_notes_html(const Words& words, const PublishedTable& table) {
  std::string lines;
  const TableDescription& about = table.about();
  append_note(lines, words, "table_note", about.note);
  for (const std::string& each : about.exceptions) append_note(lines, words, "table_note", each);
  append_note(lines, words, "table_base", about.base);
  if (about.period) {
    append_note(lines, words, "table_period",
                words.fact(period_text(words, about.period->from, about.period->to)));
  }
  append_note(lines, words, "table_unit", about.unit);
  append_note(lines, words, "table_source", about.source);
  for (const PrivacyNote& note : about.privacy_notes) {
    append_note(lines, words, "table_privacy", privacy_note_text(words, note));
  }
  append_note(lines, words, "table_symbols", symbol_key(words, table));
  if (lines.empty()) return "";
  return "<div class=\"sp-figures-notes\">\n" + lines + "</div>\n";
}

}  // namespace signpost
