// The parts of a document that is a ZIP archive. Internal to this room; libzip is behind it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

class Package {
 public:
  // Opens the archive in `bytes`, which must outlive it; `damage()` says whether that failed.
  explicit Package(std::string_view bytes);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  // Why the document cannot be looked into, or "": also set by reading.
  [[nodiscard]] const std::string& damage() const { return damage_; }
  void fail(std::string damage);

  // Whether there are bytes in the archive that none of its parts and lists has: behind its end,
  // between parts, or as its comment (APPNOTE 6.3.10, section 4.3).
  [[nodiscard]] bool has_strays() const { return has_strays_; }

  // The names of its parts, sorted: "word/document.xml".
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] bool has(std::string_view name) const;
  // The part, unpacked; "" where it is not there or too large, or the whole has become so.
  std::string read(const std::string& name);

 private:
  struct Archive;
  std::unique_ptr<Archive> archive_;
  std::vector<std::string> names_;
  std::string damage_;
  std::uint64_t bytes_left_;
  bool has_strays_ = false;
};

}  // namespace signpost
