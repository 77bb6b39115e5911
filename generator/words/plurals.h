// Which form of a string goes with a number: the plural categories of CLDR (Unicode Technical
// Standard 35, part 3). The only unit that includes ICU.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The plural categories of all languages; a language has some of them, each has "other".
inline constexpr std::string_view kPluralCategories[] = {"zero", "one",  "two",
                                                         "few",  "many", "other"};

// The rules of one language. Safe to ask from several threads.
class PluralRules {
 public:
  // `tag` is BCP 47 ("pl"); a language without rules has only "other".
  explicit PluralRules(std::string_view tag);
  ~PluralRules();
  PluralRules(const PluralRules&) = delete;
  PluralRules& operator=(const PluralRules&) = delete;

  // Returns the category of `number`: in Polish "few" of 22, "many" of 12.
  [[nodiscard]] std::string_view category(std::int64_t number) const;
  // Returns the categories that whole numbers have, in the order of kPluralCategories, and "other".
  [[nodiscard]] std::vector<std::string_view> categories() const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace signpost
