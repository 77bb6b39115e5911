// relevance COLLECTION...: indexes each collection of judged questions, asks them all, and prints
// nDCG@10, MRR@10, recall@10 and the share of questions without a result, beside the figures to
// reach; then, of the documents offered as related, the share that answers a question that the
// document answers too. A collection is a folder with docs.jsonl, queries.*.tsv and qrels.tsv.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "search-index/indexer.h"
#include "search-index/related.h"
#include "search-index/searcher.h"

namespace {

constexpr std::size_t kDepth = 10;

using Judgements = std::map<std::string, std::map<std::string, double>>;

struct Scores {
  double ndcg = 0, mrr = 0, recall = 0, without_result = 0;
  std::size_t queries = 0;
  double milliseconds = 0;  // a query
};

struct Target {
  const char* collection;
  const char* queries;
  double ndcg;
};
// Xapian tuned with own correction, the best figures known for these collections (README.md).
constexpr std::array<Target, 4> kTargets = {{{"cranfield", "orig", 0.534},
                                             {"cisi", "orig", 0.396},
                                             {"cranfield", "typo", 0.533},
                                             {"cisi", "typo", 0.393}}};

std::vector<std::vector<std::string>> read_table(const std::filesystem::path& path,
                                                 std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> row;
    std::size_t at = 0;
    while (row.size() + 1 < columns) {
      const std::size_t end = line.find('\t', at);
      if (end == std::string::npos) break;
      row.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    row.push_back(line.substr(at));
    if (row.size() == columns) rows.push_back(std::move(row));
  }
  return rows;
}

Judgements read_judgements(const std::filesystem::path& path) {
  Judgements judgements;
  for (const std::vector<std::string>& row : read_table(path, 3)) {
    judgements[row[0]][row[1]] = std::stod(row[2]);
  }
  return judgements;
}

// Makes index.glass and the shard "related". Adds the documents' names, in their order, to `names`.
// Returns "" or what went wrong.
std::string index_collection(const std::filesystem::path& folder, const std::filesystem::path& work,
                             std::vector<std::string>& names) {
  std::ifstream file(folder / "docs.jsonl");
  search::StemCache stems("en");
  const std::vector<std::string> stop_terms = search::stop_terms(stems);
  search::ShardWriter related((work / "related").string(), search::TermLists::kKept);
  std::vector<search::Shard> shards;
  std::string error;
  std::string line;
  while (error.empty() && std::getline(file, line)) {
    search::ShardWriter writer((work / std::to_string(shards.size())).string());
    std::size_t count = 0;
    do {
      const nlohmann::json row = nlohmann::json::parse(line);
      search::IndexDocument document;
      document.url = row.at("id").get<std::string>();
      document.title = row.at("title").get<std::string>();
      document.summary = row.at("description").get<std::string>();
      document.passages.push_back({"", "", row.at("body").get<std::string>()});
      const search::TokenizedDocument tokenized = search::tokenize(document, stems);
      writer.add(tokenized);
      related.add(search::subject_terms(tokenized, stop_terms));
      names.push_back(document.url);
    } while (++count < search::kShardDocuments && std::getline(file, line));
    if (std::optional<search::Shard> shard = writer.finish(error)) {
      shards.push_back(std::move(*shard));
    }
  }
  if (error.empty()) related.finish(error);
  if (!error.empty()) return error;
  return search::merge_shards(shards, (work / "index.glass").string(), {"en", {}});
}

Scores ask(search::Searcher& searcher, const std::filesystem::path& queries,
           const Judgements& judgements) {
  Scores scores;
  double seconds = 0;
  for (const std::vector<std::string>& row : read_table(queries, 2)) {
    const auto judged = judgements.find(row[0]);
    if (judged == judgements.end()) continue;
    search::Request request;
    request.words = row[1];
    const auto start = std::chrono::steady_clock::now();
    const search::Results results = searcher.search(request);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::vector<double> gains;
    for (const auto& [document, gain] : judged->second) gains.push_back(gain);
    std::sort(gains.rbegin(), gains.rend());
    double ideal = 0;
    double gained = 0;
    double found = 0;
    double first = 0;
    for (std::size_t i = 0; i < kDepth; ++i) {
      const double discount = 1 / std::log2(static_cast<double>(i) + 2);
      if (i < gains.size()) ideal += gains[i] * discount;
      if (i >= results.hits.size()) continue;
      const auto gain = judged->second.find(results.hits[i].url);
      if (gain == judged->second.end() || gain->second <= 0) continue;
      gained += gain->second * discount;
      if (found == 0) first = 1 / (static_cast<double>(i) + 1);
      ++found;
    }
    scores.ndcg += ideal > 0 ? gained / ideal : 0;
    scores.mrr += first;
    scores.recall += found / static_cast<double>(gains.size());
    scores.without_result += results.hits.empty() ? 1 : 0;
    ++scores.queries;
  }
  const double count = std::max<double>(1, static_cast<double>(scores.queries));
  return {scores.ndcg / count,           scores.mrr / count, scores.recall / count,
          scores.without_result / count, scores.queries,     1000 * seconds / count};
}

// Prints the share for the documents that answer any question.
void print_related(const std::string& collection, const std::filesystem::path& work,
                   const std::vector<std::string>& names, const Judgements& judgements) {
  std::map<std::string, std::set<std::string>> questions_of;
  for (const auto& [question, documents] : judgements) {
    for (const auto& [name, gain] : documents) {
      if (gain > 0) questions_of[name].insert(question);
    }
  }
  search::RelatedFinder finder((work / "related").string());
  std::size_t offered = 0;
  std::size_t good = 0;
  for (std::uint32_t document = 0; document < names.size(); ++document) {
    const std::set<std::string>& questions = questions_of[names[document]];
    if (questions.empty()) continue;
    for (const std::uint32_t other : finder.find(document)) {
      const std::set<std::string>& others = questions_of[names[other]];
      ++offered;
      const bool is_good = std::any_of(questions.begin(), questions.end(),
                                       [&](const auto& each) { return others.count(each) > 0; });
      if (is_good) ++good;
    }
  }
  fmt::print("{:10} related: {:.3f} of {}\n", collection,
             static_cast<double>(good) / std::max<double>(1, static_cast<double>(offered)),
             offered);
}

// Returns whether the target, where there is one, is reached.
bool print_row(const std::string& collection, const std::string& queries, const Scores& scores) {
  fmt::print(
      "{:10} {:5} {:4} nDCG@10 {:.4f}  MRR@10 {:.4f}  recall@10 {:.4f}  zero {:.3f}  {:.2f} ms",
      collection, queries, scores.queries, scores.ndcg, scores.mrr, scores.recall,
      scores.without_result, scores.milliseconds);
  bool is_reached = true;
  for (const Target& target : kTargets) {
    if (collection != target.collection || queries != target.queries) continue;
    is_reached = scores.ndcg >= target.ndcg;
    fmt::print("  (to reach: {:.3f}{})", target.ndcg, is_reached ? "" : ": MISSED");
  }
  fmt::print("\n");
  return is_reached;
}

}  // namespace

// What is thrown is not caught: a bench that fails may say so in any way.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
  bool is_reached = true;
  for (int i = 1; i < argc; ++i) {
    const std::filesystem::path folder = std::filesystem::absolute(argv[i]).lexically_normal();
    const std::string name =
        (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    const std::filesystem::path work =
        std::filesystem::temp_directory_path() / ("signpost-relevance-" + name);
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work);
    std::vector<std::string> names;
    std::string error = index_collection(folder, work, names);
    search::Searcher searcher((work / "index.glass").string());
    if (error.empty()) error = searcher.error();
    if (!error.empty()) {
      fmt::print(stderr, "relevance: {}: {}\n", name, error);
      return 3;
    }
    const Judgements judgements = read_judgements(folder / "qrels.tsv");
    for (const char* queries : {"orig", "typo"}) {
      const Scores scores =
          ask(searcher, folder / fmt::format("queries.{}.tsv", queries), judgements);
      is_reached = print_row(name, queries, scores) && is_reached;
    }
    print_related(name, work, names, judgements);
    std::filesystem::remove_all(work);
  }
  return is_reached ? 0 : 1;
}
