#include "reach/robots.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "base/text.h"

namespace signpost {
namespace {

// In the order of bytes, and none holds another (robots/robots.mjs). "^": at the start.
constexpr std::string_view kListedRobots[] = {
#include "reach/robot_names.inc"
};

// Parts of the names that programs give themselves, in small letters.
constexpr std::string_view kRobotWords[] = {
    "archive",     "bot",        "check",    "crawl",
    "curl",        "cypress",    "download", "facebookexternalhit",
    "feed",        "fetch",      "grabber",  "headless",
    "http-client", "httpclient", "jsdom",    "lighthouse",
    "monitor",     "nagios",     "perl",     "phantom",
    "pingdom",     "playwright", "preview",  "probe",
    "puppeteer",   "python",     "scan",     "scraper",
    "search",      "selenium",   "slurp",    "spider",
    "uptime",      "validator",  "wget"};

// Robot words in the names of things that people use: a brand of phones, an app of a search engine.
constexpr std::string_view kNotRobots[] = {"cubot", "googlesearch", "gsa/"};

// What only an address holds: robots say where to read about them.
constexpr std::string_view kAddressParts[] = {"://", "www.", "(at)", "[at]"};

std::string without_words(std::string text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word)) {
      text.erase(at, word.size());
    }
  }
  return text;
}

bool holds_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != text.npos; });
}

// Whether an "@" stands before the name of a host; versions are written with it, too
// ("android@150.0").
bool holds_email(std::string_view lower) {
  for (std::size_t at = lower.find('@'); at != lower.npos; at = lower.find('@', at + 1)) {
    const std::string_view host = lower.substr(at + 1, lower.find_first_of(" ,;)>", at) - at - 1);
    const bool is_host = !host.empty() && host.front() >= 'a' && host.front() <= 'z';
    if (is_host && host.find('.') != host.npos) return true;
  }
  return false;
}

// Browsers without pictures, which blind people use with a screen reader or a braille display.
bool is_text_browser(std::string_view user_agent) {
  static constexpr std::string_view kNames[] = {"Lynx/",   "w3m/",     "Links (",  "Links/",
                                                "ELinks/", "ELinks (", "edbrowse/"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return user_agent.starts_with(name); });
}

// Whether it says nothing about the device: "Mozilla/5.0", "Mozilla/5.0 (compatible)".
bool is_bare(std::string_view user_agent) {
  const std::size_t open = user_agent.find('(');
  if (open == user_agent.npos) return true;
  const std::string_view inside = user_agent.substr(open + 1);
  const std::string about = ascii_lower(trimmed(inside.substr(0, inside.find_first_of(");"))));
  const bool goes_on = inside.find(';') < inside.find(')');
  return about.empty() || (about == "compatible" && !goes_on);
}

// Since no name holds another, the one that `rest` begins with can only be the last of those that
// do not come after it.
bool is_listed(std::string_view user_agent) {
  const std::string marked = "^" + std::string(user_agent);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const std::string_view rest = std::string_view(marked).substr(i);
    const auto* after = std::upper_bound(std::begin(kListedRobots), std::end(kListedRobots), rest);
    if (after != std::begin(kListedRobots) && rest.starts_with(*std::prev(after))) return true;
  }
  return false;
}

}  // namespace

bool is_robot(std::string_view user_agent) {
  if (is_text_browser(user_agent)) return holds_any(ascii_lower(user_agent), kAddressParts);
  if (!user_agent.starts_with("Mozilla/") && !user_agent.starts_with("Opera/")) return true;
  if (is_bare(user_agent)) return true;
  const std::string lower = ascii_lower(user_agent);
  if (holds_any(lower, kAddressParts) || holds_email(lower)) return true;
  const std::string name = without_words(lower, kNotRobots);
  return holds_any(name, kRobotWords) || is_listed(user_agent);
}

}  // namespace signpost
