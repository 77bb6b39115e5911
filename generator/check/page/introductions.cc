#include "check/page/introductions.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

constexpr std::size_t kShortParagraph = 8;  // words

bool divides_people_by(std::string_view words) {
  const std::optional<CountedPeople> counted = counted_people(words);
  const std::vector<std::string> all = words_in_small_letters(words);
  return counted && counted->kind == PeopleWord::kPerson && all.size() <= kShortParagraph &&
         std::ranges::find(all, "by") != all.end();
}

}  // namespace

std::vector<std::uint32_t> blocks_before(const Document& document) {
  const std::vector<Node>& nodes = document.nodes;
  std::vector<std::uint32_t> before(nodes.size(), kNoNode);
  // A node stands behind its parent.
  for (std::uint32_t parent = 0; parent < nodes.size(); ++parent) {
    const bool passes_on = nodes[parent].kind == NodeKind::kDirective ||
                           nodes[parent].kind == NodeKind::kBlockQuote ||
                           nodes[parent].kind == NodeKind::kItem;
    std::uint32_t last = passes_on ? before[parent] : kNoNode;
    for (std::uint32_t i = nodes[parent].first_child; i != kNoNode; i = nodes[i].next) {
      before[i] = last;
      last = i;
    }
  }
  return before;
}

std::string introduction_of(const Document& document, std::uint32_t before) {
  if (before == kNoNode) return "";
  const NodeKind kind = document.nodes[before].kind;
  if (kind != NodeKind::kParagraph && kind != NodeKind::kHeading) return "";
  std::string words = plain_text(document, before);
  const bool is_introduction = kind == NodeKind::kParagraph && trimmed(words).ends_with(':');
  return is_introduction || divides_people_by(words) ? words : "";
}

}  // namespace signpost
