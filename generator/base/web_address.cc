#include "base/web_address.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <unicode/uidna.h>

#include "base/characters.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxAddressBytes = 2000;
constexpr std::string_view kExampleAddress = "write it whole: \"https://www.example.org/\"";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return hex_value(c) >= 0; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

CheckedAddress wrong(std::string mistake, std::string help = std::string(kExampleAddress)) {
  return {"", std::move(mistake), std::move(help)};
}

// The parts of an address as they are written.
struct Parts {
  std::string scheme;                      // small letters
  std::string_view authority, path, rest;  // `rest` starts with "?" or "#"
};

bool is_ipv4(std::string_view host) {
  const std::vector<std::string_view> parts = split(host, '.');
  return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
           return !part.empty() && part.size() <= 3 && std::ranges::all_of(part, is_digit) &&
                  (part.size() == 1 || part[0] != '0') && std::stoi(std::string(part)) <= 255;
         });
}

bool is_ipv6(std::string_view host) {
  return host.size() > 4 && host.starts_with('[') && host.ends_with(']') &&
         std::ranges::count(host, ':') >= 2 && std::ranges::count(host, ':') <= 7 &&
         std::ranges::all_of(host.substr(1, host.size() - 2),
                             [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

struct IdnaCloser {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

// Returns the host by UTS 46, section 4.2 ("ToASCII"), or "".
std::string ascii_host(std::string_view host) {
  constexpr std::uint32_t kOptions = UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI |
                                     UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, IdnaCloser> idna(uidna_openUTS46(kOptions, &error));
  std::array<char, 256> ascii{};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const std::int32_t size =
      uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<std::int32_t>(host.size()),
                             ascii.data(), static_cast<std::int32_t>(ascii.size()), &info, &error);
  if (U_FAILURE(error) || info.errors != 0 || size > 253) return "";
  return {ascii.data(), static_cast<std::size_t>(size)};
}

// "https://example.org:8080/path/" for what follows `scheme://`.
std::string assembled(const Parts& parts, std::string_view host, std::string_view port) {
  const std::string_view usual = parts.scheme == "https" ? "443" : "80";
  const bool shows_port = !port.empty() && port != usual;
  return fmt::format("{}://{}{}{}", parts.scheme, host, shows_port ? ":" : "",
                     shows_port ? port : "");
}

CheckedAddress check_characters(std::string_view written) {
  if (written.find_first_of("\r\n") != written.npos)
    return wrong("the address has a line end in it");
  if (written.find_first_of(" \t") != written.npos || written.find("\xC2\xA0") != written.npos) {
    return wrong("the address has a space in it", "take the space out");
  }
  const auto control = std::ranges::find_if(written, is_control);
  if (control != written.end()) {
    return wrong(fmt::format("the address has the character {} in it",
                             character_name(static_cast<unsigned char>(*control))),
                 "take it out");
  }
  const std::size_t odd = written.find_first_of("\\\"<>`{}|^");
  if (odd != written.npos) {
    return wrong(fmt::format("the address has a \"{}\" in it", written[odd]),
                 written[odd] == '\\' ? "write / and not \\" : "take it out");
  }
  if (written.size() > kMaxAddressBytes) {
    return wrong(fmt::format("the address is longer than {} letters", kMaxAddressBytes),
                 "write a shorter one");
  }
  return {};
}

CheckedAddress read_parts(std::string_view written, Parts& parts) {
  const std::size_t colon = written.find(':');
  const std::string scheme = ascii_lower(written.substr(0, colon));
  const bool is_web = colon != written.npos && (scheme == "https" || scheme == "http");
  if (is_web && !written.substr(colon + 1).starts_with("//")) {
    return wrong("the address has no // after the colon");
  }
  const std::string_view host = written.substr(0, written.find_first_of(":/?#"));
  const bool is_name = host.find('.') != host.npos && !plain_host(host).empty();
  if (!is_web && is_name) {
    return wrong("the address does not start with https://",
                 fmt::format("write \"https://{}\"", written));
  }
  const bool has_scheme = colon != written.npos && colon > 0 && is_letter(written[0]) &&
                          std::ranges::all_of(scheme, [](char c) {
                            return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
                          });
  if (!is_web && has_scheme) {
    return wrong(fmt::format("an address of a website cannot start with \"{}:\"", scheme));
  }
  if (!is_web) return wrong("that is not the address of a website");
  parts.scheme = scheme;
  const std::string_view behind = written.substr(colon + 3);
  parts.authority = behind.substr(0, behind.find_first_of("/?#"));
  const std::string_view after = behind.substr(parts.authority.size());
  parts.path = after.substr(0, after.find_first_of("?#"));
  parts.rest = after.substr(parts.path.size());
  return {};
}

// Splits the host from its port; says what is wrong with either.
CheckedAddress read_host(const Parts& parts, std::string& host, std::string_view& port) {
  const std::string_view authority = parts.authority;
  if (const std::size_t at = authority.rfind('@'); at != authority.npos) {
    return wrong("the address names a user",
                 fmt::format("write \"{}://{}\"", parts.scheme, authority.substr(at + 1)));
  }
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.find(':', bracket == authority.npos ? 0 : bracket);
  const std::string_view name = authority.substr(0, colon);
  if (name.empty()) return wrong("the address names no website");
  host = plain_host(name);
  if (host.empty()) {
    return wrong(
        fmt::format("\"{}\" cannot be the name of a website", name),
        name.ends_with('.') ? "take the full stop at its end out" : std::string(kExampleAddress));
  }
  if (colon == authority.npos) return {};
  port = authority.substr(colon + 1);
  const bool is_number = !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
  if (is_number && port[0] != '0' && std::stoul(std::string(port)) <= 65535) return {};
  return wrong(fmt::format("\"{}\" cannot be a port", port),
               fmt::format("leave \":{}\" out, or write a number from 1 to 65535", port));
}

// Returns whether "%" starts an escape of a character that a path may hold.
bool is_plain_escape(std::string_view path, std::size_t percent) {
  if (percent + 2 >= path.size()) return false;
  if (!is_hex(path[percent + 1]) || !is_hex(path[percent + 2])) return false;
  const std::string decoded = percent_decoded(path.substr(percent, 3));
  return !is_control(decoded[0]) && decoded != "/" && decoded != "\\" && decoded != ".";
}

// The path of a base: folders, nothing that a browser would take out or read otherwise.
CheckedAddress check_base_path(const Parts& parts, const std::string& start) {
  for (std::size_t i = 0; i < parts.path.size(); ++i) {
    const char c = parts.path[i];
    const bool is_plain = is_letter(c) || is_digit(c) ||
                          std::string_view("/-._~!$&'()*+,;=:@").find(c) != std::string_view::npos;
    if (is_plain || (c == '%' && is_plain_escape(parts.path, i))) continue;
    if (c == '%') {
      return wrong(
          fmt::format("\"{}\" is not an escape that a path may have", parts.path.substr(i, 3)),
          "write the path without it");
    }
    return wrong("the path has letters that an address has to escape",
                 "use a to z, 0 to 9 and - for folders");
  }
  std::vector<std::string_view> folders = split(parts.path, '/');
  for (std::size_t i = 1; i < folders.size(); ++i) {
    if (folders[i] == "." || folders[i] == "..") {
      return wrong(fmt::format("the path has \"{}\" in it", folders[i]),
                   "write the folders that the site lies in");
    }
    if (folders[i].empty() && i + 1 < folders.size()) {
      return wrong("the path has \"//\" in it", "write one /");
    }
  }
  const std::string last = folders.empty() ? "" : ascii_lower(folders.back());
  if (last.ends_with(".html") || last.ends_with(".htm") || last.ends_with(".php")) {
    return wrong(
        "the address is that of a page, not of the folder of the whole site",
        fmt::format("write \"{}{}\"", start, parts.path.substr(0, parts.path.rfind('/') + 1)));
  }
  return {};
}

}  // namespace

std::string plain_host(std::string_view host) {
  if (is_ipv4(host)) return std::string(host);
  if (is_ipv6(host)) return ascii_lower(host);
  if (host.empty() || host.find_first_of("%:[]@/") != host.npos) return "";
  std::string ascii = ascii_host(host);
  const std::vector<std::string_view> labels = split(ascii, '.');
  for (const std::string_view label : labels) {
    if (label.empty() || label.size() > 63 || label.starts_with('-') || label.ends_with('-')) {
      return "";
    }
  }
  // What ends in a number is read as an IPv4 address (WHATWG URL, "ends in a number").
  if (std::ranges::all_of(labels.back(), is_digit)) return "";
  return ascii;
}

CheckedAddress check_web_address(std::string_view written, AddressUse use) {
  if (CheckedAddress bad = check_characters(written); !bad.mistake.empty()) return bad;
  Parts parts;
  if (CheckedAddress bad = read_parts(written, parts); !bad.mistake.empty()) return bad;
  std::string host;
  std::string_view port;
  if (CheckedAddress bad = read_host(parts, host, port); !bad.mistake.empty()) return bad;
  std::string address = assembled(parts, host, port);
  if (use == AddressUse::kPage) {
    return {fmt::format("{}{}{}", address, parts.path, parts.rest), "", ""};
  }
  if (!parts.rest.empty()) {
    return wrong(fmt::format("the address of the whole site cannot have a \"{}\"", parts.rest[0]),
                 fmt::format("write \"{}{}\"", address, parts.path.empty() ? "/" : parts.path));
  }
  if (CheckedAddress bad = check_base_path(parts, address); !bad.mistake.empty()) return bad;
  address += parts.path;
  if (!address.ends_with('/')) address += '/';
  return {std::move(address), "", ""};
}

}  // namespace signpost
