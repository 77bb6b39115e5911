#include "base/language_tag.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(LanguageTag, IsWellFormedAndOfALanguageThatExists) {
  const std::pair<std::string, std::string> cases[] = {
      {"en-GB", "en-GB"},
      {"EN-gb", "en-GB"},
      {"ur", "ur"},
      {"zh-hant", "zh-Hant"},
      {"pa-Arab", "pa-Arab"},
      {"ckb", "ckb"},
      {"rmy", "rmy"},
      {"es-419", "es-419"},
      {"cy", "cy"},
      {"", ""},
      {"en_GB", ""},
      {"e", ""},
      {"english", ""},
      {"en-", ""},
      {"-en", ""},
      {"en--GB", ""},
      {"en-UK", ""},
      {"xx", ""},
      {"x-ours", ""},
      {"en GB", ""},
      {"12", ""},
      {"en-GB-toolongpart", ""},
      {std::string(100, 'a'), ""},
  };
  for (const auto& [tag, canonical] : cases)
    EXPECT_EQ(canonical_language_tag(tag), canonical) << tag;
}

}  // namespace
}  // namespace signpost
