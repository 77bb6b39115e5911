#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search-index/indexer.h"
#include "search-index/results_json.h"
#include "search-index/searcher.h"
#include "unit/example_index.h"
#include "unit/temporary_folder.h"

namespace search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SearcherTest : public ::testing::Test {
 protected:
  SearcherTest() : searcher_(make_index(folder_, example_documents(), 2).string()) {}

  Results search(const std::string& words) {
    Request request;
    request.words = words;
    return searcher_.search(request);
  }
  std::vector<std::string> urls(const Request& request) {
    std::vector<std::string> found;
    for (const Hit& hit : searcher_.search(request).hits) {
      found.push_back(hit.url + (hit.anchor.empty() ? "" : "#" + hit.anchor));
    }
    return found;
  }
  std::vector<std::string> urls(const std::string& words) {
    Request request;
    request.words = words;
    return urls(request);
  }

  signpost::TemporaryFolder folder_;
  Searcher searcher_;
};

TEST_F(SearcherTest, AnswersInJson) {
  EXPECT_EQ(searcher_.error(), "");
  EXPECT_EQ(searcher_.document_count(), 3U);
  EXPECT_EQ(searcher_.settings().language, "en-GB");
  EXPECT_EQ(results_json(search("How  many WEEKS must the council take to decied?")),
            R"({"words":"How many WEEKS must the council take to decied?","cut":false,)"
            R"("corrected":"How many WEEKS must the council take to decide?",)"
            R"("corrections":[{"from":"decied","to":"decide"}],"total":2,)"
            R"("hits":[{"url":"factsheets/ehc-needs-assessment.html","anchor":"time-limits",)"
            R"("heading":"Time limits","kind":"factsheet",)"
            R"("title":["Asking for an EHC needs assessment"],)"
            R"("snippet":["The ","council"," must ","decide"," within six ","weeks",)"
            R"(". The final plan follows within twenty ","weeks","."]},)"
            R"({"url":"factsheets/ehc-plan.html","anchor":"","heading":"","kind":"factsheet",)"
            R"("title":["What is in an EHCP"],)"
            R"("snippet":["What the ","council"," must write down and provide."]}],)"
            R"("facets":{"kinds":[{"id":"factsheet","count":2}],)"
            R"("topics":[{"id":"ehc","count":2}],)"
            R"("audiences":[{"id":"families","count":2},{"id":"young-people","count":1}]}})");
}

TEST_F(SearcherTest, FindsTheBestPageAndHeading) {
  struct Row {
    const char* words;
    std::vector<std::string> urls;
  };
  const Row rows[] = {
      {"assessments", {"factsheets/ehc-needs-assessment.html"}},
      {"who can ask", {"factsheets/ehc-needs-assessment.html#who-can-ask"}},
      {"coordinator", {"factsheets/ehc-plan.html#annual-review"}},
      {"co-ordinators", {"factsheets/ehc-plan.html#annual-review"}},
      {"who are we", {"about/index.html", "factsheets/ehc-needs-assessment.html#who-can-ask"}},
      {"statement", {"factsheets/ehc-plan.html"}},
      {"Education, Health and Care plan",
       {"factsheets/ehc-plan.html", "factsheets/ehc-needs-assessment.html#time-limits"}},
      {"asessment", {"factsheets/ehc-needs-assessment.html"}},
      {"advise", {"about/index.html"}},
      {"xyzzy", {}},
      {"", {}},
      {"   ", {}},
      {"!?", {}},
  };
  for (const Row& row : rows) EXPECT_EQ(urls(row.words), row.urls) << row.words;
}

TEST_F(SearcherTest, CorrectsOnlyWordsThatTheIndexLacks) {
  struct Row {
    const char* words;
    const char* corrected;
  };
  const Row rows[] = {
      {"asessment", "assessment"},
      {"Time limts?", "Time limits?"},
      {"assessing", ""},      // its stem is there
      {"statement", ""},      // a synonym
      {"tel", ""},            // too short
      {"co-ordinators", ""},  // its joined form is there
  };
  for (const Row& row : rows) {
    EXPECT_EQ(search(row.words).corrected_words, row.corrected) << row.words;
  }
  Request request;
  request.words = "asessment";
  request.correction = Correction::kOff;
  EXPECT_THAT(urls(request), IsEmpty());
}

TEST_F(SearcherTest, CompletesTheLastWordFromThreeLetters) {
  Request request;
  request.last_word = LastWord::kPrefix;
  request.words = "imp";
  EXPECT_THAT(urls(request), ElementsAre("about/index.html"));
  request.words = "im";
  EXPECT_THAT(urls(request), IsEmpty());
  request.words = "imp ";
  EXPECT_THAT(urls(request), IsEmpty());
  request.words = "time lim";
  EXPECT_THAT(urls(request), ElementsAre("factsheets/ehc-needs-assessment.html#time-limits"));
}

TEST_F(SearcherTest, FiltersByFacetsAndCountsTheOthers) {
  Request request;
  request.words = "council school";
  EXPECT_EQ(searcher_.search(request).total, 3U);
  request.kinds = {"factsheet"};
  request.audiences = {"young-people", "nobody"};
  const Results results = searcher_.search(request);
  EXPECT_EQ(results.total, 1U);
  const auto counts = [](const std::vector<FacetCount>& facets) {
    std::string out;
    for (const FacetCount& facet : facets)
      out += facet.id + "=" + std::to_string(facet.count) + " ";
    return out;
  };
  EXPECT_EQ(counts(results.kinds), "factsheet=1 ");
  EXPECT_EQ(counts(results.audiences), "families=2 young-people=1 ");
  EXPECT_EQ(counts(results.topics), "ehc=1 ");
  EXPECT_THAT(searcher_.kinds(), ElementsAre("factsheet", "page"));
  request.kinds = {std::string(1000, 'x')};
  EXPECT_EQ(searcher_.search(request).total, 0U);
}

TEST_F(SearcherTest, PagesThroughTheHits) {
  Request request;
  request.words = "council school";
  request.limit = 1;
  request.offset = 1;
  EXPECT_EQ(urls(request).size(), 1U);
  request.offset = 1000000000;
  EXPECT_THAT(urls(request), IsEmpty());
  request.offset = 0;
  request.limit = 1000000000;
  EXPECT_EQ(urls(request).size(), 3U);
  request.limit = 0;
  EXPECT_EQ(searcher_.search(request).total, 3U);
}

TEST_F(SearcherTest, AnyInputIsAQuery) {
  std::string many_words;
  for (int i = 0; i < 20000; ++i) many_words += "council" + std::to_string(i) + " ";
  std::string all_bytes;
  for (int i = 1; i < 256; ++i) all_bytes += static_cast<char>(i);
  const std::string inputs[] = {many_words,
                                std::string(100000, 'a'),
                                std::string(100000, '-'),
                                std::string(100000, '\0'),
                                std::string(50000, '\xFF'),
                                all_bytes + all_bytes,
                                "a* OR (b AND c) NOT d NEAR/3 \"e f\" title:g",
                                "\xE2\x80\xAEplan\xE2\x80\xAC \xF0\x9F\x98\x80",
                                "a-b-c-d-e-f-g-h-i-j-k-l-m",
                                "e" + std::string(3000, '\xCC') + "\xCC\x81"};
  for (const std::string& input : inputs) {
    Request request;
    request.words = input;
    for (const LastWord last : {LastWord::kWhole, LastWord::kPrefix}) {
      request.last_word = last;
      const Results results = searcher_.search(request);
      EXPECT_EQ(results.error, "");
      EXPECT_EQ(results.is_cut, input.size() > kMaxQueryBytes);
    }
  }
}

TEST(Searcher, SaysWhyAnIndexCannotBeRead) {
  const signpost::TemporaryFolder folder;
  folder.write("empty.glass", "");
  folder.write("noise.glass", std::string(20000, 'x'));
  folder.write("stub.glass", "auto /etc\n");
  for (const char* name : {"missing.glass", "empty.glass", "noise.glass", "stub.glass", "."}) {
    Searcher searcher((folder.path() / name).string());
    EXPECT_NE(searcher.error(), "") << name;
    EXPECT_EQ(searcher.search({}).error, searcher.error());
    EXPECT_EQ(searcher.document_count(), 0U);
    EXPECT_THAT(searcher.kinds(), IsEmpty());
  }
}

TEST(Searcher, RefusesADamagedIndex) {
  const signpost::TemporaryFolder folder;
  const std::string good = bytes_of(make_index(folder, example_documents(), 2));
  Request request;
  request.words = "council weeks asessment";
  for (std::size_t at = 0; at < good.size(); at += 997) {
    std::string bad = good;
    bad[at] = static_cast<char>(~bad[at]);
    folder.write("bad.glass", bad);
    Searcher searcher((folder.path() / "bad.glass").string());
    EXPECT_NE(searcher.search(request).error, "") << at;
  }
  for (const std::size_t size : {std::size_t{100}, good.size() / 2, good.size() - 1}) {
    folder.write("bad.glass", good.substr(0, size));
    Searcher searcher((folder.path() / "bad.glass").string());
    EXPECT_NE(searcher.search(request).error, "") << size;
  }
}

TEST(Indexer, GivesTheSameBytesForAnyOrderOfWork) {
  std::vector<IndexDocument> documents;
  for (int i = 0; i < 40; ++i) {
    IndexDocument document = example_documents()[static_cast<std::size_t>(i) % 3];
    document.url = "page-" + std::to_string(i) + ".html";
    document.passages.push_back({"n", "Number", "number" + std::to_string(i * i)});
    documents.push_back(document);
  }
  const signpost::TemporaryFolder first;
  const signpost::TemporaryFolder second;
  const std::string one = bytes_of(make_index(first, documents, 7));
  const std::string other = bytes_of(make_index(second, documents, 7, true));
  EXPECT_GT(one.size(), 8192U);
  EXPECT_TRUE(one == other);
}

TEST(Indexer, JoinsMoreShardsThanAreOpenAtOnce) {
  std::vector<IndexDocument> documents(70, example_documents()[0]);
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i].url = std::to_string(i);
  const signpost::TemporaryFolder folder;
  Searcher searcher(make_index(folder, documents, 1).string());
  EXPECT_EQ(searcher.document_count(), 70U);
  Request request;
  request.words = "assessment";
  std::vector<std::string> urls;
  for (const Hit& hit : searcher.search(request).hits) urls.push_back(hit.url);
  EXPECT_THAT(urls, ElementsAre("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
}

TEST(Indexer, AnIndexWithoutDocumentsAnswersNothing) {
  const signpost::TemporaryFolder folder;
  const std::string file = (folder.path() / "index.glass").string();
  EXPECT_EQ(merge_shards({}, file, {"en-GB", kSynonyms}), "");
  Searcher searcher(file);
  EXPECT_EQ(searcher.error(), "");
  Request request;
  request.words = "statement";
  EXPECT_EQ(searcher.search(request).total, 0U);
}

TEST(Indexer, ReportsAFolderItCannotWrite) {
  ShardWriter writer("/proc/nowhere/shard");
  StemCache stems("en");
  writer.add(tokenize(example_documents()[0], stems));
  std::string error;
  EXPECT_FALSE(writer.finish(error).has_value());
  EXPECT_NE(error, "");
  EXPECT_NE(merge_shards({}, "/proc/nowhere/index.glass", {"en", {}}), "");
}

TEST(Indexer, TakesAnyContent) {
  IndexDocument document = example_documents()[0];
  document.title = std::string(100000, 't') + " \xFF\xFE";
  document.kind = std::string(1000, 'k');
  document.topics = {"", std::string(1000, 't'), "ok"};
  document.passages.assign(500, {"a", std::string(2000, 'h'), std::string("w\0rd \xF0\x9F\0", 8)});
  const signpost::TemporaryFolder folder;
  Searcher searcher(make_index(folder, {document}, 1).string());
  Request request;
  request.words = "rd";
  EXPECT_EQ(searcher.search(request).total, 1U);
}

TEST(Indexer, ALanguageWithoutStemmerKeepsWordsWhole) {
  const signpost::TemporaryFolder folder;
  StemCache stems("ur");
  ShardWriter writer((folder.path() / "0").string());
  IndexDocument document;
  document.url = "a.ur.html";
  document.title = "خصوصی تعلیم";
  writer.add(tokenize(document, stems));
  std::string error;
  const std::vector<Shard> shards = {writer.finish(error).value()};
  const std::string file = (folder.path() / "index.ur.glass").string();
  EXPECT_EQ(merge_shards(shards, file, {"ur", {}}), "");
  Searcher searcher(file);
  Request request;
  request.words = "تعليم";  // Arabic keyboard's yeh
  EXPECT_EQ(searcher.search(request).total, 1U);
}

}  // namespace
}  // namespace search
