// A small site for tests: from its files, in a folder that lives as long as the test, to its pages.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "pipeline.h"
#include "unit/temporary_folder.h"

namespace signpost {

// Returns a site-config.yaml of the settings that every site needs, 11 lines, followed by `more`.
std::string small_config(std::string_view more);

class SmallSite : public ::testing::Test {
 protected:
  // Makes the site from its files, on the day `today`.
  void make(std::string_view today, const std::string& base_url);

  std::size_t page_at(std::string_view url) const {
    return loaded_->site.page_by_url.find(url)->second;
  }

  std::string rendered(std::string_view url, std::initializer_list<std::string_view> related = {});

  // Returns a file that is not made from one page; "(no such file)" where there is none.
  std::string listing(std::string_view url);
  // Returns the addresses of all such files.
  std::vector<std::string> listing_urls();

  TemporaryFolder folder_;
  std::unique_ptr<const LoadedSite> loaded_;
  RenderContext context_;
  Diagnostics diagnostics_;
};

}  // namespace signpost
