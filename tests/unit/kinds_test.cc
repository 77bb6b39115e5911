#include "kinds/kinds.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"
#include "content/content.h"
#include "kinds/load_kinds.h"
#include "search/site_index.h"
#include "unit/english_words.h"
#include "unit/messages.h"
#include "unit/shipped_kinds.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const fs::path kSource = SIGNPOST_SOURCE_DIR;

// A site's kinds, read after those of the program.
struct Loaded {
  Kinds kinds;
  std::vector<std::string> messages;
};

Loaded load(const TemporaryFolder& site) {
  Diagnostics diagnostics;
  Loaded loaded{load_kinds(kSource / "generator", site.path(), diagnostics), {}};
  loaded.messages = messages(std::move(diagnostics));
  return loaded;
}

Loaded load(const std::string& text) {
  const TemporaryFolder site;
  site.write("kinds/podcast.yaml", text);
  return load(site);
}

constexpr char kPodcast[] = R"(name: podcast
label: Podcast
template: podcast
day: [published, reviewed]
newest_first: true
listed: folder
by_topic: true
schema_type: PodcastEpisode
fields:
  published: {type: date, required: true, help: The day., example: "published: 2026-11-02"}
  mood: {type: choice, choices: [calm, lively], help: The mood., example: "mood: calm"}
  parts:
    type: records
    record: part
    help: The parts.
    example: "parts: [{about: Plans}]"
    fields:
      about: {type: text, searched: true, help: The subject., example: "about: Plans"}
      heard: {type: number, people: true, help: How many., example: "heard: 12"}
      host: {type: text, role: true, help: Who asks., example: "host: Adviser"}
  topics: {type: topics, required: true, help: The topics., example: "topics: [plans]"}
)";

TEST(Kinds, HaveEveryColumnOfTheirFile) {
  const Loaded loaded = load(kPodcast);
  EXPECT_THAT(loaded.messages, IsEmpty());
  const Kind* kind = loaded.kinds.find("podcast");
  ASSERT_NE(kind, nullptr);
  EXPECT_EQ(kind->label, "Podcast");
  EXPECT_EQ(kind->layout, "podcast");
  EXPECT_THAT(kind->days, ElementsAre("published", "reviewed"));
  EXPECT_EQ(kind->listed_by, ListedBy::kFolder);
  EXPECT_TRUE(kind->newest_first);
  EXPECT_TRUE(kind->by_topic);
  EXPECT_EQ(kind->schema_type, "PodcastEpisode");
  ASSERT_EQ(kind->fields.size(), 4U);
  const Field& published = kind->fields[0];
  EXPECT_EQ(published.name, "published");
  EXPECT_EQ(published.type, FieldType::kDate);
  EXPECT_TRUE(published.required);
  EXPECT_EQ(published.help, "The day.");
  EXPECT_EQ(published.example, "published: 2026-11-02");
  EXPECT_FALSE(kind->fields[1].required);
  EXPECT_THAT(kind->fields[1].choices, ElementsAre("calm", "lively"));
  const Field& parts = kind->fields[2];
  EXPECT_EQ(parts.type, FieldType::kRecordList);
  EXPECT_EQ(parts.item, "part");
  ASSERT_EQ(parts.fields.size(), 3U);
  EXPECT_TRUE(parts.fields[0].is_searched);
  EXPECT_FALSE(parts.fields[0].counts_people);
  EXPECT_TRUE(parts.fields[1].counts_people);
  EXPECT_FALSE(parts.fields[1].is_role);
  EXPECT_TRUE(parts.fields[2].is_role);
}

TEST(Kinds, SayWhereARoleStands) {
  const auto field = [](std::string name, bool is_role) {
    Field made;
    made.name = std::move(name);
    made.is_role = is_role;
    return made;
  };
  Kind kind;
  kind.fields = {field("host", true), field("parts", false), field("owner", false)};
  kind.fields[1].fields = {field("speaker", true)};
  const Kinds kinds{{field("owner", true), field("keeper", true)}, {}};
  EXPECT_TRUE(is_role_field(kind, kinds, "", "host"));
  EXPECT_TRUE(is_role_field(kind, kinds, "", "keeper"));
  EXPECT_TRUE(is_role_field(kind, kinds, "parts", "speaker"));
  EXPECT_FALSE(is_role_field(kind, kinds, "", "speaker"));
  EXPECT_FALSE(is_role_field(kind, kinds, "", "owner"));  // the kind's own goes before
  EXPECT_FALSE(is_role_field(kind, kinds, "host", "host"));
}

TEST(Kinds, NeedNoMoreThanANameAndALabel) {
  const Loaded loaded = load("name: thanks\nlabel: Thanks\n");
  EXPECT_THAT(loaded.messages, IsEmpty());
  const Kind* kind = loaded.kinds.find("thanks");
  ASSERT_NE(kind, nullptr);
  EXPECT_EQ(kind->layout, "page");
  EXPECT_THAT(kind->days, IsEmpty());
  EXPECT_EQ(kind->listed_by, ListedBy::kNothing);
  EXPECT_FALSE(kind->newest_first);
}

TEST(Kinds, ThatHelpComeBeforeThoseThatShowHowTheServiceWorks) {
  EXPECT_THAT(shipped_kinds().names(), ElementsAre("factsheet", "workshop", "organisation", "page",
                                                   "entrance", "news", "workshop-menu", "policy",
                                                   "standards", "evaluation", "report", "meeting"));
  // One of a site's own without an order stands after what helps and before news.
  const Loaded loaded = load(kPodcast);
  EXPECT_THAT(
      loaded.kinds.names(),
      ElementsAre("factsheet", "workshop", "organisation", "page", "entrance", "podcast", "news",
                  "workshop-menu", "policy", "standards", "evaluation", "report", "meeting"));
}

TEST(Kinds, OfTheProgramHaveATemplateEach) {
  for (const Kind& kind : shipped_kinds().all) {
    const fs::path layouts = kSource / "themes/signpost/layouts";
    EXPECT_TRUE(fs::exists(layouts / (kind.layout + ".mustache"))) << kind.name;
  }
}

TEST(Kinds, OfASiteCannotTakeANameThatIsThere) {
  const TemporaryFolder site;
  site.write("kinds/a.yaml", "name: news\nlabel: Mine\n");
  site.write("kinds/b.yaml", "name: podcast\nlabel: First\n");
  site.write("kinds/c.yaml", "label: Second\nname: podcast\n");
  const Loaded loaded = load(site);
  EXPECT_THAT(
      loaded.messages,
      ElementsAre("kinds/a.yaml:1:7 kind-name-taken: there is a kind of page \"news\" already | "
                  "choose another name, such as \"our-news\", here and in site-config.yaml",
                  "kinds/c.yaml:2:7 kind-name-taken: there is a kind of page \"podcast\" already | "
                  "choose another name, such as \"our-podcast\", here and in site-config.yaml"));
  EXPECT_EQ(loaded.kinds.find("news")->label, "News");
  EXPECT_EQ(loaded.kinds.find("podcast")->label, "First");
}

std::string with_field(std::string_view properties) {
  return fmt::format("name: podcast\nlabel: Podcast\nfields:\n  audio: {{{}}}\n", properties);
}

TEST(Kinds, ReportEachMistakeAtItsPlace) {
  const std::string rest = "help: The sound., example: \"audio: a.mp3\"";
  const struct {
    std::string text;
    std::string message;
  } rows[] = {
      {"label: Podcast\n",
       "1:1 kind-missing-key: a kind of page lacks the key \"name\" | add a line that starts with "
       "\"name: \""},
      {"name: podcast\n",
       "1:1 kind-missing-key: a kind of page lacks the key \"label\" | add a line that starts with "
       "\"label: \""},
      {"name: Podcast 1\nlabel: Podcast\n",
       "1:7 kind-type: \"Podcast 1\" cannot be the name of a kind of page | use small letters, "
       "digits and hyphens: case-study"},
      {"name: podcast\nlabel: Podcast\ntemplate: ../page\n",
       "3:11 kind-type: \"../page\" cannot be the name of a template | use small letters, digits "
       "and hyphens: case-study"},
      {"name: podcast\nlabel: Podcast\nlable: x\n",
       "3:1 kind-unknown-key: a kind of page has no key \"lable\" | did you mean \"label\"?"},
      {"name: podcast\nlabel: Podcast\nday: reviewd\n",
       "3:6 kind-type: \"reviewd\" is no date of this kind | did you mean \"reviewed\"?"},
      {"name: podcast\nlabel: Podcast\nday: title\n",
       "3:6 kind-type: \"title\" is no date of this kind | use one of: reviewed, review_due, "
       "translated"},
      {"name: podcast\nlabel: Podcast\nnewest_first: true\n",
       "3:15 kind-type: \"newest_first\" does not say by which day | add a line with the field of "
       "the day: \"day: published\""},
      {"name: podcast\nlabel: Podcast\nby_topic: true\n",
       "3:11 kind-type: \"by_topic\" would leave out pages without a topic | give the kind a field "
       "\"topics\" with required: true"},
      {"name: podcast\nlabel: Podcast\nlisted: foldr\n",
       "3:9 kind-type: \"listed\" cannot be \"foldr\" | did you mean \"folder\"?"},
      {"name: podcast\nlabel: Podcast\nlisted: everywhere\n",
       "3:9 kind-type: \"listed\" cannot be \"everywhere\" | use one of: folder, menu, group"},
      {"name: podcast\nlabel: Podcast\nschema_type: schema.org/Event\n",
       "3:14 kind-type: \"schema.org/Event\" is not a type of schema.org | write its name alone: "
       "NewsArticle"},
      {"name: podcast\nlabel: Podcast\nfields: [audio]\n",
       "3:9 kind-type: \"fields\" must be a map of fields | write each field's name on a line of "
       "its own, with a colon"},
      {"name: podcast\nlabel: Podcast\nfields:\n  Audio: {type: text, " + rest + "}\n",
       "4:3 kind-type: \"Audio\" cannot be the name of a field | use small letters, digits and "
       "underscores: length_minutes"},
      {with_field(rest),
       "4:10 kind-missing-key: a field lacks the key \"type\" | add a line that starts with "
       "\"type: \""},
      {with_field("type: txt, " + rest),
       "4:17 kind-type: \"type\" cannot be \"txt\" | did you mean \"text\"?"},
      {with_field("type: text, requird: true, " + rest),
       "4:23 kind-unknown-key: a field has no key \"requird\" | did you mean \"required\"?"},
      {with_field("type: text, required: maybe, " + rest),
       "4:33 kind-type: \"required\" must be true or false, but it is \"maybe\" | write true or "
       "false"},
      {with_field("type: text, example: \"audio: a.mp3\""),
       "4:10 kind-missing-key: a field lacks the key \"help\" | add a line that starts with "
       "\"help: \""},
      {with_field("type: text, help: The sound., example: a.mp3"),
       "4:50 kind-type: the example does not begin with \"audio: \" | write the line as staff "
       "would type it"},
      {with_field("type: choice, " + rest),
       "4:10 kind-missing-key: a field lacks the key \"choices\" | add a line that starts with "
       "\"choices: \""},
      {with_field("type: text, choices: [a], " + rest),
       "4:32 kind-type: \"choices\" is not for a field of this type | write type: choice, or take "
       "it out"},
      {with_field("type: text, record: part, " + rest),
       "4:31 kind-type: \"record\" is not for a field of this type | write type: record or type: "
       "records, or take it out"},
      {with_field("type: records, record: part, " + rest),
       "4:10 kind-missing-key: a field lacks the key \"fields\" | add a line that starts with "
       "\"fields: \""},
      {"name: podcast\nlabel: Podcast\nfields:\n  title: {type: date, help: A., example: \"title: "
       "2026-01-01\"}\n",
       "4:3 kind-type: every page has a field \"title\", and it is of another type | give it the "
       "type of generator/kinds/common.yaml, or another name"},
      {"just words\n",
       "1:1 kind-type: a kind of page must be a map of keys and values | see "
       "generator/kinds/factsheet.yaml for a kind that is right"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(load(row.text).messages, ElementsAre("kinds/podcast.yaml:" + row.message))
        << row.text;
  }
}

TEST(Kinds, RefuseRecordsWithinRecords) {
  EXPECT_THAT(
      load("name: podcast\nlabel: Podcast\nfields:\n"
           "  parts: {type: records, record: part, help: A., example: \"parts: []\", fields: {\n"
           "    more: {type: record, record: bit, help: B., example: \"more: {}\", fields: {\n"
           "      x: {type: text, help: C., example: \"x: y\"}}}}}\n")
          .messages,
      ElementsAre("kinds/podcast.yaml:5:18 kind-type: \"more\" is a record within a record | make "
                  "its fields those of the outer record"));
}

TEST(Kinds, AreBounded) {
  std::string text = "name: podcast\nlabel: Podcast\nfields:\n";
  for (int i = 0; i < 102; ++i) {
    text += fmt::format("  a{0}: {{type: text, help: A., example: \"a{0}: x\"}}\n", i);
  }
  const Loaded loaded = load(text);
  EXPECT_THAT(loaded.messages,
              ElementsAre("kinds/podcast.yaml:104:3 kind-type: there are more than 100 fields | "
                          "leave some out, or make records of them"));
  EXPECT_EQ(loaded.kinds.find("podcast")->fields.size(), 100U);
}

// The search finds an episode by who speaks in it, by its parts, and as "a podcast".
TEST(Kinds, OfASiteAreSearched) {
  const fs::path site = kSource / "tests/sites/podcast";
  Diagnostics diagnostics;
  Kinds kinds = load_kinds(kSource / "generator", site, diagnostics);
  const Config config = load_config(site, std::move(kinds), diagnostics);
  const std::optional<ParsedPage> parsed = parse_page({"content/podcasts/annual-reviews.md", true},
                                                      config, Drafts::kLeaveOut, diagnostics);
  ASSERT_TRUE(parsed);
  EXPECT_TRUE(diagnostics.empty());
  const search::IndexDocument document =
      index_document(parsed->page, Document(), english(), SiteData());
  EXPECT_EQ(document.kind, "podcast");
  EXPECT_THAT(document.asked, ElementsAre("Podcast"));
  ASSERT_EQ(document.passages.size(), 1U);
  EXPECT_EQ(document.passages[0].text,
            "An adviser and a headteacher\nBefore the meeting\nSaying what you want");
}

TEST(Kinds, OfAProgramWithoutItsFilesAreThePlainOne) {
  const TemporaryFolder empty;
  Diagnostics diagnostics;
  const Kinds kinds = load_kinds("", empty.path(), diagnostics);
  EXPECT_THAT(kinds.names(), ElementsAre("page"));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].rule, "io-read");
}

}  // namespace
}  // namespace signpost
