#include "render/content_policy.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/site_files.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

const std::string kPolicy =
    "default-src 'none'; script-src 'self' file: 'wasm-unsafe-eval'; style-src 'self' file:; "
    "img-src 'self' file:; font-src 'self' file:; media-src 'self' file:; form-action 'self' "
    "file:; base-uri 'none'";
const std::string kMeta =
    "\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + kPolicy + "\">";

TEST(ContentPolicy, StandsInEachPageBeforeAnythingIsLoaded) {
  const std::pair<std::string, std::string> pages[] = {
      {"<!doctype html>\n<head>\n<meta charset=\"utf-8\">", "\n<title>"},
      {"<html><head><meta charset=utf-8>", "<link>"},
      {"<html lang=\"en\"><head prefix=\"og:\">", "<title><head></title>"},
      {"<!doctype html><html>", "<body><header>"},
      {"<!DOCTYPE html>", "<header>"}};
  for (const auto& [before, after] : pages) {
    EXPECT_EQ(with_content_policy(fmt::format("{}{}", before, after)),
              fmt::format("{}{}{}", before, kMeta, after));
  }
  EXPECT_EQ(with_content_policy("no page"), "no page");
  EXPECT_EQ(with_content_policy("<head"), "<head");
}

TEST(ContentPolicy, IsTheSameInTheHeaders) {
  const std::string header = kPolicy + "; frame-ancestors 'none'";
  EXPECT_EQ(content_policy_header(), header);
  EXPECT_THAT(headers_file(), HasSubstr("/*\n  Content-Security-Policy: " + header + "\n"));
  EXPECT_THAT(headers_file(), HasSubstr("\n  Cross-Origin-Embedder-Policy: require-corp\n"));
  EXPECT_THAT(nginx_headers(),
              HasSubstr("\nadd_header Content-Security-Policy \"" + header + "\" always;\n"));
}

}  // namespace
}  // namespace signpost
