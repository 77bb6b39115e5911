#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace signpost {

void parallel_for(std::size_t count, std::size_t jobs,
                  const std::function<void(std::size_t index, std::size_t worker)>& body) {
  const std::size_t worker_count = std::min(jobs, count);
  if (worker_count <= 1) {
    for (std::size_t index = 0; index < count; ++index) body(index, 0);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::mutex failure_mutex;
  std::exception_ptr failure;
  const auto work = [&](std::size_t worker) {
    try {
      for (std::size_t index = next++; index < count; index = next++) body(index, worker);
    } catch (...) {  // handed on to the caller's thread, not swallowed
      next = count;
      const std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.reserve(worker_count - 1);
    for (std::size_t worker = 1; worker < worker_count; ++worker) {
      try {
        threads.emplace_back(work, worker);
      } catch (const std::system_error&) {
        break;  // no more threads to be had: those that there are do the work
      }
    }
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

void for_each(
    std::size_t count, std::size_t jobs, Diagnostics& diagnostics,
    const std::function<void(std::size_t index, std::size_t worker, Diagnostics& found)>& body) {
  std::vector<Diagnostics> found(count);
  parallel_for(count, jobs,
               [&](std::size_t index, std::size_t worker) { body(index, worker, found[index]); });
  for (Diagnostics& part : found) diagnostics.append(std::move(part));
}

}  // namespace signpost
