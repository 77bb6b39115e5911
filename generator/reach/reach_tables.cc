#include "reach/reach_tables.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::string_view kTotalsNote =
    "A session is what one visitor does until nothing has happened for 30 minutes. A page view is "
    "each time a page is opened. Daily visitors are counted for each day and added up: a person "
    "who comes on 2 days counts twice. ";
constexpr std::string_view kRobotsLeftOut =
    "Robots and visits from our own staff's systems are left out.";
constexpr std::string_view kRobotsCounted =
    "Visits from our own staff's systems are left out. Robots are counted too, because our log "
    "does "
    "not say which browser was used.";
// With the least number that is shown in place of {}.
constexpr char kPagesNote[] =
    "A page is named if {} or more sessions opened it. Smaller ones are counted together.";
constexpr char kReferrersNote[] =
    "This is the site that a session came from. Sites with fewer than {} sessions are counted "
    "together.";
constexpr char kMonthsNote[] =
    "A month with fewer than {} sessions or daily visitors is not shown. Where needed, another "
    "month is hidden too, so that the small one cannot be worked out.";

bool is_small(std::uint64_t count, DisclosureProfile profile) {
  return is_small_count(static_cast<std::int64_t>(count), profile);
}

bool is_small(const PeriodCount& count, DisclosureProfile profile) {
  return is_small(count.sessions, profile) || is_small(count.daily_visitors, profile);
}

std::string note_of(const char* note, DisclosureProfile profile) {
  return fmt::format(fmt::runtime(note), disclosure_threshold(profile));
}

std::vector<std::optional<std::uint64_t>> shown(const PeriodCount& count, bool is_hidden) {
  if (is_hidden) return {std::nullopt, std::nullopt, std::nullopt};
  return {count.sessions, count.page_views, count.daily_visitors};
}

ReachTable totals_table(const Reach& reach, DisclosureProfile profile) {
  ReachTable table{"totals",
                   "Reach of this website",
                   std::string(kTotalsNote),
                   {"measure", "count"},
                   {"What was counted", "Number"},
                   {}};
  table.note += reach.agentless_views > 0 ? kRobotsCounted : kRobotsLeftOut;
  const auto counts = shown(reach.total, is_small(reach.total, profile));
  table.rows = {{"Sessions", {counts[0]}},
                {"Page views", {counts[1]}},
                {"Daily visitors, added up", {counts[2]}}};
  return table;
}

// A named count and the size of the group of people behind it.
struct Ranked {
  std::string name;
  std::uint64_t count = 0;
  std::uint64_t sessions = 0;

  [[nodiscard]] bool is_of_few(DisclosureProfile profile) const {
    return is_small(count, profile) || is_small(sessions, profile);
  }
};

// Returns the rows of the named ones and one of the others, none of them small.
std::vector<ReachRow> ranked_rows(std::vector<Ranked> named, Ranked others,
                                  const ReachTableOptions& options) {
  const auto put_to_others = [&](std::size_t index) {
    others.count += named[index].count;
    others.sessions += named[index].sessions;
    named.erase(named.begin() + static_cast<std::ptrdiff_t>(index));
  };
  for (std::size_t i = named.size(); i > 0; --i) {
    const auto sessions = static_cast<std::int64_t>(named[i - 1].sessions);
    const bool is_named = sessions > 0 && !is_small_count(sessions, options.profile);
    if (i > options.most_named || !is_named) put_to_others(i - 1);
  }
  while (!named.empty() && others.is_of_few(options.profile)) {
    put_to_others(named.size() - 1);
  }
  std::vector<ReachRow> rows;
  rows.reserve(named.size() + 1);
  for (const Ranked& one : named) rows.push_back({one.name, {one.count}});
  if (others.count == 0) return rows;
  const bool is_hidden = others.is_of_few(options.profile);
  rows.push_back({others.name, {is_hidden ? std::nullopt : std::optional(others.count)}});
  return rows;
}

ReachTable pages_table(const Reach& reach, const ReachTableOptions& options) {
  ReachTable table{"pages",           "Pages read most",      note_of(kPagesNote, options.profile),
                   {"page", "views"}, {"Page", "Page views"}, {}};
  std::vector<Ranked> named;
  Ranked others{"Other pages", 0, 0};
  for (const NamedCount& page : reach.pages) {
    std::optional<std::string> title = page.name;
    if (options.title_of && !page.name.empty()) title = options.title_of(page.name);
    if (page.name.empty() || !title) {
      others.count += page.views;
      others.sessions += page.sessions;
      continue;
    }
    const bool is_taken = std::any_of(named.begin(), named.end(),
                                      [&](const Ranked& other) { return other.name == *title; });
    if (is_taken) title = fmt::format("{} ({})", *title, page.name);
    named.push_back({*title, page.views, page.sessions});
  }
  table.rows = ranked_rows(std::move(named), others, options);
  return table;
}

ReachTable referrers_table(const Reach& reach, const ReachTableOptions& options) {
  ReachTable table{
      "referrers",          "Where visits came from", note_of(kReferrersNote, options.profile),
      {"site", "sessions"}, {"Site", "Sessions"},     {}};
  std::vector<Ranked> named;
  Ranked others{"Other sites", 0, 0};
  for (const NamedCount& site : reach.referrers) {
    if (site.name.empty()) {
      others.count += site.sessions;
      others.sessions += site.sessions;
      continue;
    }
    const bool is_direct = site.name == kDirect;
    named.push_back({is_direct ? "Direct, or not known" : site.name, site.sessions, site.sessions});
  }
  table.rows = ranked_rows(std::move(named), others, options);
  return table;
}

struct Month {
  std::chrono::year_month month;
  PeriodCount count;
  bool is_hidden = false;
};

std::vector<Month> all_months(const Reach& reach, DisclosureProfile profile) {
  std::vector<Month> months;
  if (reach.months.empty()) return months;
  const std::chrono::year_month last = reach.months.rbegin()->first;
  for (std::chrono::year_month month = reach.months.begin()->first; month <= last;
       month += std::chrono::months(1)) {
    const auto found = reach.months.find(month);
    const PeriodCount count = found == reach.months.end() ? PeriodCount{} : found->second;
    months.push_back({month, count, is_small(count, profile)});
  }
  return months;
}

// Hides further months, the smallest first, until neither one nor their sum can be worked out from
// the totals.
void hide_months(std::vector<Month>& months, DisclosureProfile profile) {
  for (;;) {
    std::size_t hidden = 0;
    PeriodCount sum;
    Month* next = nullptr;
    for (Month& month : months) {
      if (month.is_hidden) {
        ++hidden;
        sum.sessions += month.count.sessions;
        sum.daily_visitors += month.count.daily_visitors;
      } else if (month.count.sessions > 0 &&
                 (next == nullptr || month.count.daily_visitors < next->count.daily_visitors)) {
        next = &month;
      }
    }
    const bool is_safe = hidden == 0 || (hidden > 1 && !is_small(sum, profile));
    if (is_safe || next == nullptr) return;
    next->is_hidden = true;
  }
}

ReachTable months_table(const Reach& reach, DisclosureProfile profile) {
  ReachTable table{"months",
                   "Reach by month",
                   note_of(kMonthsNote, profile),
                   {"month", "sessions", "views", "visitors"},
                   {"Month", "Sessions", "Page views", "Visitors, day by day"},
                   {}};
  std::vector<Month> months = all_months(reach, profile);
  hide_months(months, profile);
  for (const Month& month : months) {
    const std::string day = long_date(month.month / std::chrono::day(1));
    table.rows.push_back({day.substr(2), shown(month.count, month.is_hidden)});  // without "1 "
  }
  return table;
}

std::string yaml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out.push_back('\\');
    if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out.push_back(c);
    }
  }
  return out + "\"";
}

std::string with_commas(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

std::vector<ReachTable> reach_tables(const Reach& reach, const ReachTableOptions& options) {
  return {totals_table(reach, options.profile), pages_table(reach, options),
          referrers_table(reach, options), months_table(reach, options.profile)};
}

std::string reach_yaml(const ReachTable& table, const Period& period) {
  std::string out =
      "# Made by \"signpost reach\" from the web server's logs. Make it anew, do not edit it.\n";
  out += fmt::format("caption: {}\n", yaml_text(table.caption));
  out += "source: \"Counted from the log of our web server, without cookies\"\n";
  out += fmt::format("period: {{from: {}, to: {}}}\n", iso_date(period.from), iso_date(period.to));
  out += fmt::format("note: {}\n", yaml_text(table.note));
  out += "people: true\ndisclosure: suppress\ncolumns:\n";
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    out += fmt::format("  - {{key: {}, title: {}{}}}\n", table.keys[i], yaml_text(table.titles[i]),
                       i == 0 ? "" : ", numeric: true");
  }
  out += table.rows.empty() ? "rows: []\n" : "rows:\n";
  for (const ReachRow& row : table.rows) {
    out += fmt::format("  - {{{}: {}", table.keys[0], yaml_text(row.name));
    for (std::size_t i = 0; i < row.counts.size(); ++i) {
      out += fmt::format(", {}: {}", table.keys[i + 1],
                         row.counts[i] ? std::to_string(*row.counts[i]) : "c");
    }
    out += "}\n";
  }
  return out;
}

std::string reach_text(const std::vector<ReachTable>& tables, const Period& period) {
  std::string out = fmt::format("Reach from {}\n", period_text(period));
  for (const ReachTable& table : tables) {
    out += fmt::format("\n{}\n", table.caption);
    if (table.titles.size() > 2) {
      for (std::size_t i = 1; i < table.titles.size(); ++i) {
        const std::string& title = table.titles[i];
        out += fmt::format("{:>12}", title.substr(0, title.find(',')));
      }
      out += '\n';
    }
    for (const ReachRow& row : table.rows) {
      for (const std::optional<std::uint64_t>& count : row.counts) {
        out += fmt::format("{:>12}", count ? with_commas(*count) : "[c]");
      }
      out += fmt::format("  {}\n", row.name);
    }
  }
  return out;
}

}  // namespace signpost
