// What templates see: a small tree of texts, true/false, lists and named values. Templates escape
// texts for HTML unless they say otherwise; an empty text, an empty list and `false` are "not
// there" to a section.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace signpost {

struct ViewMember;

struct View {
  using List = std::vector<View>;
  using Object = std::vector<ViewMember>;

  std::variant<bool, std::string, List, Object> value;

  View();  // an object without members
  View(std::string text);
  View(std::string_view text);
  View(const char* text);
  View(List list);
  View(Object object);
  // A constructor for bool alone would also take pointers.
  static View boolean(bool truth);

  // Appends a named value to an object and returns the object. Names are not repeated.
  View& set(std::string name, View view);
  View& set_flag(std::string name, bool truth);
  // Returns the value called `name` of an object, or nullptr.
  [[nodiscard]] const View* find(std::string_view name) const;
};

struct ViewMember {
  std::string name;
  View view;
};

// Here, where ViewMember is complete: clang insists.
inline View::View() : value(Object()) {}
inline View::View(std::string text) : value(std::move(text)) {}
inline View::View(std::string_view text) : value(std::string(text)) {}
inline View::View(const char* text) : value(std::string(text)) {}
inline View::View(List list) : value(std::move(list)) {}
inline View::View(Object object) : value(std::move(object)) {}

// Sets a list, and the flag "has_" and its name that tells whether anything is in it.
void set_list(View& view, const std::string& name, View list);

}  // namespace signpost
