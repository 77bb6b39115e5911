#include "output/manifest.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace signpost {
namespace {

constexpr std::string_view kOpening = "{\n";
constexpr std::string_view kWriter = "  \"generator\": \"signpost\",\n  \"format\": 1,\n";
constexpr std::string_view kFiles = "  \"files\": [";
constexpr std::string_view kClosing = "\n  ]\n}\n";

// Cuts `expected` off the front of `text`; false where something else stands there.
bool cut(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

// Cuts off what stands before the next quote.
std::string_view cut_to_quote(std::string_view& text) {
  const std::string_view value = text.substr(0, text.find('"'));
  text.remove_prefix(value.size());
  return value;
}

// Whether the path stays inside its folder: names of letters that site addresses have, between '/'.
bool is_inside_path(std::string_view path) {
  constexpr std::string_view kCharacters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
  if (path.empty() || path.find_first_not_of(kCharacters) != path.npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (slash == path.npos) return true;
    path.remove_prefix(slash + 1);
  }
}

// Cuts one file off the front of `text` into `manifest`; false where none stands there.
bool cut_entry(std::string_view& text, Manifest& manifest) {
  if (!cut(text, "\n    {\"path\": \"")) return false;
  const std::string_view path = cut_to_quote(text);
  if (!is_inside_path(path) || !cut(text, "\", \"sha256\": \"")) return false;
  const std::string_view hash = cut_to_quote(text);
  if (hash.size() != 64 || !cut(text, "\", \"size\": ")) return false;
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return error == std::errc() && cut(text, "}") &&
         manifest.emplace(path, FileDigest{std::string(hash), size}).second;
}

std::string file_list(const Manifest& manifest) {
  std::string json(kFiles);
  std::string_view separator = "\n";
  for (const auto& [path, entry] : manifest) {
    // Site addresses hold letters, digits and "-._/" only (content/ checks names), so no escapes.
    json += fmt::format("{}    {{\"path\": \"{}\", \"sha256\": \"{}\", \"size\": {}}}", separator,
                        path, entry.sha256, entry.size_bytes);
    separator = ",\n";
  }
  return json += kClosing;
}

}  // namespace

std::string manifest_json(const Manifest& manifest) {
  return fmt::format("{}{}{}", kOpening, kWriter, file_list(manifest));
}

std::optional<Manifest> parse_manifest(std::string_view json) {
  std::string_view rest = json;
  if (!cut(rest, kOpening)) return std::nullopt;
  cut(rest, kWriter);
  const std::string_view list = rest;
  Manifest manifest;
  if (!cut(rest, kFiles)) return std::nullopt;
  if (rest != kClosing) {
    do {
      if (!cut_entry(rest, manifest)) return std::nullopt;
    } while (cut(rest, ","));
  }
  if (list != file_list(manifest)) return std::nullopt;
  return manifest;
}

}  // namespace signpost
