// A small made-up index that the tests of the search share.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "search-index/indexer.h"
#include "unit/temporary_folder.h"

namespace search {

inline std::vector<IndexDocument> example_documents() {
  IndexDocument needs{"factsheets/ehc-needs-assessment.html",
                      "Asking for an EHC needs assessment",
                      "How to ask the council to look at what your child needs.",
                      "factsheet",
                      {"ehc"},
                      {"families"},
                      "en-GB",
                      {{"", "", "An assessment finds out what help your child needs."},
                       {"who-can-ask", "Who can ask", "Parents, schools and young people can ask."},
                       {"time-limits", "Time limits",
                        "The council must decide within six weeks. The final plan follows within "
                        "twenty weeks."}}};
  IndexDocument plan{
      "factsheets/ehc-plan.html",
      "What is in an EHCP",
      "What the council must write down and provide.",
      "factsheet",
      {"ehc"},
      {"families", "young-people"},
      "en-GB",
      {{"", "", "It is a legal document with sections A to K."},
       {"annual-review", "The annual review", "The co-ordinator arranges a meeting once a year."}}};
  IndexDocument about{"about/index.html",
                      "Who we are",
                      "",
                      "page",
                      {},
                      {},
                      "en-GB",
                      {{"", "", "We give free and impartial advice about school."}}};
  return {needs, plan, about};
}

inline const std::vector<std::vector<std::string>> kSynonyms = {
    {"EHCP", "education, health and care plan", "statement"}};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// Indexes the documents, `shard_size` a shard; the shards are made from the last to the first where
// `reversed`.
inline std::filesystem::path make_index(const signpost::TemporaryFolder& folder,
                                        const std::vector<IndexDocument>& documents,
                                        std::size_t shard_size, bool reversed = false) {
  const std::size_t count = (documents.size() + shard_size - 1) / shard_size;
  std::vector<Shard> shards(count);
  StemCache stems("en-GB");
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t s = reversed ? count - 1 - i : i;
    ShardWriter writer((folder.path() / std::to_string(s)).string());
    for (std::size_t d = s * shard_size; d < std::min(documents.size(), (s + 1) * shard_size);
         ++d) {
      writer.add(tokenize(documents[d], stems));
    }
    std::string error;
    std::optional<Shard> shard = writer.finish(error);
    EXPECT_EQ(error, "");
    shards[s] = std::move(shard.value());
  }
  std::filesystem::path file = folder.path() / "index.en-GB.glass";
  EXPECT_EQ(merge_shards(shards, file.string(), {"en-GB", kSynonyms}), "");
  return file;
}

}  // namespace search
