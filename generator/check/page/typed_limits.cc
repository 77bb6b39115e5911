// Time limits that somebody typed though content/_data/deadlines.yaml has them: "20 weeks". What
// tells that a sentence means a time limit is counted in points; the numbers were found by reading
// what they give on the factsheets of content/.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/page/telling_words.h"
#include "check/page/time_amounts.h"

namespace signpost {
namespace {

constexpr int kEnoughPoints = 5;

// What a page shows of the time limits by their names.
struct ShownLimits {
  std::set<std::string, std::less<>> ids, groups;
  std::vector<TellingWord> title, topics;
};

std::string_view group_of(std::string_view id) { return id.substr(0, id.find('.')); }

std::vector<TellingWord> words_in_name(std::string_view name) {
  std::string words = ascii_lower(name);
  std::ranges::replace_if(
      words, [](char c) { return c == '_' || c == '.' || c == '-'; }, ' ');
  return telling_words(words);
}

ShownLimits find_shown_limits(const PageInput& input) {
  constexpr std::string_view kWord = "deadline ";
  ShownLimits shown;
  for (const InsertedFact& fact : input.document.inserted_facts) {
    if (fact.name.starts_with(kWord)) {
      shown.ids.emplace(trimmed(std::string_view(fact.name).substr(kWord.size())));
    }
  }
  for (const Directive& directive : input.document.directives) {
    if (directive.rule->names == ArgumentNames::kDeadline) shown.ids.insert(directive.argument);
    if (directive.rule->names == ArgumentNames::kDeadlines) shown.groups.insert(directive.argument);
  }
  for (const std::string& id : shown.ids) shown.groups.emplace(group_of(id));
  shown.title = words_in_name(input.page.title);
  for (const std::string& topic : input.page.list("topics")) {
    for (TellingWord& word : words_in_name(topic)) shown.topics.push_back(std::move(word));
  }
  return shown;
}

// What stands round an amount: its sentence, and the heading and the words that lead to its list.
struct Surrounding {
  std::vector<TellingWord> near, above;
  bool is_ours = false;  // "Ring us if …"
};

bool has_all(const std::vector<TellingWord>& words, const std::vector<TellingWord>& wanted) {
  return !wanted.empty() && std::ranges::all_of(wanted, [&](const TellingWord& word) {
    return has_word(words, word);
  });
}

std::vector<TimeAmount> amounts_of(const Deadline& deadline) {
  if (deadline.unit.empty()) return find_time_amounts(ascii_lower(deadline.limit));
  TimeAmount amount;
  amount.number = deadline.number;
  if (deadline.unit == "weeks") amount.number *= 7;
  if (deadline.unit == "months") amount.unit = TimeUnit::kMonths;
  if (deadline.unit == "school_days") amount.unit = TimeUnit::kSchoolDays;
  if (deadline.unit == "working_days") amount.unit = TimeUnit::kWorkingDays;
  return {amount};
}

// Whether people say it of many things: "2 weeks", "a month".
bool is_common(const TimeAmount& amount) {
  if (amount.unit == TimeUnit::kMonths) return amount.number == 1;
  if (amount.unit != TimeUnit::kDays) return false;
  return amount.number <= 7 || (amount.number % 7 == 0 && amount.number <= 28);
}

struct Match {
  const Deadline* deadline = nullptr;
  int points = 0;
};

class LimitMatcher {
 public:
  explicit LimitMatcher(const PageInput& input) : input_(input), shown_(find_shown_limits(input)) {
    for (const auto& [id, deadline] : input.data.deadlines) {
      limits_.push_back({&deadline, amounts_of(deadline)});
    }
    std::ranges::sort(limits_, {}, [](const Limit& limit) { return limit.deadline->line; });
  }

  // Returns the time limits that the amount most likely is, the likeliest alone or several that
  // are as likely, in the order of the file.
  std::vector<Match> find(const TimeAmount& amount, const std::vector<TimeAmount>& sentence,
                          const Surrounding& around) const {
    std::vector<Match> best;
    for (const Limit& limit : limits_) {
      const auto same = [&](const TimeAmount& own) { return own.is_same_time(amount); };
      if (std::ranges::none_of(limit.amounts, same)) continue;
      const Match match{limit.deadline, points(limit, amount, sentence, around)};
      if (match.points < kEnoughPoints) continue;
      if (!best.empty() && match.points < best.front().points) continue;
      if (!best.empty() && match.points > best.front().points) best.clear();
      best.push_back(match);
    }
    return best;
  }

 private:
  struct Limit {
    const Deadline* deadline;
    std::vector<TimeAmount> amounts;
  };

  [[nodiscard]] int points(const Limit& limit, const TimeAmount& amount,
                           const std::vector<TimeAmount>& sentence,
                           const Surrounding& around) const {
    const Deadline& deadline = *limit.deadline;
    const std::vector<TellingWord> group = words_in_name(group_of(deadline.id));
    int words = has_all(around.near, group) ? 1 : 0;
    const std::string about = ascii_lower(deadline.who + " " + deadline.what + " " +
                                          deadline.trigger + " " + deadline.limit + " ");
    std::string name = deadline.id;
    std::ranges::replace_if(
        name, [](char c) { return c == '_' || c == '.'; }, ' ');
    for (const TellingWord& word : telling_words(about + name)) {
      if (has_word(around.near, word)) {
        words += word.is_weak ? 1 : 2;
      } else if (!word.is_weak && has_word(around.above, word)) {
        ++words;
      }
    }
    const int page = page_points(deadline, group);
    if (words == 0 && page < kGroupPoints) return 0;
    int all = words + page + (amount.is_said_as_limit ? 2 : 0);
    if (words == 0 && amount.unit != TimeUnit::kDayOfYear) all += is_common(amount) ? -1 : 1;
    if (around.is_ours) --all;
    if (amount.unit == TimeUnit::kDayOfYear && is_all_said(limit.amounts, sentence)) all += 4;
    return all;
  }

  // "from 25 December to 1 January": both days of a limit that has two.
  static bool is_all_said(const std::vector<TimeAmount>& own,
                          const std::vector<TimeAmount>& sentence) {
    return own.size() > 1 && std::ranges::all_of(own, [&](const TimeAmount& amount) {
             return std::ranges::any_of(
                 sentence, [&](const TimeAmount& said) { return said.is_same_time(amount); });
           });
  }

  static constexpr int kShownPoints = 3;
  static constexpr int kGroupPoints = 2;

  [[nodiscard]] int page_points(const Deadline& deadline,
                                const std::vector<TellingWord>& group) const {
    if (shown_.ids.contains(deadline.id)) return kShownPoints;
    if (shown_.groups.contains(group_of(deadline.id)) || has_all(shown_.title, group)) {
      return kGroupPoints;
    }
    const auto is_topic = [&](const TellingWord& word) { return has_word(shown_.topics, word); };
    if (std::ranges::any_of(group, is_topic)) return kGroupPoints;
    const auto is_about = [&](const Link& link) {
      return link.kind == LinkKind::kPage &&
             has_all(words_in_name(input_.site.pages[link.page].title), group);
    };
    return std::ranges::any_of(input_.document.links, is_about) ? 1 : 0;
  }

  const PageInput& input_;
  ShownLimits shown_;
  std::vector<Limit> limits_;  // in the order of the file
};

bool is_about_us(std::string_view lower) {
  const std::string padded = " " + std::string(lower) + " ";
  return std::ranges::any_of(
      std::to_array<std::string_view>({" us ", " we ", " our ", " us."}),
      [&](std::string_view word) { return padded.find(word) != std::string::npos; });
}

void report_limit(const PageInput& input, const TimeAmount& amount, std::string_view typed,
                  const std::vector<Match>& matches, Diagnostics& diagnostics) {
  const Deadline& deadline = *matches.front().deadline;
  std::string help = fmt::format("write {{{{ deadline {} }}}}", deadline.id);
  if (matches.size() > 1) {
    help += fmt::format(", or {{{{ deadline {} }}}} if it is that one", matches[1].deadline->id);
  }
  const std::string limit = limit_text(input.site.words_of(input.page), deadline);
  if (matches.size() == 1 && ascii_lower(limit) != ascii_lower(typed)) {
    help += fmt::format(", which reads \"{}\"", limit);
  }
  diagnostics.add(
      "limit-typed", input.text.place(input.page.source_path, amount.begin, amount.end),
      fmt::format("\"{}\" is typed by hand, and content/_data/deadlines.yaml has it", typed),
      std::move(help));
}

// Walks over the blocks of a page with what stands above each.
class TypedLimits {
 public:
  TypedLimits(const PageInput& input, Diagnostics& diagnostics)
      : input_(input), lower_(ascii_lower(input.text.text)), diagnostics_(diagnostics) {}

  void check() {
    for (const TextBlock& block : input_.text.blocks) {
      check_block(block);
      if (block.kind == BlockKind::kHeading) heading_ = &block;
      if (block.kind != BlockKind::kItem && block.kind != BlockKind::kCode) lead_ = &block;
    }
  }

 private:
  [[nodiscard]] std::string_view part(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(lower_).substr(begin, end - begin);
  }

  void check_block(const TextBlock& block) {
    if (block.kind == BlockKind::kCode) return;
    if (block.kind == BlockKind::kArgument &&
        input_.document.directives[input_.document.nodes[block.node].extra].argument_has_facts) {
      return;
    }
    std::vector<TimeAmount> amounts = find_time_amounts(part(block.begin, block.end));
    for (TimeAmount& amount : amounts) {
      amount.begin += block.begin;
      amount.end += block.begin;
    }
    const Deadline* last = nullptr;
    for (const TimeAmount& amount : amounts) {
      if (input_.text.has_fact(amount.begin, amount.end)) continue;
      if (!matcher_) matcher_.emplace(input_);
      const std::vector<Match> matches =
          matcher_->find(amount, amounts, surrounding(block, amount.begin));
      if (matches.empty()) continue;
      // Both days of "from 25 December to 1 January" are one limit.
      const bool is_second =
          amount.unit == TimeUnit::kDayOfYear && matches.front().deadline == last;
      last = matches.front().deadline;
      if (is_second) continue;
      const std::string_view typed =
          std::string_view(input_.text.text).substr(amount.begin, amount.end - amount.begin);
      report_limit(input_, amount, typed, matches, diagnostics_);
    }
  }

  [[nodiscard]] Surrounding surrounding(const TextBlock& block, std::uint32_t offset) const {
    const PageText::Part sentence = input_.text.sentence_at(block, offset);
    std::string near(part(sentence.begin, sentence.end));
    Surrounding around;
    around.is_ours = is_about_us(near);
    std::string above;
    if (heading_ != nullptr) above += part(heading_->begin, heading_->end);
    if (lead_ != nullptr && lead_ != heading_) {
      // The cell before says what the figure of this one is of.
      const std::string_view lead = part(lead_->begin, lead_->end);
      if (block.kind == BlockKind::kCell) near.append(" ").append(lead);
      if (block.kind == BlockKind::kItem) above.append(" ").append(lead);
    }
    around.near = telling_words(near);
    around.above = telling_words(above);
    return around;
  }

  const PageInput& input_;
  std::string lower_;
  Diagnostics& diagnostics_;
  const TextBlock* heading_ = nullptr;
  const TextBlock* lead_ = nullptr;
  std::optional<LimitMatcher> matcher_;
};

}  // namespace

void check_typed_limits(const PageInput& input, Diagnostics& diagnostics) {
  if (!input.data.deadlines.empty()) TypedLimits(input, diagnostics).check();
}

}  // namespace signpost
