#include "files/documents/package.h"

#include <algorithm>
#include <utility>

#include <zip.h>

#include "files/images/byte_order.h"

namespace signpost {
namespace {

constexpr std::uint64_t kMaxPartBytes = std::uint64_t{32} << 20;
constexpr std::uint64_t kMaxAllBytes = std::uint64_t{256} << 20;
constexpr zip_int64_t kMaxParts = 10'000;
constexpr char kTooLarge[] = "it unpacks to more than can be looked into";
constexpr char kDamaged[] = "its archive is damaged";

constexpr std::size_t kMostStray = 64;  // bytes that programs fill up with

// Whether there are more than a few bytes that the archive's lists do not speak of.
bool finds_strays(std::string_view bytes) {
  constexpr std::uint64_t kLarge = 0xFFFFFFFF;  // the number is elsewhere: ZIP64
  const std::size_t end = bytes.rfind(std::string_view("PK\x05\x06", 4));
  if (end == bytes.npos || end + 22 > bytes.size()) return false;
  if (bytes.size() - end > 22 + kMostStray / 4) return true;
  std::size_t entry = little_endian(bytes, end + 16, 4);
  const std::size_t count = little_endian(bytes, end + 10, 2);
  if (entry == kLarge || count == 0xFFFF) return false;
  std::uint64_t used = little_endian(bytes, end + 12, 4) + (bytes.size() - end);
  for (std::size_t i = 0; i < count && entry + 46 <= bytes.size(); ++i) {
    const std::uint64_t packed = little_endian(bytes, entry + 20, 4);
    const std::size_t header = little_endian(bytes, entry + 42, 4);
    if (packed == kLarge || header == kLarge) return false;
    const bool has_descriptor = (little_endian(bytes, entry + 8, 2) & 8U) != 0;
    used += 30 + little_endian(bytes, header + 26, 2) + little_endian(bytes, header + 28, 2) +
            packed + (has_descriptor ? 24 : 0);
    entry += 46 + little_endian(bytes, entry + 28, 2) + little_endian(bytes, entry + 30, 2) +
             little_endian(bytes, entry + 32, 2);
  }
  return bytes.size() > used + kMostStray;
}

struct CloseArchive {
  void operator()(zip_t* archive) const { ::zip_discard(archive); }
};
struct ClosePart {
  void operator()(zip_file_t* part) const { ::zip_fclose(part); }
};

}  // namespace

struct Package::Archive {
  std::unique_ptr<zip_t, CloseArchive> zip;
};

Package::Package(std::string_view bytes)
    : archive_(std::make_unique<Archive>()), bytes_left_(kMaxAllBytes) {
  zip_error_t error;
  ::zip_error_init(&error);
  zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : ::zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr && source != nullptr) ::zip_source_free(source);
  ::zip_error_fini(&error);
  archive_->zip.reset(zip);
  if (zip == nullptr) {
    fail(kDamaged);
    return;
  }
  const zip_int64_t count = ::zip_get_num_entries(zip, 0);
  if (count > kMaxParts) {
    fail(kTooLarge);
    return;
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t info;
    const auto index = static_cast<zip_uint64_t>(i);
    if (::zip_stat_index(zip, index, 0, &info) != 0 || (info.valid & ZIP_STAT_NAME) == 0) continue;
    names_.emplace_back(info.name);
    const bool has_method = (info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0;
    if (has_method && info.encryption_method != ZIP_EM_NONE) fail("it is protected by a password");
  }
  std::ranges::sort(names_);
  has_strays_ = finds_strays(bytes);
}

Package::~Package() = default;

void Package::fail(std::string damage) {
  if (damage_.empty()) damage_ = std::move(damage);
}

bool Package::has(std::string_view name) const {
  return std::ranges::binary_search(names_, name, {},
                                    [](const std::string& each) { return std::string_view(each); });
}

std::string Package::read(const std::string& name) {
  if (!damage_.empty() || !has(name)) return "";
  const std::unique_ptr<zip_file_t, ClosePart> part(
      ::zip_fopen(archive_->zip.get(), name.c_str(), 0));
  std::string text;
  if (part == nullptr) {
    fail(kDamaged);
    return "";
  }
  const std::uint64_t most = std::min(kMaxPartBytes, bytes_left_);
  constexpr std::size_t kStep = 65536;
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + kStep);
    const zip_int64_t got = ::zip_fread(part.get(), text.data() + before, kStep);
    text.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0) fail(kDamaged);
    if (text.size() > most) fail(kTooLarge);
    if (!damage_.empty()) return "";
    if (got == 0) break;
  }
  bytes_left_ -= text.size();
  return text;
}

}  // namespace signpost
