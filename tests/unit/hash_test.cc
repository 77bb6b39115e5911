#include "base/hash.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

// The examples that NIST publishes with FIPS 180-4.
TEST(Sha256, GivesTheStandardsDigests) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// RFC 4231, test case 2: the digest begins with 5bdcc146bf60754e.
TEST(KeyedHash, IsTheStartOfTheHmac) {
  EXPECT_EQ(keyed_hash("Jefe", "what do ya want for nothing?"), 0x5bdcc146bf60754eULL);
}

TEST(RandomBytes, DifferEachTime) {
  EXPECT_EQ(random_bytes(32).size(), 32U);
  EXPECT_NE(random_bytes(32), random_bytes(32));
}

}  // namespace
}  // namespace signpost
