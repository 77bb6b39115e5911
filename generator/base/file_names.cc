#include "base/file_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

#include <fmt/format.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/characters.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxNameBytes = 255;

// CON, COM1 … with any ending: "con.md", "Aux.tar.gz". Superscript digits count as digits.
bool is_device(std::string_view name) {
  static constexpr std::string_view kDevices[] = {"con",    "prn",     "aux",   "nul",
                                                  "conin$", "conout$", "clock$"};
  std::string_view stem = name.substr(0, name.find_first_of(".:"));
  while (stem.ends_with(' ')) stem.remove_suffix(1);
  const std::string lower = ascii_lower(stem);
  if (std::ranges::find(kDevices, lower) != std::end(kDevices)) return true;
  if (!lower.starts_with("com") && !lower.starts_with("lpt")) return false;
  const std::string_view number = std::string_view(lower).substr(3);
  return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\xC2\xB9" ||
         number == "\xC2\xB2" || number == "\xC2\xB3";
}

}  // namespace

std::string windows_name_mistake(std::string_view name) {
  if (is_device(name)) return "is the name of a device on Windows";
  const std::size_t sign = name.find_first_of("<>:\"|?*\\");
  if (sign != name.npos)
    return fmt::format("has a \"{}\", which Windows does not take", name[sign]);
  if (name.ends_with('.')) return "ends in a full stop, which Windows drops";
  if (name.ends_with(' ') || name.starts_with(' ')) return "starts or ends with a space";
  if (name.size() > kMaxNameBytes) {
    return fmt::format("is longer than {} letters", kMaxNameBytes);
  }
  if (find_invalid_utf8(name)) return "is not UTF-8";
  const std::vector<ForbiddenCharacter> found = find_forbidden_characters(name);
  if (!found.empty()) {
    return fmt::format("has the character {}", character_name(found.front().code_point));
  }
  const auto control =
      std::ranges::find_if(name, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  if (control != name.end()) {
    return fmt::format("has the character {}",
                       character_name(static_cast<unsigned char>(*control)));
  }
  return "";
}

std::string folded_name(std::string_view name) {
  std::string lower = ascii_lower(name);
  if (std::ranges::all_of(lower, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return lower;
  }
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFKCCasefoldInstance(&error);
  std::u16string wide(name.size() + 1, u'\0');
  std::int32_t wide_size = 0;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &wide_size, name.data(),
                static_cast<std::int32_t>(name.size()), &error);
  std::u16string folded(name.size() * 18 + 1, u'\0');  // the most that NFKC makes of a character
  const std::int32_t size = unorm2_normalize(normalizer, wide.data(), wide_size, folded.data(),
                                             static_cast<std::int32_t>(folded.size()), &error);
  std::string plain(static_cast<std::size_t>(std::max(size, 0)) * 3 + 1, '\0');
  std::int32_t plain_size = 0;
  u_strToUTF8(plain.data(), static_cast<std::int32_t>(plain.size()), &plain_size, folded.data(),
              size, &error);
  if (U_FAILURE(error)) return lower;
  plain.resize(static_cast<std::size_t>(plain_size));
  return plain;
}

}  // namespace signpost
