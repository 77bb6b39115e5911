#include "reach/page_titles.h"

#include <cstdint>
#include <utility>

#include "base/file_io.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{32} * 1024;

// Returns what stands between the two, or "".
std::string_view between(std::string_view text, std::string_view start, std::string_view end) {
  const std::size_t from = text.find(start);
  if (from == text.npos) return "";
  const std::size_t to = text.find(end, from + start.size());
  if (to == text.npos) return "";
  return text.substr(from + start.size(), to - from - start.size());
}

// Undoes the escapes that the templates write.
std::string unescaped(std::string_view text) {
  static constexpr std::pair<std::string_view, char> kEscapes[] = {
      {"&amp;", '&'},  {"&lt;", '<'},    {"&gt;", '>'},
      {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
  std::string out;
  while (!text.empty()) {
    std::size_t taken = 1;
    char c = text.front();
    for (const auto& [escape, character] : kEscapes) {
      if (!text.starts_with(escape)) continue;
      c = character;
      taken = escape.size();
      break;
    }
    out.push_back(c);
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace

std::optional<std::string> page_title(const std::filesystem::path& website, std::string_view url) {
  Diagnostics unread;  // a page that cannot be read has no title
  std::uint64_t size_bytes = 0;
  const Descriptor file =
      open_to_read(website / std::filesystem::path(url), url, size_bytes, unread);
  if (!file.is_open()) return std::nullopt;
  std::string head(kHeadBytes, '\0');
  const std::int64_t got = read_some(file.get(), head.data(), head.size());
  if (got <= 0) return std::nullopt;
  head.resize(static_cast<std::size_t>(got));
  std::string_view title = between(head, "<meta property=\"og:title\" content=\"", "\"");
  if (title.empty()) title = between(head, "<title>", "</title>");
  title = trimmed(title);
  if (title.empty() || find_invalid_utf8(title)) return std::string(url);
  return unescaped(title);
}

}  // namespace signpost
