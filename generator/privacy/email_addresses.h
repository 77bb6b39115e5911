// Email addresses, also where somebody wrote "(at)" for the sign.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// An address in a text: its bytes, and it in small letters as it is meant.
struct EmailMatch {
  std::size_t begin = 0, end = 0;
  std::string address;
};

// Returns the address whose "@" stands at `at`, or "(at)", "[at]", " at ", not before `from`.
// " at " is one only where " dot " follows.
std::optional<EmailMatch> find_email(std::string_view text, std::size_t at, std::size_t from);

// Whether nobody can have the address (RFC 2606).
bool is_example_email(std::string_view address);
// Whether it is that of an office and of nobody in person: "info@", "customer.services@", at a
// domain of its own.
bool is_office_email(std::string_view address);

}  // namespace signpost
