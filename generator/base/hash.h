// SHA-256 (FIPS 180-4) by OpenSSL: names of files that change with their bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace signpost {

// Returns the 64 lower-case hexadecimal digits of the bytes' SHA-256.
std::string sha256_hex(std::string_view bytes);

// The SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();
  void add(std::string_view bytes);
  // Returns the digits of all that was added; nothing can be added afterwards.
  [[nodiscard]] std::string finish_hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace signpost
