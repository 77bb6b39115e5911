#include "render/large_print.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(LargePrint, HasAnAddressBesideThePage) {
  EXPECT_EQ(large_print_url("factsheets/plan.html"), "factsheets/plan.large.html");
  EXPECT_EQ(large_print_url("factsheets/plan.ur.html"), "factsheets/plan.ur.large.html");
}

TEST(LargePrint, IsTheSamePageMarkedAndKeptFromSearchEngines) {
  EXPECT_EQ(as_large_print("<!DOCTYPE html>\n<html lang=\"en-GB\" dir=\"ltr\">\n<head>\n"
                           "<title>Plan</title>\n</head><body><p>Text</p></body></html>"),
            "<!DOCTYPE html>\n<html class=\"sp-large\" lang=\"en-GB\" dir=\"ltr\">\n<head>\n"
            "<meta name=\"robots\" content=\"noindex\">\n<title>Plan</title>\n</head>"
            "<body><p>Text</p></body></html>");
}

TEST(LargePrint, OfADraftIsHiddenOnce) {
  const std::string draft =
      "<html lang=\"en\"><meta name=\"robots\" content=\"noindex\"><title>Plan</title>";
  EXPECT_EQ(as_large_print(draft),
            "<html class=\"sp-large\" lang=\"en\">"
            "<meta name=\"robots\" content=\"noindex\"><title>Plan</title>");
}

}  // namespace
}  // namespace signpost
