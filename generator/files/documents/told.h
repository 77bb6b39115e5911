// Collects what a document tells. Internal to this room.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

class Told {
 public:
  explicit Told(std::span<const std::string> public_names) : public_names_(public_names) {}

  // Adds a phrase, once.
  void add(std::string phrase);
  // Adds `label "name"`, unless the name is public, or what programs write who know none.
  void add_name(std::string_view label, std::string_view name);
  // Counts one of a sort ("comment", in the plural with an s) and who made it, if known.
  void count(std::string_view what, std::string_view author = "");

  // Returns the phrases, with the counts behind them.
  std::vector<std::string> take();

 private:
  struct Count {
    std::size_t count = 0;
    std::set<std::string> authors;
  };

  [[nodiscard]] bool is_public(std::string_view name) const;

  std::span<const std::string> public_names_;
  std::vector<std::string> phrases_;
  std::map<std::string, Count> counts_;
};

}  // namespace signpost
