#include <gtest/gtest.h>

#include "reach/visitor_keys.h"

namespace signpost {
namespace {

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
