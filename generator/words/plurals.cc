#include "words/plurals.h"

#include <algorithm>
#include <array>

#include <unicode/upluralrules.h>

namespace signpost {
namespace {

struct Closer {
  void operator()(UPluralRules* rules) const { uplrules_close(rules); }
};

}  // namespace

struct PluralRules::State {
  std::unique_ptr<UPluralRules, Closer> rules;
};

PluralRules::PluralRules(std::string_view tag) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<UPluralRules, Closer> rules(uplrules_open(std::string(tag).c_str(), &error));
  if (U_FAILURE(error)) rules.reset();
  state_ = std::make_unique<const State>(State{std::move(rules)});
}

PluralRules::~PluralRules() = default;

std::string_view PluralRules::category(std::int64_t number) const {
  if (state_->rules == nullptr) return "other";
  std::array<UChar, 16> keyword{};
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = uplrules_select(state_->rules.get(), static_cast<double>(number),
                                       keyword.data(), keyword.size(), &error);
  if (U_FAILURE(error)) return "other";
  const std::string name(keyword.begin(), keyword.begin() + size);  // ASCII
  const auto* const found = std::ranges::find(kPluralCategories, name);
  return found == std::end(kPluralCategories) ? "other" : *found;
}

std::vector<std::string_view> PluralRules::categories() const {
  // The rules look at the last two digits and at millions (CLDR 42, plurals.xml).
  constexpr std::int64_t kMostTold = 200;
  std::vector<std::string_view> used;
  for (const std::string_view each : kPluralCategories) {
    bool is_used = each == "other" || category(1'000'000) == each;
    for (std::int64_t n = 0; n <= kMostTold && !is_used; ++n) is_used = category(n) == each;
    if (is_used) used.push_back(each);
  }
  return used;
}

}  // namespace signpost
