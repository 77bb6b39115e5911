#include "render/fields_view.h"

#include <string>
#include <string_view>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/yaml.h"
#include "kinds/kind_file.h"
#include "unit/english_words.h"
#include "unit/messages.h"
#include "unit/shipped_kinds.h"

namespace signpost {
namespace {

constexpr std::string_view kKind = R"(name: podcast
label: Podcast
fields:
  speakers: {type: text, help: A., example: "speakers: Two parents"}
  published: {type: date, help: A., example: "published: 2026-11-02"}
  begins: {type: time, help: A., example: "begins: \"10:00\""}
  year: {type: year, help: A., example: "year: 2026-27"}
  minutes: {type: number, help: A., example: "minutes: 18"}
  heard: {type: number, people: true, help: A., example: "heard: 3"}
  live: {type: true-or-false, help: A., example: "live: true"}
  state: {type: choice, choices: [draft, not-yet], help: A., example: "state: draft"}
  about: {type: texts, help: A., example: "about: [plans]"}
  see: {type: pages, help: A., example: "see: [plans.md]"}
  period:
    type: record
    record: period
    help: A.
    example: "period: {from: 2026-04-01, to: 2027-03-31}"
    fields:
      from: {type: date, help: A., example: "from: 2026-04-01"}
      to: {type: date, help: A., example: "to: 2027-03-31"}
  parts:
    type: records
    record: part
    help: A.
    example: "parts: [{name: Plans}]"
    fields:
      name: {type: text, help: A., example: "name: Plans"}
      live: {type: true-or-false, help: A., example: "live: true"}
)";

// "{name: "text", flag: true, list: [...]}".
std::string printed(const View& view) {
  if (const bool* truth = std::get_if<bool>(&view.value)) return *truth ? "true" : "false";
  if (const auto* text = std::get_if<std::string>(&view.value)) return '"' + *text + '"';
  std::string out;
  if (const auto* items = std::get_if<View::List>(&view.value)) {
    for (const View& item : *items) out += (out.empty() ? "" : ", ") + printed(item);
    return "[" + out + "]";
  }
  for (const ViewMember& member : std::get<View::Object>(view.value)) {
    out += (out.empty() ? "" : ", ") + member.name + ": " + printed(member.view);
  }
  return "{" + out + "}";
}

// A site with a kind that has no field of other pages and a page "plans".
class FieldsViewTest : public ::testing::Test {
 protected:
  FieldsViewTest() {
    Diagnostics diagnostics;
    const YamlNode root = parse_yaml(kKind, "kinds/podcast.yaml", 1, diagnostics);
    config_.kinds.all.push_back(read_kind_file(root, "kinds/podcast.yaml", {}, diagnostics).kind);
    Page plans;
    plans.source_path = "content/plans.md";
    plans.slug = "plans";
    plans.language = "en-GB";
    plans.url = "plans.html";
    plans.title = "Plans";
    std::vector<Page> pages;
    pages.push_back(std::move(plans));
    site_ = assemble_site(config_, english_words(), std::move(pages), {}, diagnostics);
    context_.site = &site_;
    context_.config = &config_;
    EXPECT_THAT(messages(diagnostics), ::testing::IsEmpty());
  }

  std::string view(std::string_view front_matter) {
    Diagnostics diagnostics;
    const YamlNode root = parse_yaml(front_matter, "content/a.md", 2, diagnostics);
    Page page;
    page.kind = &config_.kinds.all.front();
    page.language = "en-GB";
    page.fields = read_fields(*page.kind, root, config_, {"content/a.md", 1, 1, 3}, diagnostics);
    EXPECT_THAT(messages(diagnostics), ::testing::IsEmpty());
    return printed(fields_view(context_, context_.words("en-GB"), page, "../"));
  }

  Config config_;
  Site site_;
  RenderContext context_;
};

TEST_F(FieldsViewTest, HasEveryFieldInTheFormOfItsType) {
  EXPECT_EQ(view(R"(speakers: Two parents
published: 2026-11-02
begins: "09:30"
year: 2026-27
minutes: 18
heard: 3
live: true
state: not-yet
about: [plans, letters]
see: [plans.md, gone.md]
period: {from: 2026-04-01, to: 2027-03-31}
parts: [{name: Before}, {name: After, live: true}]
)"),
            "{speakers: \"Two parents\", "
            "published: {text: \"2 November 2026\", iso: \"2026-11-02\"}, "
            "begins: {text: \"9:30am\", iso: \"09:30\"}, year: \"2026-27\", minutes: \"18\", "
            "live: true, state: {value: \"not-yet\", draft: false, not-yet: true}, "
            "about: [\"plans\", \"letters\"], has_about: true, "
            "see: [{title: \"Plans\", href: \"../plans.html\"}], has_see: true, "
            "period: {from: {text: \"1 April 2026\", iso: \"2026-04-01\"}, "
            "to: {text: \"31 March 2027\", iso: \"2027-03-31\"}, "
            "text: \"1 April 2026 to 31 March 2027\"}, "
            "parts: [{name: \"Before\", live: false}, {name: \"After\", live: true}], "
            "has_parts: true}");
}

// Mustache would look further for a name that is not there.
TEST_F(FieldsViewTest, HasFieldsThatThePageLacks) {
  EXPECT_EQ(view("{}"),
            "{speakers: \"\", published: false, begins: false, year: \"\", minutes: \"\", "
            "live: false, state: false, about: [], has_about: false, see: [], has_see: false, "
            "period: false, parts: [], has_parts: false}");
}

TEST_F(FieldsViewTest, HasTheFieldsOfEveryPageAfterThoseOfTheKind) {
  Config config;
  config.kinds = shipped_kinds();
  context_.config = &config;
  Page page;
  page.kind = config.kinds.find("news");
  const View values = fields_view(context_, context_.words("en-GB"), page, "");
  ASSERT_NE(values.find("date"), nullptr);
  ASSERT_NE(values.find("owner"), nullptr);
  EXPECT_EQ(values.find("allow"), nullptr);
  EXPECT_EQ(values.find("aliases"), nullptr);
}

}  // namespace
}  // namespace signpost
