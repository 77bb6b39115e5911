// Every example of the CommonMark and GFM specifications, and of cmark-gfm's own extensions and
// past bugs, through markdown_to_html and through the cmark-gfm program of the same build.
#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "unit/plain_html.h"

namespace signpost {
namespace {

struct Example {
  int line = 0;
  std::string markdown;
};

std::string with_tabs(std::string text) {
  constexpr std::string_view kArrow = "→";
  for (std::size_t i = text.find(kArrow); i != std::string::npos; i = text.find(kArrow, i)) {
    text.replace(i, kArrow.size(), "\t");
  }
  return text;
}

// Returns the Markdown of the examples: between a fence of 32 backticks and a line with a dot.
std::vector<Example> read_examples(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path;
  const std::string fence(32, '`');
  std::vector<Example> examples;
  bool in_markdown = false;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with(fence + " example")) {
      in_markdown = true;
      examples.push_back({number, ""});
    } else if (in_markdown && line == ".") {
      in_markdown = false;
      examples.back().markdown = with_tabs(examples.back().markdown);
    } else if (in_markdown) {
      examples.back().markdown += line + "\n";
    }
  }
  return examples;
}

// Returns what the cmark-gfm program prints for `markdown`.
std::string program_output(const std::string& markdown) {
  const std::string path = testing::TempDir() + "commonmark_example_" + std::to_string(getpid());
  std::ofstream(path, std::ios::binary) << markdown;
  const std::string command = "'" CMARK_GFM_PROGRAM
                              "' -e table -e strikethrough -e autolink -e tasklist -e footnotes '" +
                              path + "'";
  FILE* pipe = popen(command.c_str(), "r");
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    output.append(buffer.data(), size);
  }
  EXPECT_EQ(pclose(pipe), 0) << command;
  std::remove(path.c_str());
  return output;
}

struct Collection {
  const char* file;
  std::size_t least_count;
};

class CommonMark : public testing::TestWithParam<Collection> {};

TEST_P(CommonMark, PrintsWhatTheProgramPrints) {
  const std::vector<Example> examples =
      read_examples(std::string(CMARK_GFM_EXAMPLES "/") + GetParam().file);
  EXPECT_GE(examples.size(), GetParam().least_count);
  for (const Example& example : examples) {
    EXPECT_EQ(markdown_to_html(example.markdown), program_output(example.markdown))
        << GetParam().file << ":" << example.line << "\n"
        << example.markdown;
  }
}

INSTANTIATE_TEST_SUITE_P(Examples, CommonMark,
                         testing::Values(Collection{"spec.txt", 670},
                                         Collection{"extensions.txt", 30},
                                         Collection{"regression.txt", 15}),
                         [](const testing::TestParamInfo<Collection>& collection) {
                           const std::string_view file = collection.param.file;
                           return std::string(file.substr(0, file.find('.')));
                         });

}  // namespace
}  // namespace signpost
