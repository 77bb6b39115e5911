// XML inside documents, element by element. Internal to this room; pugixml is behind it: it
// resolves no entities of a document and loads nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace signpost {

// An element, valid during the visit. Names are without their prefix: "t" for "w:t".
class XmlElement {
 public:
  explicit XmlElement(void* node) : node_(node) {}

  [[nodiscard]] std::string_view name() const;
  // By its name without prefix, or by its whole name: "id" is the first such one, "r:id" that.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  // The text of the element and all below it.
  [[nodiscard]] std::string text() const;
  // The text of the element without that of elements in it.
  [[nodiscard]] std::string own_text() const;
  // Calls `take` for each attribute with its name without prefix and its value.
  void for_each_attribute(
      const std::function<void(std::string_view, std::string_view)>& take) const;
  // Of the document: an element without name.
  [[nodiscard]] XmlElement parent() const;
  [[nodiscard]] bool has_child(std::string_view name) const;
  // Its node in the library.
  [[nodiscard]] void* node() const { return node_; }
  // Whether an element called `name` is around it.
  [[nodiscard]] bool is_in(std::string_view name) const;

 private:
  void* node_;
};

// Calls `visit` for each element in order; false where the text is not well-formed XML.
bool visit_xml(std::string_view text, const std::function<void(const XmlElement&)>& visit);

// Walks what is inside the element, in order: `enter` says for each element whether to go on inside
// it, `take` is given each text between them, if it is set. Linear in what is walked.
void walk_xml(const XmlElement& element, const std::function<bool(const XmlElement&)>& enter,
              const std::function<void(std::string_view)>& take);

// Whether an attribute of Office or OpenDocument says yes.
inline bool is_yes(std::string_view value) {
  return value == "1" || value == "true" || value == "on";
}

}  // namespace signpost
