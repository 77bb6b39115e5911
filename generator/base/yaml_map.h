// Reads a YAML map whose keys are known: every mistake is reported with its place and what to type.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/local_text.h"
#include "base/yaml.h"

namespace signpost {

// The rules that a map reports, each written out: a test looks for the ids of rules in the sources.
struct YamlMapRules {
  std::string_view type, unknown_key, missing_key, date;
};
inline constexpr YamlMapRules kConfigRules{"config-type", "config-unknown-key",
                                           "config-missing-key", "config-date"};
inline constexpr YamlMapRules kDataRules{"data-type", "data-unknown-key", "data-missing-key",
                                         "data-date"};

// Where a map stands and what it reports. `type_help` goes with wrong types.
// `languages`: the site's, its own first.
struct YamlMapSource {
  std::string_view path;
  YamlMapRules rules;
  std::string_view type_help;
  std::span<const std::string_view> languages = {};
};

class YamlMap {
 public:
  // `what` names the map in messages ("a glossary entry"). Reports keys that are not in `known`,
  // and a node that is no map (kNull counts as an empty one). The node must outlive this.
  YamlMap(const YamlNode& node, std::string_view what, const YamlMapSource& source,
          std::span<const std::string_view> known, Diagnostics& diagnostics);

  // Returns the text of `key`, "" where it is absent, empty or of another type (then reported).
  std::string text(std::string_view key) const;
  // As text; its absence is reported.
  std::string required_text(std::string_view key) const;
  // Returns the text of `key`, which may be a map with a text for each language of the site. A
  // language that the site lacks is reported, and where its own has no text.
  LocalText local_text(std::string_view key) const;
  // As local_text; its absence is reported.
  LocalText required_local_text(std::string_view key) const;
  // Returns the texts of the list `key`; empty where it is absent or wrong.
  std::vector<std::string> texts(std::string_view key) const;
  // As texts; its absence is reported.
  std::vector<std::string> required_texts(std::string_view key) const;
  // Returns a whole number from 1 to 9999 as written, "" where it is absent or wrong.
  std::string number(std::string_view key) const;
  bool yes_or_no(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  // Returns the node of `key`, or nullptr; a missing one is reported by the `required_` form.
  const YamlNode* find(std::string_view key) const { return node_.find(key); }
  const YamlNode* required(std::string_view key) const;
  // Returns the items of the list `key`; empty where it is absent or no list (then reported).
  std::span<const YamlNode> list(std::string_view key) const;
  // Returns the place of `key`'s value, or of the map.
  Place place(std::string_view key) const;
  // Reports `rules.type` at the value of `key`.
  void wrong(std::string_view key, std::string message, std::string_view help = "") const;

 private:
  const YamlNode& node_;
  std::string_view what_;
  YamlMapSource source_;
  Diagnostics& diagnostics_;
};

}  // namespace signpost
