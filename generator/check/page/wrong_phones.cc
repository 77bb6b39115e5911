#include "check/page/wrong_phones.h"

#include <algorithm>
#include <utility>

#include "privacy/written_phones.h"

namespace signpost {

void report_wrong_phones(const PageInput& input, const TextBlock& block, std::string_view label,
                         std::vector<PersonalMatch>& matches, Diagnostics& diagnostics) {
  if (block.kind == BlockKind::kCode) return;
  for (WrittenPhone& phone : find_written_phones(input.text.block_text(block), label)) {
    const auto begin = block.begin + static_cast<std::uint32_t>(phone.begin);
    const auto end = block.begin + static_cast<std::uint32_t>(phone.end);
    // The service's own number is reported where it is set.
    if (phone.number.mistake.empty() || input.text.has_fact(begin, end)) continue;
    diagnostics.add("phone-wrong", input.text.place(input.page.source_path, begin, end),
                    std::move(phone.number.mistake), std::move(phone.number.help));
    std::erase_if(matches, [&](const PersonalMatch& match) {
      const bool is_phone =
          match.kind == PersonalKind::kPhone || match.kind == PersonalKind::kDramaPhone;
      return is_phone && match.begin < end && begin < match.end;
    });
  }
}

void report_wrong_phones(std::string_view text, const Place& place, Diagnostics& diagnostics) {
  for (WrittenPhone& phone : find_written_phones(text)) {
    if (phone.number.mistake.empty()) continue;
    diagnostics.add("phone-wrong", place, std::move(phone.number.mistake),
                    std::move(phone.number.help));
  }
}

}  // namespace signpost
