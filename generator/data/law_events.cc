#include "data/law_events.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"

namespace signpost {
namespace {

// The ids that site-config.yaml has; one that it lacks is reported.
std::vector<std::string> known_topics(const YamlMap& map, const Config& config) {
  std::vector<std::string_view> known;
  for (const TaxonomyTerm& term : config.topics) known.push_back(term.id);
  std::vector<std::string> topics;
  for (std::string& id : map.required_texts("topics")) {
    if (std::ranges::find(known, id) != known.end()) {
      topics.push_back(std::move(id));
      continue;
    }
    map.wrong("topics", fmt::format("there is no topic \"{}\" in site-config.yaml", id),
              did_you_mean_one_of(id, known));
  }
  return topics;
}

std::optional<LawEvent> read_event(const YamlNode& item, const YamlMapSource& source,
                                   const Config& config, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"id",   "event",  "date",    "topics",
                                               "what", "source", "proposed"};
  const YamlMap map(item, "a change of the law", source, kKeys, diagnostics);
  LawEvent event;
  event.id = map.text("id");
  event.event = map.required_text("event");
  map.required("date");
  const std::optional<Date> date = map.date("date");
  event.topics = known_topics(map, config);
  event.what = map.text("what");
  event.source = map.required_text("source");
  event.proposed = map.yes_or_no("proposed");
  if (event.event.empty() || !date || event.topics.empty()) return std::nullopt;
  event.date = *date;
  return event;
}

}  // namespace

std::vector<LawEvent> read_law_events(const YamlNode& root, const std::string& path,
                                      const Config& config, Diagnostics& diagnostics) {
  const YamlMapSource source{path, kDataRules, "see content/README.md for the form of this file"};
  std::vector<LawEvent> events;
  if (root.type != YamlType::kList && root.type != YamlType::kNull) {
    diagnostics.add("data-type", {path, root.line, root.column, 0},
                    "the changes of the law must be a list",
                    "start each change with \"- event: \"");
    return events;
  }
  for (const YamlNode& item : root.items) {
    std::optional<LawEvent> event = read_event(item, source, config, diagnostics);
    if (!event) continue;
    const auto same = [&](const LawEvent& other) {
      return other.event == event->event && other.date == event->date;
    };
    if (std::ranges::any_of(events, same)) {
      diagnostics.add("data-duplicate", {path, item.line, item.column, 0},
                      fmt::format("the change of the law \"{}\" is there twice", event->event),
                      "keep one of the two");
      continue;
    }
    const auto same_id = [&](const LawEvent& other) {
      return !event->id.empty() && other.id == event->id;
    };
    if (std::ranges::any_of(events, same_id)) {
      diagnostics.add("data-duplicate", {path, item.line, item.column, 0},
                      fmt::format("two changes of the law have the id \"{}\"", event->id),
                      "give one of them another id");
      event->id.clear();
    }
    events.push_back(std::move(*event));
  }
  return events;
}

}  // namespace signpost
