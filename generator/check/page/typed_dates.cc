// Days that somebody typed though data has them: the page's own fields, those of a page that the
// sentence links to, changes of the law, closures, terms and duties.
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/page/telling_words.h"
#include "config/facts.h"
#include "words/times.h"

namespace signpost {
namespace {

// A day of the data: what it is called in messages, and the fact that says it. `words`: one of
// them has to stand in the sentence, as the beginning of a word; none where any sentence will do.
struct KnownDay {
  Date date;
  std::string what, fact;
  std::vector<std::string> words;
  std::string reads = {};  // where it is not the whole day
};

std::vector<std::string> words_of_field(std::string_view field) {
  static const struct {
    std::string_view field;
    std::vector<std::string> words;
  } kRows[] = {
      {"date", {}},
      {"due", {"due", "by", "publish", "expect", "ready"}},
      {"published", {"publish", "online", "came out"}},
      {"reviewed", {"review", "check", "read ", "updat"}},
      {"review_due", {"review", "again", "next", "due"}},
      {"approved", {"approv", "agree"}},
      {"period.from", {"from", "period", "began", "begin", "start"}},
      {"period.to", {"to ", "until", "end", "period"}},
  };
  for (const auto& row : kRows) {
    if (row.field == field) return row.words;
  }
  std::vector<std::string> words;
  for (const std::string_view part : split(field, '_')) words.emplace_back(part.substr(0, 6));
  return words;
}

std::vector<std::string> stems(std::string_view text) {
  std::vector<std::string> words;
  for (TellingWord& word : telling_words(ascii_lower(text))) {
    if (!word.is_weak) words.push_back(std::move(word.stem));
  }
  return words;
}

void add_days_of(const Page& page, const std::string& file, std::vector<KnownDay>& days) {
  for (const PageDay& day : days_of(page)) {
    std::string what = fmt::format("\"{}\" at the top of {}", day.field,
                                   file.empty() ? "the page" : fmt::format("\"{}\"", file));
    std::string fact = fmt::format("page.{}{}{}", day.field, file.empty() ? "" : " ", file);
    days.push_back({day.date, std::move(what), std::move(fact), words_of_field(day.field)});
  }
}

// The days by which duties are due that the page, or another page of its folder, meets. They are
// days of every year, so `year` stands in.
void add_duties(const PageInput& input, std::chrono::year year, std::vector<KnownDay>& days) {
  const Words& words = input.site.words_of(input.page);
  for (const Duty& duty : input.site.config->duties) {
    const std::string_view folder =
        std::string_view(duty.page).substr(0, std::min(duty.page.find('/'), duty.page.size()));
    if (!duty.by || folder != input.page.folder) continue;
    days.push_back({year / *duty.by, fmt::format("the duty \"{}\"", duty.id), duty_fact(duty),
                    words_of_field("due"), day_of_year_text(words, *duty.by)});
  }
}

// The known days of the year that stand in no page.
std::vector<KnownDay> find_known_days(const PageInput& input, std::chrono::year year) {
  const Config& config = *input.site.config;
  std::vector<KnownDay> days;
  for (const LawEvent& event : input.data.law_events) {
    const std::string id = event.id.empty() ? "" : "law_event " + event.id;
    days.push_back({event.date, fmt::format("the change of the law \"{}\"", event.event), id,
                    stems(event.event + " " + event.what)});
  }
  for (const Closure& closure : config.service.closures) {
    std::vector<std::string> words = stems(closure.reason);
    for (const char* word : {"clos", "shut", "open"}) words.emplace_back(word);
    days.push_back({closure.date, fmt::format("the closure \"{}\"", closure.reason),
                    closure_fact(closure), std::move(words)});
  }
  for (const SchoolTerm& term : config.calendar.terms) {
    const std::string what = fmt::format("the term \"{}\"", term.name.text);
    days.push_back({term.period.from, what, term_fact(term) + ".from", {"term"}});
    days.push_back({term.period.to, what, term_fact(term) + ".to", {"term"}});
  }
  add_duties(input, year, days);
  std::erase_if(days, [&](const KnownDay& day) { return day.date.year() != year; });
  return days;
}

std::string ordinal_text(unsigned day) {
  const unsigned last = day / 10 == 1 ? 0 : day % 10;
  return std::to_string(day) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

// How people write a day.
std::vector<std::string> written_forms(const PageInput& input, Date date) {
  const Words& words = input.site.words_of(input.page);
  std::vector<std::string> forms = {date_text(words, date), iso_date(date)};
  const auto day = static_cast<unsigned>(date.day()), month = static_cast<unsigned>(date.month());
  const int year = static_cast<int>(date.year());
  forms.push_back(fmt::format("{}/{}/{}", day, month, year));
  forms.push_back(fmt::format("{:02}/{:02}/{}", day, month, year));
  if (!is_english(input.page)) return forms;
  const std::string name = words.text(fmt::format("month_{}", month));
  forms.push_back(fmt::format("{} {} {}", ordinal_text(day), name, year));
  forms.push_back(fmt::format("{} of {} {}", ordinal_text(day), name, year));
  forms.push_back(fmt::format("{} {}, {}", name, day, year));
  forms.push_back(fmt::format("{} {}, {}", name, ordinal_text(day), year));
  forms.push_back(fmt::format("{:02} {} {}", day, name, year));
  forms.push_back(fmt::format("{} {} {}", day, name.substr(0, 3), year));
  return forms;
}

// Returns where the day is written in `text` round the year at `at`; an empty part where it is not.
PageText::Part find_day(const PageInput& input, std::string_view text, std::size_t at, Date date) {
  const std::string year = fmt::format("{}", static_cast<int>(date.year()));
  for (const std::string& form : written_forms(input, date)) {
    const std::size_t lead = form.find(year);
    if (lead == std::string::npos || lead > at) continue;
    const std::size_t begin = at - lead;
    const bool is_inside = begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9';
    if (is_inside || !text.substr(begin).starts_with(form)) continue;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + form.size())};
  }
  return {};
}

// Returns the offset of the next year of 1900 to 2099 at or after `from`, or npos.
std::size_t next_year(std::string_view text, std::size_t from) {
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = from; i + 4 <= text.size(); ++i) {
    if (text[i] != '1' && text[i] != '2') continue;
    if (i > 0 && is_digit(i - 1)) continue;
    const std::string_view century = text.substr(i, 2);
    if (century != "19" && century != "20") continue;
    if (is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4)) return i;
  }
  return std::string_view::npos;
}

// Whether the year at `at` can be one of a whole day: a digit stands near before it, or a hyphen
// behind it. Most years are those of laws, and nothing more is worked out for them.
bool can_be_day(std::string_view text, std::size_t at) {
  constexpr std::size_t kNear = 24;  // "30th of September, " and longer names of months
  const std::size_t from = at < kNear ? 0 : at - kNear;
  const bool is_before =
      text.substr(from, at - from).find_first_of("0123456789") != std::string_view::npos;
  return is_before || text.substr(at + 4).starts_with('-');
}

bool has_word_from(std::string_view lower, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  return std::ranges::any_of(words, [&](const std::string& word) {
    for (std::size_t at = lower.find(word); at != lower.npos; at = lower.find(word, at + 1)) {
      if (at == 0 || lower[at - 1] < 'a' || lower[at - 1] > 'z') return true;
    }
    return false;
  });
}

// The pages that a node links to, with all below it.
void find_linked_pages(const Document& document, std::uint32_t index,
                       std::vector<std::size_t>& pages) {
  const Node& node = document.nodes[index];
  if (node.kind == NodeKind::kLink && node.extra < document.links.size() &&
      document.links[node.extra].kind == LinkKind::kPage) {
    pages.push_back(document.links[node.extra].page);
  }
  for (std::uint32_t i = node.first_child; i != kNoNode; i = document.nodes[i].next) {
    find_linked_pages(document, i, pages);
  }
}

void report_day(const PageInput& input, PageText::Part part, const KnownDay& day,
                Diagnostics& diagnostics) {
  std::string help = fmt::format("write {{{{ {} }}}}", day.fact);
  if (day.fact.empty()) {
    help = "give it an id in content/_data/law-events.yaml, and write {{ law_event ID }} here";
  }
  if (!day.reads.empty()) help += fmt::format(", which reads \"{}\"", day.reads);
  const std::string_view typed =
      std::string_view(input.text.text).substr(part.begin, part.end - part.begin);
  diagnostics.add("date-typed", input.text.place(input.page.source_path, part.begin, part.end),
                  fmt::format("\"{}\" is typed by hand, and {} says it", typed, day.what),
                  std::move(help));
}

class TypedDates {
 public:
  TypedDates(const PageInput& input, Diagnostics& diagnostics)
      : input_(input), diagnostics_(diagnostics) {}

  void check_block(const TextBlock& block) {
    const std::string_view text = std::string_view(input_.text.text).substr(0, block.end);
    std::uint32_t done = block.begin;
    for (std::size_t at = next_year(text, block.begin); at != text.npos;
         at = next_year(text, at + 4)) {
      if (!can_be_day(text, at)) continue;
      const auto year = std::chrono::year{std::stoi(std::string(text.substr(at, 4)))};
      check_year(block, static_cast<std::uint32_t>(at), year, done);
    }
  }

 private:
  // The words before a day, behind the day before it, say of what it is; behind it stands the rest
  // of the sentence.
  void check_year(const TextBlock& block, std::uint32_t at, std::chrono::year year,
                  std::uint32_t& done) {
    const std::string_view text = std::string_view(input_.text.text).substr(0, block.end);
    std::vector<KnownDay> days;
    add_days_of(input_.page, "", days);
    add_linked(block, year, days);
    for (KnownDay& day : find_known_days(input_, year)) days.push_back(std::move(day));
    for (const KnownDay& day : days) {
      const PageText::Part part = find_day(input_, text, at, day.date);
      if (part.end == 0 || part.begin < block.begin) continue;
      if (input_.text.has_fact(part.begin, part.end)) return;
      const PageText::Part sentence = input_.text.sentence_at(block, part.begin);
      const std::uint32_t from = std::max(sentence.begin, std::min(done, part.begin));
      std::string around = ascii_lower(text.substr(from, part.begin - from));
      if (from == sentence.begin)
        around += ascii_lower(text.substr(part.end, sentence.end - part.end));
      if (!has_word_from(around, day.words)) continue;
      report_day(input_, part, day, diagnostics_);
      done = part.end;
      return;
    }
  }

  void add_linked(const TextBlock& block, std::chrono::year year,
                  std::vector<KnownDay>& days) const {
    std::vector<std::size_t> pages;
    find_linked_pages(input_.document, block.node, pages);
    for (const std::size_t index : pages) {
      const Page& page = input_.site.pages[index];
      if (&page == &input_.page || page.language != input_.page.language) continue;
      const std::string file = relative_url(input_.page.source_path, page.source_path);
      std::vector<KnownDay> fields;
      add_days_of(page, file, fields);
      for (KnownDay& day : fields) {
        // A title that says its day stands in the link.
        if (day.date.year() != year || names_day(page, day.date)) continue;
        days.push_back(std::move(day));
      }
    }
  }

  [[nodiscard]] bool names_day(const Page& page, Date date) const {
    return page.title.find(date_text(input_.site.words_of(page), date)) != std::string::npos;
  }

  const PageInput& input_;
  Diagnostics& diagnostics_;
};

// A summary has no facts: what the page shows by itself is left out.
void check_summary(const PageInput& input, Diagnostics& diagnostics) {
  const std::optional<Date> due = input.page.date("due");
  if (!due) return;
  const std::string& summary = input.page.summary;
  for (std::size_t at = next_year(summary, 0); at != std::string::npos;
       at = next_year(summary, at + 4)) {
    const PageText::Part part = find_day(input, summary, at, *due);
    if (part.end == 0) continue;
    diagnostics.add(
        "date-typed", field_place(input.page, "summary"),
        fmt::format("\"{}\" is typed by hand, and \"due\" at the top of the page says it",
                    summary.substr(part.begin, part.end - part.begin)),
        "leave the day out of the summary: the page shows \"due\" by itself");
    return;
  }
}

}  // namespace

void check_typed_dates(const PageInput& input, Diagnostics& diagnostics) {
  TypedDates dates(input, diagnostics);
  for (const TextBlock& block : input.text.blocks) {
    if (block.kind == BlockKind::kCode || block.kind == BlockKind::kCell) continue;
    if (block.kind == BlockKind::kArgument) continue;
    dates.check_block(block);
  }
  check_summary(input, diagnostics);
}

}  // namespace signpost
