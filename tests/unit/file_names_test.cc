#include "base/file_names.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(FileNames, ThatLieOnEveryComputer) {
  const std::string device = "is the name of a device on Windows";
  const std::pair<std::string, std::string> cases[] = {
      {"page.md", ""},
      {"console.md", ""},
      {"com10.md", ""},
      {"caf\u00E9.csv", ""},
      {"con", device},
      {"CON.md", device},
      {"Aux.tar.gz", device},
      {"nul .txt", device},
      {"prn", device},
      {"com1.md", device},
      {"COM0", device},
      {"lpt9.pdf", device},
      {"com\u00B2.md", device},
      {"CONIN$", device},
      {"conout$.md", device},
      {"a?.md", "has a \"?\", which Windows does not take"},
      {"a:b", "has a \":\", which Windows does not take"},
      {"a\\b", "has a \"\\\", which Windows does not take"},
      {"a.", "ends in a full stop, which Windows drops"},
      {"a ", "starts or ends with a space"},
      {" a", "starts or ends with a space"},
      {"a\nb", "has the character \"LINE FEED\" (U+000A)"},
      {"a\x1b[2J", "has the character \"ESCAPE\" (U+001B)"},
      {"a\u202Efdp.exe", "has the character \"RIGHT-TO-LEFT OVERRIDE\" (U+202E)"},
      {"a\xFF", "is not UTF-8"},
      {std::string(256, 'a'), "is longer than 255 letters"},
  };
  for (const auto& [name, mistake] : cases) EXPECT_EQ(windows_name_mistake(name), mistake) << name;
}

TEST(FileNames, AreComparedAsWindowsDoes) {
  EXPECT_EQ(folded_name("Calls.CSV"), "calls.csv");
  EXPECT_EQ(folded_name("CAF\u00C9.csv"), folded_name("cafe\u0301.csv"));
  EXPECT_NE(folded_name("cafe.csv"), folded_name("caf\u00E9.csv"));
}

}  // namespace
}  // namespace signpost
