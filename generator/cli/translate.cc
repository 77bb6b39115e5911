#include "cli/translate.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/cli.h"
#include "content/translation_status.h"
#include "findings/findings.h"

namespace signpost {
namespace {

using StatusJson = nlohmann::ordered_json;

std::string_view state_name(TranslationState state) {
  switch (state) {
    case TranslationState::kCurrent:
      return "current";
    case TranslationState::kStale:
      return "stale";
    case TranslationState::kUnknown:
      return "unknown";
    case TranslationState::kMissing:
      return "missing";
  }
  return "";
}

// What is to be done about one page, or "" where nothing is.
std::string page_line(const PageTranslation& page) {
  switch (page.state) {
    case TranslationState::kStale:
      return fmt::format("  stale    {}: from {}, and the original is now {}\n", page.page,
                         page.from.empty() ? page.made : page.from, page.version);
    case TranslationState::kUnknown:
      return fmt::format("  unknown  {}: write which version it translates; now it is {}\n",
                         page.page, page.version);
    case TranslationState::kMissing:
      return fmt::format("  missing  {}: {}\n", page.original, page.version);
    case TranslationState::kCurrent:
      break;
  }
  return "";
}

std::string status_text(const LanguageStatus& status, bool shows_missing) {
  const std::size_t missing = status.count(TranslationState::kMissing);
  std::string text = fmt::format("{} ({})\n", status.language.tag, status.language.name);
  text += fmt::format("  words    {} of {} there, {} missing, {} to be checked by a speaker\n",
                      status.string_count - status.missing_strings.size(), status.string_count,
                      status.missing_strings.size(), status.unchecked_count);
  text += fmt::format(
      "  pages    {} of {} translated, {} stale, {} of an unknown version, {} missing\n",
      status.pages.size() - missing, status.pages.size(), status.count(TranslationState::kStale),
      status.count(TranslationState::kUnknown), missing);
  for (const std::string& key : status.missing_strings) {
    text += fmt::format("  no word  {}\n", key);
  }
  for (const PageTranslation& page : status.pages) {
    if (shows_missing || page.state != TranslationState::kMissing) text += page_line(page);
  }
  return text;
}

StatusJson status_json(const LanguageStatus& status) {
  StatusJson pages = StatusJson::array();
  for (const PageTranslation& page : status.pages) {
    const auto or_null = [](const std::string& text) {
      return text.empty() ? StatusJson() : StatusJson(text);
    };
    pages.push_back({{"original", page.original},
                     {"version", page.version},
                     {"state", state_name(page.state)},
                     {"page", or_null(page.page)},
                     {"translated", or_null(page.made)},
                     {"translated_from", or_null(page.from)}});
  }
  return {{"tag", status.language.tag},
          {"name", status.language.name},
          {"strings",
           {{"all", status.string_count},
            {"missing", status.missing_strings},
            {"unchecked", status.unchecked_count}}},
          {"pages", std::move(pages)}};
}

void print_statuses(const std::vector<LanguageStatus>& statuses, const TranslateCommand& command) {
  if (command.format == TranslateFormat::kJson) {
    StatusJson languages = StatusJson::array();
    for (const LanguageStatus& status : statuses) languages.push_back(status_json(status));
    std::cout << StatusJson{{"languages", std::move(languages)}}.dump(2) << '\n';
    return;
  }
  if (statuses.empty()) {
    std::cout << "the site has one language; add others under \"languages\" in site-config.yaml\n";
  }
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    std::cout << (i == 0 ? "" : "\n") << status_text(statuses[i], !command.language.empty());
  }
}

// Leaves only the language that was asked for. Returns whether there is one.
bool keep_language(const std::string& wanted, std::vector<LanguageStatus>& statuses) {
  std::vector<std::string> tags;
  tags.reserve(statuses.size());
  for (const LanguageStatus& status : statuses) tags.push_back(status.language.tag);
  std::erase_if(statuses, [&](const LanguageStatus& each) { return each.language.tag != wanted; });
  if (!statuses.empty()) return true;
  const std::vector<std::string_view> views(tags.begin(), tags.end());
  std::cerr << fmt::format(
      "signpost: error: the site is not translated into \"{}\"; {}\n", wanted,
      tags.empty()
          ? "it has one language"
          : did_you_mean_or(wanted, views, fmt::format("there is: {}", fmt::join(tags, ", "))));
  return false;
}

}  // namespace

int run_translate(const TranslateCommand& command) {
  Diagnostics diagnostics;
  const std::unique_ptr<const LoadedSite> loaded = load_site(command.site, diagnostics);
  std::vector<LanguageStatus> statuses = translation_status(loaded->site);
  if (!command.language.empty() && !keep_language(command.language, statuses)) {
    return kExitWrongUsage;
  }
  print_statuses(statuses, command);
  std::cout << std::flush;
  FindingOptions lenient = finding_options(command.site, loaded->config);
  lenient.strict = false;
  const Findings findings = settle_findings(std::move(diagnostics), *loaded, lenient);
  if (const int code = exit_code(findings, lenient); code != kExitClean) {
    std::cerr << "signpost: the site has errors; see signpost check\n";
    return code;
  }
  const bool needs_work = std::ranges::any_of(statuses, &LanguageStatus::needs_work);
  return command.site.strict && needs_work ? kExitSiteHasErrors : kExitClean;
}

}  // namespace signpost
