#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

constexpr std::size_t kMinWords = 40;    // less says nothing about the language
constexpr std::size_t kMinForeign = 12;  // letters of another script in one block

enum class Script : std::uint8_t { kLatin, kArabic, kCyrillic, kIndic, kOther, kCount };
using ScriptCounts = std::array<std::size_t, static_cast<std::size_t>(Script::kCount)>;

constexpr std::string_view kScriptNames[] = {"Latin", "Arabic", "Cyrillic", "Indian", "another"};

// The script of a two- or three-byte letter by its lead byte (Unicode blocks): C3 to CA Latin,
// D0 to D3 Cyrillic, D8 to DD Arabic, E0 Indic and Thai, E3 to ED East Asian.
Script script_of_lead(unsigned char lead) {
  if (lead >= 0xC3 && lead <= 0xCA) return Script::kLatin;
  if (lead >= 0xD0 && lead <= 0xD3) return Script::kCyrillic;
  if (lead >= 0xD8 && lead <= 0xDD) return Script::kArabic;
  if (lead == 0xE0) return Script::kIndic;
  if (lead >= 0xE3 && lead <= 0xED) return Script::kOther;
  return Script::kCount;
}

ScriptCounts count_scripts(std::string_view text) {
  ScriptCounts counts{};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      ++counts[0];
    } else if (byte >= 0xC2) {
      const Script script = script_of_lead(byte);
      if (script != Script::kCount) ++counts[static_cast<std::size_t>(script)];
    }
  }
  return counts;
}

// The script that a language of the site is written in (CLDR likely subtags).
Script expected_script(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find('-'));
  static constexpr std::string_view kArabic[] = {"ar", "ckb", "fa", "pnb", "ps", "sd", "ug", "ur"};
  static constexpr std::string_view kCyrillic[] = {"be", "bg", "mk", "ru", "sr", "uk"};
  static constexpr std::string_view kIndic[] = {"bn", "gu", "hi", "kn", "ml", "mr",
                                                "ne", "pa", "si", "ta", "te", "th"};
  static constexpr std::string_view kOther[] = {"ja", "ko", "yue", "zh"};
  const auto is_in = [&](auto& list) {
    return std::ranges::find(list, language) != std::end(list);
  };
  if (is_in(kArabic)) return Script::kArabic;
  if (is_in(kCyrillic)) return Script::kCyrillic;
  if (is_in(kIndic)) return Script::kIndic;
  if (is_in(kOther)) return Script::kOther;
  return Script::kLatin;
}

bool is_rated(BlockKind kind) { return kind != BlockKind::kCode; }

Script main_script(const ScriptCounts& counts) {
  return static_cast<Script>(std::ranges::max_element(counts) - counts.begin());
}

struct EnglishCount {
  std::size_t words = 0, common = 0;
};

// How many words there are, and how many are the commonest of English.
EnglishCount count_english(std::string_view text) {
  static constexpr std::string_view kCommon[] = {"a",  "and", "are",  "can", "for",  "have", "in",
                                                 "is", "it",  "of",   "or",  "that", "the",  "this",
                                                 "to", "we",  "with", "you", "your"};
  EnglishCount count;
  std::string word;
  for (const char c : text) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (is_letter) {
      if (word.size() <= 4) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (!word.empty()) ++count.words;
    if (std::ranges::binary_search(kCommon, word)) ++count.common;
    word.clear();
  }
  return count;
}

void check_blocks(const PageInput& input, Script expected, Diagnostics& diagnostics) {
  for (const TextBlock& block : input.text.blocks) {
    if (!is_rated(block.kind)) continue;
    const ScriptCounts counts = count_scripts(input.text.block_text(block));
    const Script script = main_script(counts);
    const std::size_t count = counts[static_cast<std::size_t>(script)];
    if (script == expected || script == Script::kLatin || count < kMinForeign) continue;
    diagnostics.add(
        "language-mismatch", input.text.place(input.page.source_path, block.begin, block.begin),
        fmt::format("the text is in {} letters on a page in \"{}\"",
                    kScriptNames[static_cast<std::size_t>(script)], input.page.language),
        fmt::format("put it on a page of its own, {}.ur.md or the like", input.page.slug));
  }
}

}  // namespace

void check_language(const PageInput& input, Diagnostics& diagnostics) {
  const Script expected = expected_script(input.page.language);
  check_blocks(input, expected, diagnostics);
  const EnglishCount count = count_english(input.text.text);
  if (count.words < kMinWords) return;
  const Place place = field_place(input.page, "title");
  const std::size_t percent = count.common * 100 / count.words;
  if (!is_english(input.page) && percent >= 20) {
    diagnostics.add("language-mismatch", place,
                    fmt::format("the page in \"{}\" seems to be in English", input.page.language),
                    "translate it, or leave the file out until it is");
  } else if (is_english(input.page) && percent < 4 &&
             main_script(count_scripts(input.text.text)) == expected) {
    diagnostics.add(
        "language-mismatch", place, "the page does not seem to be in English",
        fmt::format("name the file with its language, such as {}.pl.md", input.page.slug));
  }
}

}  // namespace signpost
