#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/assets/assets.h"
#include "files/file_kind.h"
#include "unit/messages.h"
#include "unit/small_site.h"

namespace signpost {
namespace {

using testing::ElementsAre;

constexpr std::string_view kHome = R"(---
title: Home
summary: About it.
---
![The hall](hall.png)

Read [the plan](files/plan.pdf), [the plan again](files/plan.pdf) and [answers](files/raw.csv).

:::download files/form.docx
The form
:::
)";

constexpr std::string_view kMeeting = R"(---
title: Meeting in June
summary: What was said.
date: 2026-06-01
term: summer
minutes: agreed
minutes_file: meetings/june.txt
---
Text.
)";

// "path line:column", and "shown" for a picture.
std::vector<std::string> lines_of(const std::vector<PublishedAsset>& assets) {
  std::vector<std::string> lines;
  lines.reserve(assets.size());
  for (const PublishedAsset& asset : assets) {
    lines.push_back(fmt::format("{} {} {}:{}{}", asset.path, asset.place.path, asset.place.line,
                                asset.place.column, asset.is_shown ? " shown" : ""));
  }
  return lines;
}

class PublishedAssets : public SmallSite {
 protected:
  PublishedAssets() {
    folder_.write("site-config.yaml", small_config(R"(folders:
  meetings: {kind: meeting, title: Meetings, summary: Our meetings.}
)"));
    folder_.write("content/index.md", kHome);
    folder_.write("content/meetings/june.md", kMeeting);
    for (const std::string name :
         {"hall.png", "files/plan.pdf", "files/raw.csv", "files/form.docx", "files/badge.svg",
          "files/my-badge.svg", "files/spare.png", "files/case-notes.docx", "meetings/june.txt"}) {
      folder_.write("content/" + name, "x");
    }
    make("2026-11-23", "");
    diagnostics_ = {};
  }
};

TEST_F(PublishedAssets, AreThoseThatAPageOrTheThemeNames) {
  const std::string_view theme[] = {"<img src=\"{{root}}files/badge.svg\">"};
  EXPECT_THAT(lines_of(find_published_assets(loaded_->site, loaded_->documents, theme)),
              ElementsAre("content/files/badge.svg content/files/badge.svg 0:0",
                          "content/files/form.docx content/index.md 9:1",
                          "content/files/plan.pdf content/index.md 7:6",
                          "content/hall.png content/index.md 5:1 shown",
                          "content/meetings/june.txt content/meetings/june.md 7:1"));
}

TEST_F(PublishedAssets, OthersAreListed) {
  const std::vector<PublishedAsset> published =
      find_published_assets(loaded_->site, loaded_->documents, {});
  check_unpublished_assets(loaded_->site, published, diagnostics_);
  EXPECT_THAT(
      messages(std::move(diagnostics_)),
      ElementsAre(
          "content:0:0 asset-unused: no page names 3 files, so they are not published: "
          "\"files/badge.svg\", \"files/my-badge.svg\", \"files/spare.png\" | link to those that "
          "families are to have, and delete the others",
          "content/files/case-notes.docx:0:0 file-misplaced: \"case-notes.docx\" is a Word "
          "document "
          "that no page names | if families are to have it, link to it with :::download (a draft "
          "does not count); if not, move it out of the site's folder"));
}

struct KindRow {
  std::string_view name;
  FileUse use;
};

TEST(FileKind, IsThatOfTheName) {
  const KindRow rows[] = {
      {"team.JPG", FileUse::kPicture},
      {"plan.pdf", FileUse::kDocument},
      {"talk.mp3", FileUse::kMedia},
      {"photo.HEIC", FileUse::kForeignPicture},
      {"form.doc", FileUse::kClosedDocument},
      {"notes.txt", FileUse::kPlain},
      {"answers.CSV", FileUse::kMisplaced},
      {"a.eml", FileUse::kMisplaced},
      {"a.PST", FileUse::kMisplaced},
      {"a.tar.gz", FileUse::kMisplaced},
      {"a.md.txt", FileUse::kMisplaced},
      {"a.md.bak", FileUse::kMisplaced},
      {"a.md~", FileUse::kMisplaced},
      {"#a.md#", FileUse::kMisplaced},
      {"~WRL0001.tmp", FileUse::kMisplaced},
      {"Thumbs.db", FileUse::kMisplaced},
      {"Desktop.ini", FileUse::kMisplaced},
      {"a - Copy.md", FileUse::kMisplaced},
      {"Copy of a.pdf", FileUse::kMisplaced},
      {"a (Anna's conflicted copy 2026-01-01).md", FileUse::kMisplaced},
      {"a.sync-conflict-20260101-120000-ABC.md", FileUse::kMisplaced},
      {"id_rsa", FileUse::kMisplaced},
      {"site.key", FileUse::kMisplaced},
      {"page.html", FileUse::kMisplaced},
      {"~$policy.docx", FileUse::kLock},
      {".~lock.policy.odt#", FileUse::kLock},
      {"CNAME", FileUse::kUnknown},
      {"plan.xyz", FileUse::kUnknown},
      {"asking-for-a-copy.md", FileUse::kUnknown},
  };
  for (const KindRow& row : rows) EXPECT_EQ(file_kind(row.name).use, row.use) << row.name;
}

}  // namespace
}  // namespace signpost
