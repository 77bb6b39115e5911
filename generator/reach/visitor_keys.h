// What keeps visitors apart without naming them: a keyed hash and keys that nobody can guess, by
// OpenSSL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

// Returns the first 8 bytes, as a big-endian number, of the HMAC-SHA-256 (RFC 2104) of the bytes.
std::uint64_t keyed_hash(std::string_view key, std::string_view bytes);
// Returns `size` bytes that nobody can guess.
std::string random_bytes(std::size_t size);

}  // namespace signpost
