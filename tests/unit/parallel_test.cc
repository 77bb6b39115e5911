#include "base/parallel.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ParallelFor, CallsEveryIndexOnceWithAWorkerBelowJobs) {
  for (const std::size_t jobs : {0U, 1U, 2U, 8U, 2000U}) {
    std::vector<std::atomic<int>> calls(1000);
    parallel_for(calls.size(), jobs, [&](std::size_t index, std::size_t worker) {
      EXPECT_LT(worker, jobs == 0 ? 1 : jobs);
      ++calls[index];
    });
    for (const std::atomic<int>& count : calls) EXPECT_EQ(count, 1);
  }
  parallel_for(0, 8, [](std::size_t, std::size_t) { FAIL(); });
}

TEST(ParallelFor, ThrowsAgainWhatACallThrew) {
  for (const std::size_t jobs : {1U, 4U}) {
    const auto fail_at_ten = [](std::size_t index, std::size_t) {
      if (index == 10) throw std::runtime_error("ten");
    };
    EXPECT_THROW(parallel_for(1000, jobs, fail_at_ten), std::runtime_error);
  }
}

TEST(ForEach, JoinsTheFindingsInTheOrderOfTheIndices) {
  for (const std::size_t jobs : {1U, 8U}) {
    Diagnostics diagnostics;
    diagnostics.add("first", {}, "before");
    for_each(100, jobs, diagnostics, [](std::size_t index, std::size_t, Diagnostics& found) {
      if (index % 40 == 0) found.add("rule", {}, std::to_string(index));
    });
    std::string messages;
    for (const Diagnostic& each : diagnostics.all()) messages += each.message + " ";
    EXPECT_EQ(messages, "before 0 40 80 ");
  }
}

}  // namespace
}  // namespace signpost
