// generator/rooms.txt names the rooms of the program from the ground up. An include that climbs, or
// a folder or unit without a line there, fails here with its file and line.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using Sources = std::map<std::string, std::string, std::less<>>;  // by path below generator/
using ::testing::ElementsAre;

// Returns the first name of a path: its folder, or a loose unit without its ending.
std::string room_of(std::string_view path) {
  return std::string(path.substr(0, path.find_first_of("/.")));
}

// Returns the floor of each room.
std::map<std::string, std::size_t, std::less<>> read_rooms(std::string_view text) {
  std::map<std::string, std::size_t, std::less<>> rooms;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    rooms.emplace(line.substr(0, line.find(' ')), rooms.size());
  }
  return rooms;
}

// Returns what an #include "…" names, or nothing.
std::optional<std::string_view> included(std::string_view line) {
  constexpr std::string_view kInclude = "#include \"";
  if (!line.starts_with(kInclude)) return std::nullopt;
  line.remove_prefix(kInclude.size());
  return line.substr(0, line.find('"'));
}

// Returns a line for each include that climbs and each room without a name. search-index/ stands
// below the whole house.
std::vector<std::string> misplaced(std::string_view rooms_text, const Sources& sources) {
  const auto rooms = read_rooms(rooms_text);
  std::vector<std::string> problems;
  for (const auto& [path, text] : sources) {
    const auto own = rooms.find(room_of(path));
    if (own == rooms.end()) {
      problems.push_back(
          fmt::format("generator/{}: rooms.txt names no \"{}\"", path, room_of(path)));
      continue;
    }
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
      ++number;
      const std::optional<std::string_view> name = included(line);
      if (!name || name->starts_with("search-index/")) continue;
      const auto other = rooms.find(room_of(*name));
      if (other == rooms.end()) {
        problems.push_back(fmt::format("generator/{}:{}: rooms.txt names no \"{}\"", path, number,
                                       room_of(*name)));
      } else if (other->second > own->second) {
        problems.push_back(fmt::format("generator/{}:{}: \"{}\" stands above \"{}\"", path, number,
                                       other->first, own->first));
      }
    }
  }
  return problems;
}

std::string read_text(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(Rooms, NoIncludeClimbs) {
  const fs::path root = fs::path(SIGNPOST_SOURCE_DIR) / "generator";
  Sources sources;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".cc") continue;
    sources.emplace(entry.path().lexically_relative(root).generic_string(),
                    read_text(entry.path()));
  }
  ASSERT_GT(sources.size(), 100U);
  EXPECT_THAT(misplaced(read_text(root / "rooms.txt"), sources), ElementsAre());
}

TEST(Rooms, TellsWhatClimbsAndWhatHasNoName) {
  constexpr std::string_view kRooms = "# rooms\nbase  dates\ncheck  mistakes\nmain  the start\n";
  const Sources sources = {
      {"base/date.cc", "#include \"base/date.h\"\n\n#include <map>\n#include \"check/site.h\"\n"},
      {"check/kinds/duties.cc", "#include \"base/date.h\"\n#include \"cellar/wine.h\"\n"},
      {"loose.h", "#pragma once\n"},
      {"main.cc", "#include \"check/site.h\"\n#include \"search-index/searcher.h\"\n"}};
  EXPECT_THAT(misplaced(kRooms, sources),
              ElementsAre("generator/base/date.cc:4: \"check\" stands above \"base\"",
                          "generator/check/kinds/duties.cc:2: rooms.txt names no \"cellar\"",
                          "generator/loose.h: rooms.txt names no \"loose\""));
}

}  // namespace
}  // namespace signpost
