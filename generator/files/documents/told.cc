#include "files/documents/told.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxPhrases = 20, kMaxAuthors = 3, kMaxShownBytes = 80;

// What programs write where they know nobody.
constexpr std::string_view kNobody[] = {
    "author",       "unknown", "unknown author",        "user",     "admin",     "administrator",
    "windows user", "owner",   "microsoft office user", "openpyxl", "anonymous", "python-docx",
    "(anonymous)"};

// A name on one line and not too long for a message.
std::string shown(std::string_view text) {
  std::string out(trimmed(text));
  std::ranges::replace_if(
      out, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  if (out.size() <= kMaxShownBytes) return out;
  std::size_t end = kMaxShownBytes;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  return out.substr(0, end) + "…";
}

}  // namespace

bool Told::is_public(std::string_view name) const {
  const std::string lower = ascii_lower(trimmed(name));
  return lower.empty() || std::ranges::find(kNobody, lower) != std::end(kNobody) ||
         std::ranges::any_of(public_names_, [&](const std::string& known) {
           return ascii_lower(trimmed(known)) == lower;
         });
}

void Told::add(std::string phrase) {
  if (std::ranges::find(phrases_, phrase) == phrases_.end() && phrases_.size() < kMaxPhrases) {
    phrases_.push_back(std::move(phrase));
  }
}

void Told::add_name(std::string_view label, std::string_view name) {
  if (!is_public(name)) add(fmt::format("{} \"{}\"", label, shown(name)));
}

void Told::count(std::string_view what, std::string_view author) {
  Count& count = counts_[std::string(what)];
  ++count.count;
  if (!trimmed(author).empty() && count.authors.size() <= kMaxAuthors) {
    count.authors.insert(shown(author));
  }
}

std::vector<std::string> Told::take() {
  for (const auto& [what, count] : counts_) {
    std::string phrase = fmt::format("{} {}{}", count.count, what, count.count == 1 ? "" : "s");
    std::size_t named = 0;
    for (const std::string& author : count.authors) {
      if (named++ == kMaxAuthors) {
        phrase += " and others";
        break;
      }
      phrase += fmt::format("{} \"{}\"", named == 1 ? " by" : ",", author);
    }
    add(std::move(phrase));
  }
  return std::move(phrases_);
}

}  // namespace signpost
