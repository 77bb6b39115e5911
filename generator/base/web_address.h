// Addresses of websites in settings, fields and options, as they may be published.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

// A base address is what all addresses of the site start with; a page's may say more.
enum class AddressUse : std::uint8_t { kBase, kPage };

// `address` is the address as it is published: scheme and host in small letters, the host in ASCII,
// without the port that its scheme has anyway; of a base with "/" at the end. "" where `mistake`
// says what is wrong and `help` what to type instead.
struct CheckedAddress {
  std::string address;
  std::string mistake, help;
};

// Returns what `written` is as an address that starts with https:// or http:// (RFC 3986, sections
// 3.1 to 3.5; hosts by UTS 46, as browsers read them). Refused are spaces, controls, user names, a
// host that is none, a port that is none, "\"; of a base also "..", "//", "?", "#", a file name and
// characters that an address has to escape.
CheckedAddress check_web_address(std::string_view written, AddressUse use);

// Returns the host in ASCII and small letters, or "" where it is none ("a..b", "-a.org", "1.2.3").
std::string plain_host(std::string_view host);

}  // namespace signpost
