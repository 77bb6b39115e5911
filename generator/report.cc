#include "report.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rules.h"
#include "report_format.h"

namespace signpost {
namespace {

bool starts_with_any(std::string_view text, std::span<const std::string_view> prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view p) { return text.starts_with(p); });
}

// Failures of the machine, which no change to the content mends.
bool is_machine_failure(std::string_view rule) {
  static constexpr std::string_view kPrefixes[] = {"io-index", "io-publish", "io-write",
                                                   "output-locked"};
  return starts_with_any(rule, kPrefixes);
}

// A live site must not show what still has to be filled in.
bool is_error_when_live(std::string_view rule) { return rule.starts_with("placeholder"); }

Severity settled_severity(std::string_view rule, const ReportOptions& options) {
  const Rule* known = find_rule(rule);
  Severity severity = known != nullptr ? known->severity : Severity::kError;
  const bool live = options.strict && options.base_url.starts_with("https://");
  if (live && is_error_when_live(rule)) return Severity::kError;
  const auto changed = options.severities.find(std::string(rule));
  return changed == options.severities.end() ? severity : changed->second;
}

// What one page sets aside: its rules with the reasons, in written order.
struct PageAllowance {
  const FieldEntry* entry = nullptr;
  std::vector<Allowance> rules;
};

using PageAllowances = std::map<std::string, PageAllowance, std::less<>>;

PageAllowances read_allowances(std::span<const Page> pages) {
  PageAllowances found;
  for (const Page& page : pages) {
    const FieldEntry* entry = page.find("allow");
    const auto* pairs = entry == nullptr ? nullptr : std::get_if<TextPairs>(&entry->value);
    if (pairs == nullptr) continue;
    PageAllowance& allowance = found[page.source_path];
    allowance.entry = entry;
    for (const auto& [rule, reason] : *pairs) {
      allowance.rules.push_back({page.source_path, rule, reason, 0});
    }
  }
  return found;
}

Allowance* find_allowance(PageAllowances& pages, const Diagnostic& diagnostic) {
  const auto page = pages.find(diagnostic.place.path);
  if (page == pages.end()) return nullptr;
  const auto rule = std::ranges::find(page->second.rules, diagnostic.rule, &Allowance::rule);
  return rule == page->second.rules.end() ? nullptr : &*rule;
}

std::string nearest_rule_help(std::string_view rule) {
  std::vector<std::string_view> ids;
  for (const Rule& known : all_rules()) ids.push_back(known.id);
  std::string help = did_you_mean(rule, ids);
  return help.empty() ? "`signpost check --list-rules` shows the names" : help;
}

void report_idle_allowances(const PageAllowances& pages, Diagnostics& diagnostics) {
  for (const auto& [path, page] : pages) {
    const Place place{path, page.entry->line, page.entry->column, 0};
    for (const Allowance& allowance : page.rules) {
      if (find_rule(allowance.rule) == nullptr) {
        diagnostics.add("allow-unknown-rule", place,
                        fmt::format("no rule is called \"{}\"", allowance.rule),
                        nearest_rule_help(allowance.rule));
      } else if (allowance.count == 0) {
        diagnostics.add("allow-unused", place,
                        fmt::format("the page does not break \"{}\"", allowance.rule),
                        fmt::format("take \"{}\" out of `allow`", allowance.rule));
      }
    }
  }
}

void count(Report& report, Severity severity) {
  if (severity == Severity::kError) ++report.errors;
  if (severity == Severity::kWarning) ++report.warnings;
  if (severity == Severity::kInfo) ++report.infos;
}

std::string counted(std::size_t n, std::string_view noun) {
  return n == 0 ? fmt::format("no {}s", noun) : fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

}  // namespace

Report settle_report(Diagnostics diagnostics, std::span<const Page> pages,
                     const ReportOptions& options) {
  PageAllowances allowances = read_allowances(pages);
  Diagnostics kept;
  for (Diagnostic& diagnostic : diagnostics.take_sorted()) {
    if (Allowance* allowance = find_allowance(allowances, diagnostic); allowance != nullptr) {
      ++allowance->count;
      continue;
    }
    kept.add(diagnostic.rule, std::move(diagnostic.place), std::move(diagnostic.message),
             std::move(diagnostic.help));
  }
  report_idle_allowances(allowances, kept);

  Report report;
  for (Diagnostic& diagnostic : kept.take_sorted()) {
    const Severity severity = settled_severity(diagnostic.rule, options);
    if (severity == Severity::kOff) continue;
    count(report, severity);
    report.machine_failed |= is_machine_failure(diagnostic.rule);
    report.findings.push_back({std::move(diagnostic), severity});
  }
  for (auto& [path, page] : allowances) {
    for (Allowance& allowance : page.rules) {
      if (allowance.count > 0) report.allowed.push_back(std::move(allowance));
    }
  }
  return report;
}

std::string format_report(const Report& report, const ReportOptions& options) {
  switch (options.format) {
    case ReportFormat::kText:
      return text_report(report, options.site_dir);
    case ReportFormat::kJson:
      return json_report(report);
    case ReportFormat::kGithub:
      return github_report(report);
  }
  return "";
}

std::string summary_line(const Report& report) {
  std::string line =
      fmt::format("{}, {}, {}", counted(report.errors, "error"),
                  counted(report.warnings, "warning"), counted(report.infos, "suggestion"));
  std::size_t set_aside = 0;
  for (const Allowance& allowance : report.allowed) set_aside += allowance.count;
  if (set_aside > 0) line += fmt::format(", {} set aside", set_aside);
  return line;
}

int exit_code(const Report& report, const ReportOptions& options) {
  if (report.machine_failed) return 3;
  return report.errors > 0 || (options.strict && report.warnings > 0) ? 1 : 0;
}

std::string format_rule_list() {
  std::size_t width = 0;
  for (const Rule& rule : all_rules()) width = std::max(width, rule.id.size());
  std::string out;
  for (const Rule& rule : all_rules()) {
    out += fmt::format("{:<{}}  {:<7}  {}; {}\n", rule.id, width, severity_name(rule.severity),
                       rule.summary, rule.help);
  }
  return out;
}

}  // namespace signpost
