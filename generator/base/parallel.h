// Runs a function for each index on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace signpost {

// Calls body(index, worker) for every index below `count`, on `jobs` threads (1: on this thread).
// Indices are handed out in rising order; `worker` is below `jobs`. Returns when all are done.
// An exception of a call stops handing out and is thrown again here.
void parallel_for(std::size_t count, std::size_t jobs,
                  const std::function<void(std::size_t index, std::size_t worker)>& body);

}  // namespace signpost
