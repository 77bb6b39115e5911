// The engine's interface to JavaScript, and the few system calls that Xapian makes, answered from
// the parts of the index that have arrived. Only for WebAssembly; browser/engine.js is the other
// side. Strings are UTF-8 and end in NUL; what is returned lives until the next call.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <sys/stat.h>
#include <sys/types.h>

#include "search-index/engine.h"

namespace {

constexpr int kIndexFile = 7;  // the one file descriptor there is

search::PartStore* index_store = nullptr;
off_t index_offset = 0;
std::unique_ptr<search::Engine> engine;
std::string answer;

std::unique_ptr<search::Searcher> open_index(search::PartStore& store) {
  index_store = &store;
  return std::make_unique<search::Searcher>(kIndexFile);
}

}  // namespace

extern "C" {

// Begins with an index. Returns 1, or 0 where its form is not this engine's.
int signpost_open(unsigned version, const char* plan) {
  engine = std::make_unique<search::Engine>(version, plan, open_index);
  return engine->is_good() ? 1 : 0;
}

// Takes a part of the index. Returns 1, or 0 where it is damaged.
int signpost_add(unsigned part, const char* bytes, unsigned size) {
  return engine->add(part, {bytes, size}) ? 1 : 0;
}

// Returns the answer to a request (engine.h): JSON, or the numbers of missing parts with a space
// between.
const char* signpost_ask(const char* request) {
  search::Answer given = engine->ask(request);
  answer = std::move(given.json);
  for (const std::uint32_t part : given.missing) {
    if (!answer.empty()) answer += ' ';
    answer += std::to_string(part);
  }
  return answer.c_str();
}

// These take the place of the C library's.

ssize_t pread(int file, void* out, size_t size, off_t offset) {
  const long count =
      file == kIndexFile && index_store != nullptr
          ? index_store->read(static_cast<std::uint64_t>(offset), static_cast<char*>(out), size)
          : -1;
  if (count < 0) errno = EIO;
  return count;
}

ssize_t read(int file, void* out, size_t size) {
  const ssize_t count = pread(file, out, size, index_offset);
  if (count > 0) index_offset += count;
  return count;
}

off_t lseek(int, off_t offset, int from) {
  index_offset = from == SEEK_CUR ? index_offset + offset : offset;
  return index_offset;
}

int close(int) { return 0; }

int open(const char*, int, ...) {
  errno = ENOENT;
  return -1;
}

ssize_t write(int, const void*, size_t) {
  errno = EROFS;
  return -1;
}

ssize_t pwrite(int, const void*, size_t, off_t) {
  errno = EROFS;
  return -1;
}

int stat(const char*, struct stat*) {
  errno = ENOENT;
  return -1;
}

int fstat(int, struct stat*) {
  errno = EBADF;
  return -1;
}

int fsync(int) { return 0; }
int fdatasync(int) { return 0; }

int unlink(const char*) {
  errno = EROFS;
  return -1;
}

int rename(const char*, const char*) {
  errno = EROFS;
  return -1;
}
}
