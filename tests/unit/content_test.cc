#include "content/content.h"

#include <memory>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "unit/messages.h"
#include "unit/shipped_kinds.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Config make_config(const fs::path& site_dir) {
  Config config;
  config.site_dir = site_dir;
  config.kinds = shipped_kinds();
  config.languages = {{"en-GB", "English", "ltr"}, {"ur", "اردو", "rtl"}, {"pl", "Polski", "ltr"}};
  config.folders = {{"factsheets", "factsheet", "Factsheets", ""}, {"about", "page", "About", ""}};
  config.topics = {{"school", "School", ""}};
  config.audiences = {{"parents", "Parents", ""}};
  return config;
}

TEST(Discover, ListsFilesSortedWithoutThoseThatAreNotPublished) {
  const TemporaryFolder site;
  for (const char* name :
       {"content/b.md", "content/a.md", "content/a/z.md", "content/a/Map-1.PDF", "content/a.ur.md",
        "content/README.md", "content/.hidden/x.md", "content/_data/x.yaml", "content/a/_x.md",
        "content/a/.DS_Store", "content/guides/one/index.md"}) {
    site.write(name, "x");
  }
  fs::create_symlink("../b.md", site.path() / "content/a/same.md");
  Diagnostics diagnostics;
  std::vector<std::pair<std::string, bool>> found;
  for (const SourceFile& file : discover(make_config(site.path()), diagnostics)) {
    found.emplace_back(file.path, file.is_page);
  }
  EXPECT_THAT(found,
              ElementsAre(Pair("content/a.md", true), Pair("content/a.ur.md", true),
                          Pair("content/a/Map-1.PDF", false), Pair("content/a/same.md", true),
                          Pair("content/a/z.md", true), Pair("content/b.md", true),
                          Pair("content/guides/one/index.md", true)));
  EXPECT_THAT(messages(std::move(diagnostics)), IsEmpty());
}

TEST(Discover, SaysHowToRenameWhatWebAddressesShouldNotHave) {
  const struct {
    std::string name, shown, rename;
  } rows[] = {
      {"two words.md", "two words.md", "file to \"two-words.md\""},
      {"o'\"clock.md", "o'\"clock.md", "file to \"o-clock.md\""},
      {"Twice.md", "Twice.md", "file to \"twice.md\""},
      {"\xF0\x9F\x98\x80.md", "\xF0\x9F\x98\x80.md", "file to \"a-plain-name.md\""},
      {"two\nlines.md", "two\\x0Alines.md", "file to \"two-lines.md\""},
      {"bad-\xFF.md", "bad-\\xFF.md", "file to \"bad.md\""},
      {"Caf\xC3\xA9.ur.md", "Caf\xC3\xA9.ur.md", "file to \"caf.ur.md\""},
      {"page.MD", "page.MD", "file to \"page.md\""},
      {"page.markdown", "page.markdown", "file to \"page.md\""},
      {"my photo.JPG", "my photo.JPG", "file to \"my-photo.jpg\""},
      {"Big Folder/x.md", "Big Folder", "folder to \"big-folder\""},
  };
  for (const auto& row : rows) {
    const TemporaryFolder site;
    site.write("content/" + row.name, "x");
    Diagnostics diagnostics;
    EXPECT_THAT(discover(make_config(site.path()), diagnostics), IsEmpty());
    EXPECT_THAT(messages(std::move(diagnostics)),
                ElementsAre(fmt::format("content/{0}:0:0 name-invalid: \"content/{0}\" has letters "
                                        "in its name that web addresses should not have | rename "
                                        "the {1}: only a to z, 0 to 9 and -",
                                        row.shown, row.rename)));
  }
}

TEST(Discover, RefusesLinksPipesAndFoldersNamedAsPages) {
  const TemporaryFolder site;
  site.write("content/x.md/y.md", "x");
  fs::create_symlink("loop.md", site.path() / "content/loop.md");
  fs::create_symlink("nothing.md", site.path() / "content/gone.md");
  fs::create_symlink("/etc/hostname", site.path() / "content/out.md");
  fs::create_symlink(".", site.path() / "content/again");
  fs::create_symlink("/", site.path() / "content/etc");
  ASSERT_EQ(::mkfifo((site.path() / "content/pipe.md").c_str(), 0600), 0);
  Diagnostics diagnostics;
  EXPECT_THAT(discover(make_config(site.path()), diagnostics), IsEmpty());
  const std::string itself = " | replace the link with the file itself";
  EXPECT_THAT(
      messages(std::move(diagnostics)),
      ElementsAre(
          "content/again:0:0 symlink: \"content/again\" is a link to a folder | replace "
          "the link with the folder itself",
          "content/etc:0:0 symlink: \"content/etc\" is a link that leaves the site" + itself,
          "content/gone.md:0:0 symlink: \"content/gone.md\" is a link to nothing" + itself,
          "content/loop.md:0:0 symlink: \"content/loop.md\" is a link that leads back to "
          "itself" +
              itself,
          "content/out.md:0:0 symlink: \"content/out.md\" is a link that leaves the site" + itself,
          "content/pipe.md:0:0 io-read: \"content/pipe.md\" is neither a file nor a folder "
          "| delete it, or move it elsewhere",
          "content/x.md:0:0 folder-named-page: \"content/x.md\" is a folder with the name "
          "of a page | rename the folder to \"x\""));
}

TEST(Discover, ReportsThatContentIsMissing) {
  const TemporaryFolder site;
  Diagnostics diagnostics;
  EXPECT_THAT(discover(make_config(site.path()), diagnostics), IsEmpty());
  EXPECT_THAT(messages(std::move(diagnostics)),
              ElementsAre("content:0:0 io-read: cannot read the folder \"content\": No such file "
                          "or directory | make the folder \"content\" beside site-config.yaml"));
}

// The page points into the kinds of the config.
struct Parsed {
  std::unique_ptr<const Config> config;
  std::optional<ParsedPage> page;
  std::vector<std::string> messages;
};

Parsed parse(const std::string& path, std::string_view bytes, Drafts drafts = Drafts::kLeaveOut) {
  const TemporaryFolder site;
  site.write(path, bytes);
  Diagnostics diagnostics;
  auto config = std::make_unique<const Config>(make_config(site.path()));
  std::optional<ParsedPage> page = parse_page({path, true}, *config, drafts, diagnostics);
  return {std::move(config), std::move(page), messages(std::move(diagnostics))};
}

constexpr std::string_view kHead = "---\ntitle: A page\nsummary: About a thing.\n";

// Which fields it may have is not known: only that is said.
TEST(ParsePage, WithoutAKindIsNotAskedAboutItsFields) {
  EXPECT_THAT(parse("content/other/a.md", std::string(kHead) + "serves: 4\n---\n").messages,
              ElementsAre("content/other/a.md:0:0 folder-without-kind: the folder \"other\" has no "
                          "kind | add to folders: in site-config.yaml: other: {kind: page, title: "
                          "…}"));
}

TEST(ParsePage, ReadsFieldsAndBodyWhateverTheLineEndsAre) {
  for (const std::string_view bytes :
       {"---\ntitle: A page\nsummary: About it.\n---\n\nText.\nMore.\n",
        "\xEF\xBB\xBF---\r\ntitle: A page\r\nsummary: About it.\r\n---\r\n\r\nText.\r\nMore.\r\n",
        "---\rtitle: A page\rsummary: About it.\r---\r\rText.\rMore.\r"}) {
    const Parsed parsed = parse("content/about/us.md", bytes);
    EXPECT_THAT(parsed.messages, IsEmpty());
    ASSERT_TRUE(parsed.page);
    const Page& page = parsed.page->page;
    EXPECT_EQ(page.title, "A page");
    EXPECT_EQ(page.summary, "About it.");
    EXPECT_EQ(page.text("summary"), "About it.");
    EXPECT_EQ(page.kind->name, "page");
    EXPECT_FALSE(page.draft);
    EXPECT_EQ(parsed.page->body.text, "\nText.\nMore.\n");
    EXPECT_EQ(parsed.page->body.first_line, 5U);
    ASSERT_NE(page.find("summary"), nullptr);
    EXPECT_EQ(page.find("summary")->line, 3U);
    EXPECT_EQ(page.date("reviewed"), std::nullopt);
    EXPECT_THAT(page.list("topics"), IsEmpty());
  }
}

TEST(ParsePage, AddressesComeFromThePath) {
  const struct {
    std::string path, folder, slug, language, url;
  } rows[] = {
      {"content/index.md", "", "index", "en-GB", "index.html"},
      {"content/contact.md", "", "contact", "en-GB", "contact.html"},
      {"content/about/index.md", "about", "index", "en-GB", "about/index.html"},
      {"content/about/us.ur.md", "about", "us", "ur", "about/us.ur.html"},
      {"content/about/deep/er.md", "about/deep", "er", "en-GB", "about/deep/er.html"},
  };
  for (const auto& row : rows) {
    const Parsed parsed = parse(row.path, std::string(kHead) + "---\n");
    EXPECT_THAT(parsed.messages, IsEmpty()) << row.path;
    ASSERT_TRUE(parsed.page);
    const Page& page = parsed.page->page;
    EXPECT_EQ(page.folder, row.folder);
    EXPECT_EQ(page.slug, row.slug);
    EXPECT_EQ(page.language, row.language);
    EXPECT_EQ(page.url, row.url);
  }
}

TEST(ParsePage, TheKindIsTheFrontMattersElseTheFolders) {
  EXPECT_EQ(parse("content/factsheets/a.md", std::string(kHead) + "kind: page\n---\n")
                .page->page.kind->name,
            "page");
  EXPECT_EQ(
      parse("content/factsheets/index.md", std::string(kHead) + "---\n").page->page.kind->name,
      "page");
  const Parsed parsed = parse("content/factsheets/a.md", std::string(kHead) + R"(topics: [school]
audiences: parents
reviewed: 2026-09-01
review_due: 2027-09-01
owner: Service manager
law: ["Children and Families Act 2014, section 36"]
law_checked: 2026-09-01
---
)");
  EXPECT_THAT(parsed.messages, IsEmpty());
  EXPECT_EQ(parsed.page->page.kind->name, "factsheet");
  EXPECT_EQ(parsed.page->page.date("reviewed"), parse_date("2026-09-01"));
  EXPECT_THAT(parsed.page->page.list("audiences"), ElementsAre("parents"));
}

TEST(ParsePage, LeavesDraftsOutUnlessTheyAreWanted) {
  const std::string draft = "---\ntitle: Half\ndraft: true\nnonsense: 1\n---\n";
  const Parsed left_out = parse("content/a.md", draft);
  EXPECT_FALSE(left_out.page);
  EXPECT_THAT(left_out.messages, IsEmpty());
  const Parsed included = parse("content/a.md", draft, Drafts::kInclude);
  ASSERT_TRUE(included.page);
  EXPECT_TRUE(included.page->page.draft);
  EXPECT_EQ(included.messages.size(), 2U);
}

TEST(ParsePage, RefusesWhatIsNotAPage) {
  const std::string utf8 = "save the file as \"UTF-8\" in your editor";
  const std::string start =
      "start the file with ---, then title: and summary: lines, then --- again";
  const struct {
    std::string bytes, message;
  } rows[] = {
      {"", "1:1 file-empty: the file is empty | write the page, or delete the file"},
      {"\xEF\xBB\xBF\r\n \r\n",
       "1:1 file-empty: the file is empty | write the page, or delete the file"},
      {"\xFF\xFE-\0-\0-\0"s, "1:1 file-encoding: the file is UTF-16, not UTF-8 | " + utf8},
      {"\0-\0-\0-\0\n"s, "1:1 file-encoding: the file is UTF-16, not UTF-8 | " + utf8},
      {std::string(kHead) + "---\ncaf\xE9",
       "5:4 file-encoding: a letter here is not UTF-8 | " + utf8},
      {"Text.\n",
       "1:1 front-matter-missing: the page does not start with a line \"---\" | " + start},
      {"\n---\ntitle: x\n---\n",
       "1:1 front-matter-missing: the page does not start with a line \"---\" | " + start},
      {std::string(kHead) + "\nText.\n",
       "1:1 front-matter-unclosed: the front matter that starts here never ends | add a line --- "
       "between the fields and the text"},
      {"---",
       "1:1 front-matter-unclosed: the front matter that starts here never ends | add a "
       "line --- between the fields and the text"},
      {"---\n- a\n---\n",
       "2:1 front-matter-not-map: the front matter is a list, not fields with "
       "values | write one field a line: title: About us"},
      {"---\njust words\n---\n",
       "2:1 front-matter-not-map: the front matter is a text, not "
       "fields with values | write one field a line: title: About us"},
      {"---\ntitle: A: b\n---\n",
       "2:9 yaml-syntax: a value has a second \":\" in it | put the "
       "value in quotes: \"…\""},
  };
  for (const auto& row : rows) {
    const Parsed parsed = parse("content/a.md", row.bytes);
    EXPECT_FALSE(parsed.page) << row.bytes;
    EXPECT_THAT(parsed.messages, ElementsAre("content/a.md:" + row.message));
  }
  std::string large;
  large.resize(50'000'000, 'x');
  EXPECT_THAT(
      parse("content/a.md", large).messages,
      ElementsAre("content/a.md:0:0 file-too-large: \"content/a.md\" is larger than 4000000 "
                  "bytes, the most that is read | split the file into smaller ones"));
}

TEST(ParsePage, ReadsOnBehindACharacterThatNoTextMayHold) {
  const Parsed parsed = parse("content/a.md", std::string(kHead) + "---\n\r\ntext\0more\n"s);
  ASSERT_TRUE(parsed.page);
  EXPECT_EQ(parsed.page->body.text, "\ntext more\n");
  EXPECT_THAT(parsed.messages,
              ElementsAre("content/a.md:6:5 character-forbidden: the character \"NULL\" (U+0000) "
                          "has no place in a text | delete it (it may be invisible)"));
}

TEST(ParsePage, ReportsFoldersAndLanguagesThatTheConfigurationLacks) {
  const struct {
    std::string path, message;
  } rows[] = {
      {"content/other/a.md",
       "folder-without-kind: the folder \"other\" has no kind | add to "
       "folders: in site-config.yaml: other: {kind: page, title: …}"},
      {"content/a.urd.md",
       "language-unknown: \"urd\" in the file's name is not a language of this "
       "site | did you mean \"ur\"?"},
      {"content/a.v1.md",
       "language-unknown: \"v1\" in the file's name is not a language of this "
       "site | add it to languages: in site-config.yaml, or rename the file to "
       "\"a.md\""},
      {"content/a.en-gb.md",
       "language-unknown: \"en-gb\" in the file's name is the site's own "
       "language | rename the file to \"a.md\""},
  };
  for (const auto& row : rows) {
    const Parsed parsed = parse(row.path, std::string(kHead) + "---\n");
    EXPECT_TRUE(parsed.page);
    EXPECT_THAT(parsed.messages, ElementsAre(row.path + ":0:0 " + row.message));
  }
}

// Its pages point into the kinds of its config.
class AssembleSite : public ::testing::Test {
 protected:
  Page make_page(const std::string& path, std::vector<std::string> aliases = {}) {
    std::string bytes(kHead);
    if (!aliases.empty()) bytes += fmt::format("aliases: [{}]\n", fmt::join(aliases, ", "));
    folder_.write(path, bytes + "---\n");
    Diagnostics ignored;
    return parse_page({path, true}, config_, Drafts::kLeaveOut, ignored)->page;
  }

  TemporaryFolder folder_;
  Config config_ = make_config(folder_.path());
};

TEST_F(AssembleSite, KnowsPagesByFileAddressAndLanguage) {
  Diagnostics diagnostics;
  const Site site = assemble_site(
      config_, {},
      {make_page("content/about/us.ur.md"), make_page("content/about/us.md"),
       make_page("content/about/us.pl.md"), make_page("content/a.md", {"old/a.html"})},
      {"content/b.pdf", "content/a.pdf"}, diagnostics);
  EXPECT_THAT(messages(std::move(diagnostics)), IsEmpty());
  EXPECT_THAT(site.page_by_source,
              ElementsAre(Pair("content/a.md", 0), Pair("content/about/us.md", 1),
                          Pair("content/about/us.pl.md", 2), Pair("content/about/us.ur.md", 3)));
  EXPECT_THAT(site.page_by_url,
              ElementsAre(Pair("a.html", 0), Pair("about/us.html", 1), Pair("about/us.pl.html", 2),
                          Pair("about/us.ur.html", 3)));
  EXPECT_THAT(site.aliases, ElementsAre(Pair("old/a.html", 0)));
  EXPECT_THAT(site.assets, ElementsAre("content/a.pdf", "content/b.pdf"));
  EXPECT_THAT(site.translations,
              ElementsAre(IsEmpty(), ElementsAre(2, 3), ElementsAre(1, 3), ElementsAre(1, 2)));
}

TEST_F(AssembleSite, ReportsAddressesThatTwoWant) {
  Diagnostics diagnostics;
  Page upper = make_page("content/about/us.md");
  upper.source_path = "content/about/US.md";
  upper.url = "about/US.html";
  assemble_site(config_, {},
                {make_page("content/about/us.md"), upper, make_page("content/about/lost.ur.md"),
                 make_page("content/a.md", {"About/us.html", "b.html", "a.html/c.html"}),
                 make_page("content/c.md", {"b.html"})},
                {"content/A.html", "content/b.pdf"}, diagnostics);
  EXPECT_THAT(
      messages(std::move(diagnostics)),
      ElementsAre(
          "content/A.html:0:0 url-conflict: \"A.html\" is already the address of \"content/a.md\" "
          "| rename one of the two files",
          "content/a.md:4:1 alias-conflict: the old address \"About/us.html\" is in use by "
          "\"content/about/US.md\" | take it out of aliases:, or rename the other",
          "content/a.md:4:1 alias-conflict: the old address \"a.html/c.html\" is in use by "
          "\"content/a.md\" | take it out of aliases:, or rename the other",
          "content/about/lost.ur.md:0:0 translation-without-original: there is no page \"lost.md\" "
          "that this one translates | add \"lost.md\" beside it, or correct the file's name",
          "content/about/us.md:0:0 url-conflict: \"about/us.html\" is already the address of "
          "\"content/about/US.md\" | rename one of the two files",
          "content/c.md:4:1 alias-conflict: the old address \"b.html\" is in use by "
          "\"content/a.md\" | take it out of aliases:, or rename the other"));
}

TEST(RelativeUrl, GoesUpToTheSharedFolder) {
  const struct {
    std::string_view from, to, relative;
  } rows[] = {
      {"factsheets/a.html", "about/contact.html", "../about/contact.html"},
      {"a.html", "b.html", "b.html"},
      {"a.html", "b/c.html", "b/c.html"},
      {"x/a.html", "x/b.html", "b.html"},
      {"x/y/a.html", "x/z/b.html", "../z/b.html"},
      {"x/y/a.html", "index.html", "../../index.html"},
      {"xa/a.html", "xb/a.html", "../xb/a.html"},
      {"a.html", "a.html", "a.html"},
  };
  for (const auto& row : rows) EXPECT_EQ(relative_url(row.from, row.to), row.relative) << row.from;
  EXPECT_EQ(asset_url("content/files/a.pdf"), "files/a.pdf");
}

}  // namespace
}  // namespace signpost
