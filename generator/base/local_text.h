// A text that is given in several languages of the site.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace signpost {

// `text` is in the site's own language.
struct LocalText {
  std::string text;
  std::map<std::string, std::string, std::less<>> others = {};  // by the language's tag

  LocalText() = default;
  LocalText(std::string own) : text(std::move(own)) {}
  LocalText(const char* own) : text(own) {}

  [[nodiscard]] bool has(std::string_view language) const { return others.contains(language); }
  // Returns the text in the language, else in the site's own.
  [[nodiscard]] const std::string& in(std::string_view language) const {
    const auto other = others.find(language);
    return other == others.end() ? text : other->second;
  }
};

}  // namespace signpost
