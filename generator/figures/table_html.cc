#include "figures/table_html.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"
#include "figures/words.h"

namespace signpost {
namespace {

void append_cell(std::string& out, std::string_view open, bool numeric, std::string_view text,
                 std::string_view close) {
  out.append(open).append(numeric ? " class=\"sp-right\">" : ">");
  append_html_escaped(out, text);
  out.append(close);
}

void append_line(std::string& out, std::string_view word, std::string_view text) {
  if (text.empty()) return;
  out.append("<p>").append(word);
  append_html_escaped(out, text);
  out += "</p>\n";
}

// Returns "[c] not shown, to protect people's privacy; [x] not available", or "".
std::string symbol_key(const PublishedTable& table) {
  std::set<std::string_view> used;
  for (const TableRow& row : table.rows()) {
    for (const TableCell& cell : row.cells) {
      if (!cell.symbol.empty()) used.insert(cell.symbol);
    }
  }
  std::string key;
  for (const std::string_view symbol : used) {
    if (!key.empty()) key += "; ";
    key += fmt::format("[{}] {}", symbol, symbol_meaning(symbol));
  }
  return key;
}

}  // namespace

std::string cell_text(const TableColumn& column, const TableCell& cell) {
  if (!cell.symbol.empty()) return "[" + cell.symbol + "]";
  if (!cell.value) return cell.text;
  return number_text(*cell.value, cell.decimals) +
         (column.percent == PercentKind::kNone ? "" : "%");
}

std::string table_html(const PublishedTable& table, std::string_view label) {
  std::string out = "<section class=\"sp-table\" tabindex=\"0\" aria-label=\"";
  append_html_escaped(out, label);
  out += "\">\n<table>\n";
  if (!table.about().caption.empty()) {
    append_cell(out, "<caption", false, table.about().caption, "</caption>\n");
  }
  out += "<thead>\n<tr>\n";
  for (const TableColumn& column : table.columns()) {
    append_cell(out, "<th scope=\"col\"", column.numeric, column.title, "</th>\n");
  }
  out += "</tr>\n</thead>\n<tbody>\n";
  for (const TableRow& row : table.rows()) {
    out += "<tr>\n";
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns().size(); ++i) {
      const TableColumn& column = table.columns()[i];
      append_cell(out, i == 0 ? "<th scope=\"row\"" : "<td", column.numeric,
                  cell_text(column, row.cells[i]), i == 0 ? "</th>\n" : "</td>\n");
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</section>\n";
  return out;
}

std::string table_notes_html(const PublishedTable& table) {
  std::string lines;
  const TableDescription& about = table.about();
  append_line(lines, words::kNote, about.note);
  for (const std::string& each : about.exceptions) append_line(lines, words::kNote, each);
  append_line(lines, words::kBase, about.base);
  append_line(lines, words::kPeriod, about.period ? period_text(*about.period) : "");
  append_line(lines, words::kUnit, about.unit);
  append_line(lines, words::kSource, about.source);
  for (const std::string& note : about.privacy_notes) append_line(lines, "", note);
  append_line(lines, words::kSymbols, symbol_key(table));
  if (lines.empty()) return "";
  return "<div class=\"sp-figures-notes\">\n" + lines + "</div>\n";
}

}  // namespace signpost
