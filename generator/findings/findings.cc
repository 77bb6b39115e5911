#include "findings/findings.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "findings/formats.h"
#include "findings/rules.h"

namespace signpost {
namespace {

// Failures that no change to the content mends: exit code 3.
bool is_machine_failure(std::string_view rule) {
  static constexpr std::string_view kRules[] = {"io-index", "io-machine", "io-publish", "io-write",
                                                "output-locked"};
  return std::ranges::find(kRules, rule) != std::end(kRules);
}

// A live site must not show what still has to be filled in.
bool is_error_when_live(std::string_view rule) { return rule.starts_with("placeholder"); }

Severity settled_severity(const Diagnostic& diagnostic, const FindingOptions& options) {
  const std::string_view rule = diagnostic.rule;
  const Rule* known = find_rule(rule);
  Severity severity = known != nullptr ? known->severity : Severity::kError;
  if (fixed_rule(rule) != FixedRule::kNo) return severity;
  const bool live = options.strict && options.base_url.starts_with("https://");
  if (live && is_error_when_live(rule)) return Severity::kError;
  const auto changed = options.severities.find(std::string(rule));
  if (changed != options.severities.end()) return changed->second;
  const bool is_grace_over = diagnostic.days_late > static_cast<long>(options.grace_days);
  const bool is_error = !is_date_rule(rule) || (options.strict_dates && is_grace_over);
  return severity == Severity::kError && !is_error ? Severity::kWarning : severity;
}

// Allowances by the file and the rule that they are for.
using AllowanceIndex = std::map<std::pair<std::string_view, std::string_view>, Allowance*>;

AllowanceIndex index_allowances(std::vector<Allowance>& allowances) {
  AllowanceIndex index;
  for (Allowance& allowance : allowances) {
    index.emplace(
        std::pair<std::string_view, std::string_view>(allowance.place.path, allowance.rule),
        &allowance);
  }
  return index;
}

std::string nearest_rule_help(std::string_view rule) {
  std::vector<std::string_view> ids;
  for (const Rule& known : all_rules()) ids.push_back(known.id);
  return did_you_mean_or(rule, ids, "`signpost check --list-rules` shows the names");
}

void report_idle_allowances(std::span<const Allowance> allowances, Diagnostics& diagnostics) {
  for (const Allowance& allowance : allowances) {
    const FixedRule fixed = fixed_rule(allowance.rule);
    if (!is_for_pages_to_allow(fixed)) {
      diagnostics.add("config-fixed-rule", allowance.place,
                      fmt::format("\"{}\" {}", allowance.rule, reason_of(fixed)),
                      std::string(help_of(fixed)));
    } else if (find_rule(allowance.rule) == nullptr) {
      diagnostics.add("allow-unknown-rule", allowance.place,
                      fmt::format("no rule is called \"{}\"", allowance.rule),
                      nearest_rule_help(allowance.rule));
    } else if (allowance.count == 0) {
      diagnostics.add("allow-unused", allowance.place,
                      fmt::format("the page does not break \"{}\"", allowance.rule),
                      fmt::format("take \"{}\" out of `allow`", allowance.rule));
    }
  }
}

void count(Findings& findings, Severity severity) {
  if (severity == Severity::kError) ++findings.errors;
  if (severity == Severity::kWarning) ++findings.warnings;
  if (severity == Severity::kInfo) ++findings.infos;
}

std::string counted(std::size_t n, std::string_view noun) {
  return n == 0 ? fmt::format("no {}s", noun) : fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

constexpr std::size_t kMaxMessageBytes = 600;
constexpr std::size_t kMaxHelpBytes = 1200;

bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Returns the text without its middle where it is longer than `limit` bytes: what it quotes may be
// as long as a file.
std::string bounded(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t begin = limit / 2;
  std::size_t end = text.size() - limit / 2;
  while (begin > 0 && is_inside_character(text[begin])) --begin;
  while (end < text.size() && is_inside_character(text[end])) ++end;
  return text.replace(begin, end - begin, " … ");
}

}  // namespace

Findings resolve_findings(Diagnostics diagnostics, std::vector<Allowance> allowances,
                          const FindingOptions& options) {
  const AllowanceIndex index = index_allowances(allowances);
  Diagnostics kept;
  for (Diagnostic& diagnostic : diagnostics.take_sorted()) {
    const auto allowance = index.find({diagnostic.place.path, diagnostic.rule});
    if (allowance != index.end() && is_for_pages_to_allow(fixed_rule(diagnostic.rule))) {
      ++allowance->second->count;
      continue;
    }
    kept.add_late(diagnostic.rule, std::move(diagnostic.place), std::move(diagnostic.message),
                  std::move(diagnostic.help), diagnostic.days_late);
  }
  report_idle_allowances(allowances, kept);

  Findings findings;
  for (Diagnostic& diagnostic : kept.take_sorted()) {
    const Severity severity = settled_severity(diagnostic, options);
    if (severity == Severity::kOff) continue;
    count(findings, severity);
    if (severity == Severity::kWarning && is_date_rule(diagnostic.rule)) ++findings.late;
    findings.machine_failed |= is_machine_failure(diagnostic.rule);
    diagnostic.message = bounded(std::move(diagnostic.message), kMaxMessageBytes);
    diagnostic.help = bounded(std::move(diagnostic.help), kMaxHelpBytes);
    findings.all.push_back({std::move(diagnostic), severity});
  }
  std::erase_if(allowances, [](const Allowance& allowance) { return allowance.count == 0; });
  findings.allowed = std::move(allowances);
  return findings;
}

std::string format_findings(const Findings& findings, const FindingOptions& options) {
  switch (options.format) {
    case FindingFormat::kText:
      return findings_as_text(findings, options.site_dir);
    case FindingFormat::kJson:
      return findings_as_json(findings);
    case FindingFormat::kGithub:
      return findings_as_github(findings);
  }
  return "";
}

std::string summary_line(const Findings& findings) {
  std::string line =
      fmt::format("{}, {}, {}", counted(findings.errors, "error"),
                  counted(findings.warnings, "warning"), counted(findings.infos, "suggestion"));
  std::size_t set_aside = 0;
  for (const Allowance& allowance : findings.allowed) set_aside += allowance.count;
  if (set_aside > 0) line += fmt::format(", {} set aside", set_aside);
  return line;
}

int exit_code(const Findings& findings, const FindingOptions& options) {
  if (findings.machine_failed) return 3;
  return findings.errors > 0 || (options.strict && findings.warnings > findings.late) ? 1 : 0;
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
