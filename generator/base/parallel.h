// Runs a function for each index on several threads; its findings are those of one thread.
#pragma once

#include <cstddef>
#include <functional>

#include "base/diagnostic.h"

namespace signpost {

// Calls body(index, worker) for every index below `count`, on `jobs` threads (1: on this thread).
// Indices are handed out in rising order; `worker` is below `jobs`. Returns when all are done.
// An exception of a call stops handing out and is thrown again here.
void parallel_for(std::size_t count, std::size_t jobs,
                  const std::function<void(std::size_t index, std::size_t worker)>& body);

// Calls body(index, worker, found) likewise and appends what each call found to `diagnostics`, in
// the order of the indices.
void for_each(
    std::size_t count, std::size_t jobs, Diagnostics& diagnostics,
    const std::function<void(std::size_t index, std::size_t worker, Diagnostics& found)>& body);

}  // namespace signpost
