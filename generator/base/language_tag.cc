#include "base/language_tag.h"

#include <array>
#include <cstdint>

#include <unicode/uloc.h>

namespace signpost {
namespace {

constexpr std::int32_t kMaxTag = 64;
using Buffer = std::array<char, std::size_t{2} * kMaxTag>;

std::string_view text_of(const Buffer& buffer, std::int32_t size) {
  return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::string canonical_language_tag(std::string_view tag) {
  if (tag.empty() || tag.size() > kMaxTag) return "";
  const std::string written(tag);
  Buffer locale{};
  Buffer part{};
  std::int32_t parsed = 0;
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(written.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()),
                      &parsed, &error);
  if (U_FAILURE(error) || parsed != static_cast<std::int32_t>(tag.size())) return "";
  const std::int32_t language =
      uloc_getLanguage(locale.data(), part.data(), static_cast<std::int32_t>(part.size()), &error);
  if (U_FAILURE(error) || language < 2 || language > 3) return "";
  if (language == 2 && std::string_view(uloc_getISO3Language(locale.data())).empty()) return "";
  const std::int32_t country =
      uloc_getCountry(locale.data(), part.data(), static_cast<std::int32_t>(part.size()), &error);
  const bool no_country =
      country == 2 && std::string_view(uloc_getISO3Country(locale.data())).empty();
  if (U_FAILURE(error) || no_country) return "";
  const std::int32_t size = uloc_toLanguageTag(locale.data(), part.data(),
                                               static_cast<std::int32_t>(part.size()), 1, &error);
  return U_FAILURE(error) ? "" : std::string(text_of(part, size));
}

}  // namespace signpost
