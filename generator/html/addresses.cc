#include "html/addresses.h"

namespace signpost {
namespace {

constexpr std::string_view kSafeInPath = "-_.+!*(),@=;/$~";
constexpr std::string_view kDigits = "0123456789ABCDEF";

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void append_percent_escape(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 15U];
}

void append_escaped(std::string& out, std::string_view address, std::string_view safe) {
  for (const char c : address) {
    if (is_alphanumeric(c) || safe.find(c) != std::string_view::npos) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      append_percent_escape(out, c);
    }
  }
}

}  // namespace

void append_href(std::string& out, std::string_view address) {
  append_escaped(out, address, "-_.+!*(),%#@?=;:/$~");
}

void append_path_href(std::string& out, std::string_view path) {
  append_escaped(out, path, kSafeInPath);
}

std::string path_href(std::string_view path) {
  std::string href;
  append_escaped(href, path, std::string(kSafeInPath) + "&'");
  return href;
}

}  // namespace signpost
