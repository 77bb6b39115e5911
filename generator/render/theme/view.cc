#include "render/theme/view.h"

namespace signpost {

View View::boolean(bool truth) {
  View view;
  view.value = truth;
  return view;
}

View& View::set(std::string name, View view) {
  std::get<Object>(value).push_back({std::move(name), std::move(view)});
  return *this;
}

View& View::set_flag(std::string name, bool truth) {
  return set(std::move(name), View::boolean(truth));
}

const View* View::find(std::string_view name) const {
  const Object* object = std::get_if<Object>(&value);
  if (object == nullptr) return nullptr;
  for (const ViewMember& member : *object) {
    if (member.name == name) return &member.view;
  }
  return nullptr;
}

void set_list(View& view, const std::string& name, View list) {
  const bool has_any = !std::get<View::List>(list.value).empty();
  view.set(name, std::move(list)).set_flag("has_" + name, has_any);
}

}  // namespace signpost
