// Preloaded (LD_PRELOAD) by faults.test.mjs: makes one system or memory call of a program fail.
//   FAIL_CALL   name of the call, such as "open"; FAIL_AT  the first one that fails, from 1
//   FAIL_FOR    "once" or "good" (every one from there on); FAIL_ERRNO  its error number
//   FAIL_COUNT  a file in which the number of calls is left when the program ends
// Counts what the program and its libraries call, not what the C library calls in itself.
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

enum class Call {
  kNone,
  kOpen,
  kOpenat,
  kRead,
  kReaddir,
  kWrite,
  kRename,
  kUnlink,
  kFsync,
  kMmap,
  kMemory
};

constexpr const char* kNames[] = {"none",   "open",   "openat", "read", "readdir", "write",
                                  "rename", "unlink", "fsync",  "mmap", "memory"};

Call failing = Call::kNone;
long first = 0;
bool is_for_good = false;
int error_number = EIO;
std::atomic<long> calls{0};

__attribute__((constructor)) void read_settings() {
  const char* name = std::getenv("FAIL_CALL");
  if (name == nullptr) return;
  first = std::atol(std::getenv("FAIL_AT"));
  is_for_good = std::strcmp(std::getenv("FAIL_FOR"), "good") == 0;
  error_number = std::atoi(std::getenv("FAIL_ERRNO"));
  for (int i = 0; i < static_cast<int>(std::size(kNames)); ++i) {
    if (std::strcmp(kNames[i], name) == 0) failing = static_cast<Call>(i);
  }
}

__attribute__((destructor)) void leave_count() {
  const char* file = std::getenv("FAIL_COUNT");
  failing = Call::kNone;
  if (file == nullptr) return;
  if (std::FILE* out = std::fopen(file, "w"); out != nullptr) {
    std::fprintf(out, "%ld\n", calls.load());
    std::fclose(out);
  }
}

// Counts a call; whether it has to fail, with errno set.
bool fails(Call call) {
  if (call != failing) return false;
  const long number = ++calls;
  if (first == 0 || number < first || (number > first && !is_for_good)) return false;
  errno = error_number;
  return true;
}

// Calls the next function of that name, unless this call has to fail.
template <typename Result, typename... Arguments>
Result pass(Call call, const char* name, Result failure, Arguments... arguments) {
  if (fails(call)) return failure;
  return reinterpret_cast<Result (*)(Arguments...)>(::dlsym(RTLD_NEXT, name))(arguments...);
}

}  // namespace

// Each stands in for the function of its last name, whatever the headers declare that to be.
extern "C" int failing_open(const char* path, int flags, mode_t mode) __asm__("open");
int failing_open(const char* path, int flags, mode_t mode) {
  return pass(Call::kOpen, "open", -1, path, flags, mode);
}
extern "C" int failing_open64(const char* path, int flags, mode_t mode) __asm__("open64");
int failing_open64(const char* path, int flags, mode_t mode) {
  return pass(Call::kOpen, "open64", -1, path, flags, mode);
}
extern "C" FILE* failing_fopen(const char* path, const char* mode) __asm__("fopen");
FILE* failing_fopen(const char* path, const char* mode) {
  return pass(Call::kOpen, "fopen", static_cast<FILE*>(nullptr), path, mode);
}
extern "C" FILE* failing_fopen64(const char* path, const char* mode) __asm__("fopen64");
FILE* failing_fopen64(const char* path, const char* mode) {
  return pass(Call::kOpen, "fopen64", static_cast<FILE*>(nullptr), path, mode);
}
extern "C" int failing_openat(int folder, const char* path, int flags,
                              mode_t mode) __asm__("openat");
int failing_openat(int folder, const char* path, int flags, mode_t mode) {
  return pass(Call::kOpenat, "openat", -1, folder, path, flags, mode);
}
extern "C" int failing_openat64(int folder, const char* path, int flags,
                                mode_t mode) __asm__("openat64");
int failing_openat64(int folder, const char* path, int flags, mode_t mode) {
  return pass(Call::kOpenat, "openat64", -1, folder, path, flags, mode);
}
extern "C" DIR* failing_opendir(const char* path) __asm__("opendir");
DIR* failing_opendir(const char* path) {
  return pass(Call::kOpenat, "opendir", static_cast<DIR*>(nullptr), path);
}
extern "C" DIR* failing_fdopendir(int fd) __asm__("fdopendir");
DIR* failing_fdopendir(int fd) {
  return pass(Call::kOpenat, "fdopendir", static_cast<DIR*>(nullptr), fd);
}
extern "C" ssize_t failing_read(int fd, void* buffer, std::size_t size) __asm__("read");
ssize_t failing_read(int fd, void* buffer, std::size_t size) {
  return pass(Call::kRead, "read", ssize_t{-1}, fd, buffer, size);
}
extern "C" ssize_t failing_pread(int fd, void* buffer, std::size_t size, off_t at) __asm__("pread");
ssize_t failing_pread(int fd, void* buffer, std::size_t size, off_t at) {
  return pass(Call::kRead, "pread", ssize_t{-1}, fd, buffer, size, at);
}
extern "C" ssize_t failing_pread64(int fd, void* buffer, std::size_t size,
                                   off64_t at) __asm__("pread64");
ssize_t failing_pread64(int fd, void* buffer, std::size_t size, off64_t at) {
  return pass(Call::kRead, "pread64", ssize_t{-1}, fd, buffer, size, at);
}
extern "C" dirent* failing_readdir(DIR* folder) __asm__("readdir");
dirent* failing_readdir(DIR* folder) {
  return pass(Call::kReaddir, "readdir", static_cast<dirent*>(nullptr), folder);
}
extern "C" dirent64* failing_readdir64(DIR* folder) __asm__("readdir64");
dirent64* failing_readdir64(DIR* folder) {
  return pass(Call::kReaddir, "readdir64", static_cast<dirent64*>(nullptr), folder);
}
extern "C" ssize_t failing_write(int fd, const void* buffer, std::size_t size) __asm__("write");
ssize_t failing_write(int fd, const void* buffer, std::size_t size) {
  return pass(Call::kWrite, "write", ssize_t{-1}, fd, buffer, size);
}
extern "C" ssize_t failing_writev(int fd, const iovec* parts, int count) __asm__("writev");
ssize_t failing_writev(int fd, const iovec* parts, int count) {
  return pass(Call::kWrite, "writev", ssize_t{-1}, fd, parts, count);
}
extern "C" ssize_t failing_pwrite(int fd, const void* buffer, std::size_t size,
                                  off_t at) __asm__("pwrite");
ssize_t failing_pwrite(int fd, const void* buffer, std::size_t size, off_t at) {
  return pass(Call::kWrite, "pwrite", ssize_t{-1}, fd, buffer, size, at);
}
extern "C" ssize_t failing_pwrite64(int fd, const void* buffer, std::size_t size,
                                    off64_t at) __asm__("pwrite64");
ssize_t failing_pwrite64(int fd, const void* buffer, std::size_t size, off64_t at) {
  return pass(Call::kWrite, "pwrite64", ssize_t{-1}, fd, buffer, size, at);
}
extern "C" int failing_rename(const char* from, const char* to) __asm__("rename");
int failing_rename(const char* from, const char* to) {
  return pass(Call::kRename, "rename", -1, from, to);
}
extern "C" int failing_renameat(int from_folder, const char* from, int to_folder,
                                const char* to) __asm__("renameat");
int failing_renameat(int from_folder, const char* from, int to_folder, const char* to) {
  return pass(Call::kRename, "renameat", -1, from_folder, from, to_folder, to);
}
extern "C" int failing_renameat2(int from_folder, const char* from, int to_folder, const char* to,
                                 unsigned flags) __asm__("renameat2");
int failing_renameat2(int from_folder, const char* from, int to_folder, const char* to,
                      unsigned flags) {
  return pass(Call::kRename, "renameat2", -1, from_folder, from, to_folder, to, flags);
}
extern "C" int failing_link(const char* from, const char* to) __asm__("link");
int failing_link(const char* from, const char* to) {
  return pass(Call::kRename, "link", -1, from, to);
}
extern "C" int failing_unlink(const char* path) __asm__("unlink");
int failing_unlink(const char* path) { return pass(Call::kUnlink, "unlink", -1, path); }
extern "C" int failing_unlinkat(int folder, const char* path, int flags) __asm__("unlinkat");
int failing_unlinkat(int folder, const char* path, int flags) {
  return pass(Call::kUnlink, "unlinkat", -1, folder, path, flags);
}
extern "C" int failing_rmdir(const char* path) __asm__("rmdir");
int failing_rmdir(const char* path) { return pass(Call::kUnlink, "rmdir", -1, path); }
extern "C" int failing_remove(const char* path) __asm__("remove");
int failing_remove(const char* path) { return pass(Call::kUnlink, "remove", -1, path); }
extern "C" int failing_fsync(int fd) __asm__("fsync");
int failing_fsync(int fd) { return pass(Call::kFsync, "fsync", -1, fd); }
extern "C" int failing_fdatasync(int fd) __asm__("fdatasync");
int failing_fdatasync(int fd) { return pass(Call::kFsync, "fdatasync", -1, fd); }
extern "C" int failing_mkdir(const char* path, mode_t mode) __asm__("mkdir");
int failing_mkdir(const char* path, mode_t mode) {
  return pass(Call::kFsync, "mkdir", -1, path, mode);
}
extern "C" void* failing_mmap(void* at, std::size_t size, int access, int flags, int fd,
                              off_t offset) __asm__("mmap");
void* failing_mmap(void* at, std::size_t size, int access, int flags, int fd, off_t offset) {
  return pass(Call::kMmap, "mmap", MAP_FAILED, at, size, access, flags, fd, offset);
}
extern "C" void* failing_mmap64(void* at, std::size_t size, int access, int flags, int fd,
                                off64_t offset) __asm__("mmap64");
void* failing_mmap64(void* at, std::size_t size, int access, int flags, int fd, off64_t offset) {
  return pass(Call::kMmap, "mmap64", MAP_FAILED, at, size, access, flags, fd, offset);
}

// The library's own, without dlsym: that asks for memory itself.
extern "C" void* failing_malloc(std::size_t size) __asm__("malloc");
void* failing_malloc(std::size_t size) {
  return fails(Call::kMemory) ? nullptr : __libc_malloc(size);
}
extern "C" void* failing_calloc(std::size_t count, std::size_t size) __asm__("calloc");
void* failing_calloc(std::size_t count, std::size_t size) {
  return fails(Call::kMemory) ? nullptr : __libc_calloc(count, size);
}
extern "C" void* failing_realloc(void* block, std::size_t size) __asm__("realloc");
void* failing_realloc(void* block, std::size_t size) {
  return fails(Call::kMemory) ? nullptr : __libc_realloc(block, size);
}
extern "C" void* failing_aligned_alloc(std::size_t alignment,
                                       std::size_t size) __asm__("aligned_alloc");
void* failing_aligned_alloc(std::size_t alignment, std::size_t size) {
  return fails(Call::kMemory) ? nullptr : __libc_memalign(alignment, size);
}
extern "C" int failing_posix_memalign(void** block, std::size_t alignment,
                                      std::size_t size) __asm__("posix_memalign");
int failing_posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  *block = fails(Call::kMemory) ? nullptr : __libc_memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}
