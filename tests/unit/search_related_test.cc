#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search-index/related.h"
#include "search-index/schema.h"
#include "unit/temporary_folder.h"

namespace search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Found = std::vector<std::uint32_t>;

IndexDocument document(const std::string& title, const std::string& text,
                       std::vector<std::string> topics = {}) {
  return {title + ".html",   title,        "",      "factsheet",
          std::move(topics), {"families"}, "en-GB", {{"", "", text}}};
}

// Pages about appeals (0, 1, 2), money (3, 4) and bread (5).
std::vector<IndexDocument> example_documents() {
  return {
      document("Appeals", "The tribunal hears an appeal. Ask for mediation before the tribunal."),
      document("Mediation", "Mediation comes before the tribunal. You then get a certificate."),
      document("Certificates", "A certificate shows that you thought about mediation."),
      document("Money", "Who pays: the budget of the school and the notional amount."),
      document("Budgets", "A personal budget is money. The school has a notional amount too."),
      document("Baking", "Flour, yeast, water and patience."),
  };
}

std::vector<TokenizedDocument> subjects(const std::vector<IndexDocument>& documents) {
  StemCache stems("en-GB");
  const std::vector<std::string> stop = stop_terms(stems);
  std::vector<TokenizedDocument> result;
  result.reserve(documents.size());
  for (const IndexDocument& each : documents) {
    result.push_back(subject_terms(tokenize(each, stems), stop));
  }
  return result;
}

std::string write_shard(const signpost::TemporaryFolder& folder,
                        const std::vector<IndexDocument>& documents) {
  ShardWriter writer((folder.path() / "related").string(), TermLists::kKept);
  for (const TokenizedDocument& each : subjects(documents)) writer.add(each);
  std::string error;
  const std::optional<Shard> shard = writer.finish(error);
  EXPECT_EQ(error, "");
  return shard.value().path;
}

std::vector<Found> find_all(const std::string& shard, std::size_t count) {
  RelatedFinder finder(shard);
  std::vector<Found> found;
  for (std::uint32_t i = 0; i < count; ++i) found.push_back(finder.find(i));
  EXPECT_EQ(finder.error(), "");
  return found;
}

std::vector<Found> find_all(const std::vector<IndexDocument>& documents) {
  const signpost::TemporaryFolder folder;
  return find_all(write_shard(folder, documents), documents.size());
}

// Returns "term:count …" as the related index is told them.
std::string terms_of(const TokenizedDocument& document) {
  std::string text;
  for (const TokenizedDocument::Term& term : document.terms) {
    text += document.arena.substr(term.begin, term.size) + ":" + std::to_string(term.count) + " ";
  }
  return text;
}

TEST(SubjectTerms, AreTopicsAndWordsWithoutStopWordsAndNumbers) {
  IndexDocument page =
      document("How to appeal before 2027", "You appeal by section 19 b.", {"law"});
  page.passages.push_back({"who", "Who can", "Because of the tribunals."});
  EXPECT_EQ(terms_of(subjects({page}).front()), "appeal:4 section:1 tribun:1 XTlaw:1 ");
}

TEST(SubjectTerms, AreNotWhatOnlyPeopleAsk) {
  IndexDocument page = document("Appeal", "A tribunal.");
  page.asked = {"the tribunal judge", "judge"};
  const TokenizedDocument tokenized = [&] {
    StemCache stems("en-GB");
    return tokenize(page, stems);
  }();
  EXPECT_EQ(terms_of(tokenized), "appeal:3 judg:4 tribun:3 ");
  EXPECT_EQ(terms_of(subjects({page}).front()), "appeal:3 tribun:1 ");
}

// A page without a list of what people type, or with a short one, is not taken for a terse one.
TEST(AskedRoom, MakesPagesAsLongAsIfTheirListFilledIt) {
  IndexDocument page = document("Appeal", "A tribunal.");
  page.asked = {"the tribunal judge", "judge"};
  StemCache stems("en-GB");
  EXPECT_EQ(asked_length(page.asked, stems), 6U);  // "the" is a stop word
  EXPECT_EQ(tokenize(page, stems).extra_length, 0U);
  page.asked_padding = 10;
  EXPECT_EQ(tokenize(page, stems).extra_length, 4U);
  page.asked_padding = 5;
  EXPECT_EQ(tokenize(page, stems).extra_length, 0U);
}

TEST(SubjectTerms, KeepTheMostFrequentAndOfEqualsTheFirst) {
  std::string text = "zebra zebra ";
  for (char c = 'a'; c <= 'z'; ++c) text += std::string("x") + c + " y" + c + " ";
  const std::string kept = terms_of(subjects({document("", text)}).front());
  EXPECT_EQ(kept.substr(0, 10), "xa:1 xb:1 ");
  EXPECT_EQ(kept.substr(kept.size() - 18), "yt:1 yu:1 zebra:2 ");
  EXPECT_EQ(std::count(kept.begin(), kept.end(), ':'), 48);
}

TEST(RelatedFinder, FindsWhatIsAboutTheSameBestFirst) {
  EXPECT_THAT(find_all(example_documents()),
              ElementsAre(ElementsAre(1), ElementsAre(2, 0), ElementsAre(1), ElementsAre(4),
                          ElementsAre(3), IsEmpty()));
}

TEST(RelatedFinder, OfEqualsTakesTheEarlierAndNeverMoreThanFour) {
  const std::vector<IndexDocument> same(7, document("Appeals", "The tribunal hears an appeal."));
  std::vector<IndexDocument> documents = same;
  // Words of three documents in four tell nothing: others are needed.
  for (int i = 0; i < 7; ++i) {
    documents.push_back(document("Other " + std::string(static_cast<std::size_t>(i + 2), 'o'), ""));
  }
  const std::vector<Found> found = find_all(documents);
  EXPECT_THAT(found[0], ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(found[3], ElementsAre(0, 1, 2, 4));
  EXPECT_THAT(found[6], ElementsAre(0, 1, 2, 3));
}

TEST(RelatedFinder, APageOfOtherWordsIsLikeNoneWhateverWordItShares) {
  std::vector<IndexDocument> documents = example_documents();
  documents.push_back(document("Holidays", "Sun, sand, sea, shells, boats and a certificate."));
  EXPECT_THAT(find_all(documents)[6], IsEmpty());
  documents.push_back(document("Beaches", "Sun, sand, sea, shells and boats."));
  EXPECT_THAT(find_all(documents)[6], ElementsAre(7));
}

TEST(RelatedFinder, SharedTopicCountsBesideWordsAndNotAlone) {
  std::vector<IndexDocument> documents = example_documents();
  documents.push_back(documents[4]);
  EXPECT_THAT(find_all(documents)[3], ElementsAre(4, 6));
  documents[3].topics = documents[6].topics = documents[5].topics = {"money"};
  const std::vector<Found> found = find_all(documents);
  EXPECT_THAT(found[3], ElementsAre(6, 4));
  EXPECT_THAT(found[5], IsEmpty());
}

TEST(RelatedFinder, WordsOfNearlyEveryPageTellNothing) {
  const std::vector<IndexDocument> same(5, document("Appeals", "Tribunal.", {"law"}));
  EXPECT_THAT(find_all(same), testing::Each(IsEmpty()));
}

TEST(RelatedFinder, SharedKindOrAudienceDoesNotCount) {
  EXPECT_THAT(find_all({document("Appeals", "Tribunal."), document("Baking", "Flour.")}),
              ElementsAre(IsEmpty(), IsEmpty()));
}

TEST(RelatedFinder, GivesTheSameFromAnyThreadInAnyOrder) {
  std::vector<IndexDocument> documents;
  const char* const names[] = {"Ash", "Bay", "Cod", "Dee", "Elm", "Fir", "Gap", "Hay",
                               "Ivy", "Jay", "Key", "Lea", "May", "Nut", "Oak"};
  const char* const words[] = {"appeal", "budget", "college", "doctor", "exam", "friend", "group"};
  for (std::size_t i = 0; i < 120; ++i) {
    documents.push_back(document(words[i % 7], std::string("group ") + names[i / 8]));
  }
  const signpost::TemporaryFolder folder;
  const std::string shard = write_shard(folder, documents);
  const std::vector<Found> expected = find_all(shard, documents.size());
  std::vector<Found> found(documents.size());
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 3; ++t) {
    threads.emplace_back([&, t] {
      RelatedFinder finder(shard);
      for (std::size_t i = documents.size(); i-- > 0;) {
        if (i % 3 == t) found[i] = finder.find(static_cast<std::uint32_t>(i));
      }
    });
  }
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(found, expected);
  EXPECT_THAT(expected[0], testing::SizeIs(kMaxRelated));
}

TEST(RelatedFinder, HasNothingWhereThereIsNothing) {
  EXPECT_THAT(find_all(std::vector<IndexDocument>()), IsEmpty());
  EXPECT_THAT(find_all({document("Appeals", "The tribunal hears an appeal.")}),
              ElementsAre(IsEmpty()));
  EXPECT_THAT(find_all({document("", ""), document("", ""), document("How to", "The 2")}),
              ElementsAre(IsEmpty(), IsEmpty(), IsEmpty()));
  const signpost::TemporaryFolder folder;
  RelatedFinder finder(write_shard(folder, example_documents()));
  EXPECT_THAT(finder.find(6), IsEmpty());
  EXPECT_EQ(finder.error(), "");
}

TEST(RelatedFinder, SaysWhyAShardCannotBeRead) {
  const signpost::TemporaryFolder folder;
  folder.write("noise", std::string(20000, 'x'));
  folder.write("damaged/iamglass", std::string(20000, 'x'));
  folder.write("empty/note.txt", "");
  for (const char* name : {"missing", "noise", "damaged", "empty"}) {
    RelatedFinder finder((folder.path() / name).string());
    EXPECT_NE(finder.error(), "") << name;
    EXPECT_THAT(finder.find(0), IsEmpty()) << name;
  }
}

TEST(RelatedFinder, SaysThatAShardKeepsNoTermLists) {
  const signpost::TemporaryFolder folder;
  ShardWriter writer((folder.path() / "published").string());
  for (const TokenizedDocument& each : subjects(example_documents())) writer.add(each);
  std::string error;
  RelatedFinder finder(writer.finish(error).value().path);
  EXPECT_EQ(finder.error(), "");
  EXPECT_THAT(finder.find(0), IsEmpty());
  EXPECT_NE(finder.error(), "");
}

}  // namespace
}  // namespace search
