#include "data/law_events.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/yaml.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Loaded {
  std::vector<std::string> events;
  std::vector<std::string> messages;  // "line:column rule: message | help"
};

Loaded load(const std::string& text) {
  Config config;
  config.topics = {{"plans", "Plans", "Plans."}, {"reviews", "Reviews", "Reviews."}};
  const std::string path = "content/_data/law-events.yaml";
  Diagnostics diagnostics;
  const YamlNode root = parse_yaml(text, path, 1, diagnostics);
  Loaded loaded;
  for (const LawEvent& event : read_law_events(root, path, config, diagnostics)) {
    loaded.events.push_back(fmt::format("{} {} [{}]{}", iso_date(event.date), event.event,
                                        fmt::join(event.topics, " "),
                                        event.proposed ? " proposed" : ""));
  }
  for (const Diagnostic& d : diagnostics.take_sorted()) {
    loaded.messages.push_back(
        fmt::format("{}:{} {}: {} | {}", d.place.line, d.place.column, d.rule, d.message, d.help));
  }
  return loaded;
}

TEST(LawEvents, AreReadInTheirOrder) {
  const Loaded loaded = load(
      "- {event: an Act, date: 2026-04-29, topics: [plans, reviews], source: gov.uk}\n"
      "- {event: a plan, date: 2030-09-01, topics: [plans], source: gov.uk, proposed: true}\n");
  EXPECT_THAT(loaded.messages, IsEmpty());
  EXPECT_THAT(loaded.events, ElementsAre("2026-04-29 an Act [plans reviews]",
                                         "2030-09-01 a plan [plans] proposed"));
}

TEST(LawEvents, SayWhatIsWrong) {
  const struct {
    std::string text;
    std::vector<std::string> messages;
  } rows[] = {
      {"event: an Act",
       {"1:1 data-type: the changes of the law must be a list | start each change with \"- event: "
        "\""}},
      {"- {event: an Act, date: 2026-02-30, topics: [plans], source: gov.uk}",
       {"1:25 data-date: \"2026-02-30\" of \"date\" is not a date that exists | write the year, "
        "month and day with two digits each: 2026-09-30"}},
      {"- {event: an Act, date: 2026-04-29, topics: [plan], source: gov.uk}",
       {"1:45 data-type: there is no topic \"plan\" in site-config.yaml | did you mean "
        "\"plans\"?"}},
      {"- {event: an Act, date: 2026-04-29, topics: [school], source: gov.uk}",
       {"1:45 data-type: there is no topic \"school\" in site-config.yaml | use one of: plans, "
        "reviews"}},
      {"- {event: an Act, topic: [plans]}",
       {"1:3 data-missing-key: a change of the law lacks the key \"date\" | add a line that starts "
        "with \"date: \"",
        "1:3 data-missing-key: a change of the law lacks the key \"source\" | add a line that "
        "starts with \"source: \"",
        "1:3 data-missing-key: a change of the law lacks the key \"topics\" | add a line that "
        "starts with \"topics: \"",
        "1:19 data-unknown-key: a change of the law has no key \"topic\" | did you mean "
        "\"topics\"?"}},
      {"- {event: an Act, date: 2026-04-29, topics: [plans], source: gov.uk}\n"
       "- {event: an Act, date: 2026-04-29, topics: [reviews], source: gov.uk}",
       {"2:3 data-duplicate: the change of the law \"an Act\" is there twice | keep one of the "
        "two"}},
      {"- {id: act, event: an Act, date: 2026-04-29, topics: [plans], source: gov.uk}\n"
       "- {id: act, event: a plan, date: 2026-04-29, topics: [plans], source: gov.uk}",
       {"2:3 data-duplicate: two changes of the law have the id \"act\" | give one of them another "
        "id"}},
  };
  for (const auto& row : rows) EXPECT_EQ(load(row.text).messages, row.messages) << row.text;
}

}  // namespace
}  // namespace signpost
