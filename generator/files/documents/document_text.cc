#include "files/documents/document_text.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters;
}

std::string DocumentTable::place_of(const DocumentCell& cell) const {
  if (is_sheet) {
    return fmt::format("in the cell {}{} of {}", column_letters(cell.column), cell.row + 1, name);
  }
  return fmt::format("in row {}, column {} of {}", cell.row + 1, cell.column + 1, name);
}

void DocumentText::add(std::string place, std::string text) {
  if (!trimmed(text).empty()) pieces.push_back({std::move(place), std::move(text)});
}

void DocumentText::add_unseen(std::string place, std::string text) {
  if (!trimmed(text).empty()) unseen.push_back({std::move(place), std::move(text)});
}

void DocumentText::add_link(std::string_view target) {
  const std::string lower = ascii_lower(target.substr(0, 8));
  const bool is_contact =
      lower.starts_with("mailto:") || lower.starts_with("tel:") || lower.starts_with("sms:");
  if (is_contact) add("in a link", percent_decoded(target.substr(target.find(':') + 1)));
}

}  // namespace signpost
