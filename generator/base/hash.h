// SHA-256 (FIPS 180-4) by OpenSSL: names of files that change with their bytes.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns the 64 lower-case hexadecimal digits of the bytes' SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace signpost
