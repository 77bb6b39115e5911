// SHA-256 (FIPS 180-4) and random bytes by OpenSSL. The only unit that includes OpenSSL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

// Returns the 64 lower-case hexadecimal digits of the bytes' SHA-256.
std::string sha256_hex(std::string_view bytes);
// Returns the first 8 bytes, as a big-endian number, of the HMAC-SHA-256 (RFC 2104) of the bytes.
std::uint64_t keyed_hash(std::string_view key, std::string_view bytes);
// Returns `size` bytes that nobody can guess.
std::string random_bytes(std::size_t size);

}  // namespace signpost
