#include "files/documents/xml_part.h"

#include <pugixml.hpp>

namespace signpost {
namespace {

constexpr int kMaxDepth = 512;

pugi::xml_node node_of(void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(node));
}

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

class Visitor : public pugi::xml_tree_walker {
 public:
  explicit Visitor(const std::function<void(const XmlElement&)>& visit) : visit_(visit) {}

  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_element) visit_(XmlElement(node.internal_object()));
    return depth() < kMaxDepth;
  }

 private:
  const std::function<void(const XmlElement&)>& visit_;
};

class TextCollector : public pugi::xml_tree_walker {
 public:
  std::string text;

  bool for_each(pugi::xml_node& node) override {
    text += node.value();
    return true;
  }
};

}  // namespace

std::string_view XmlElement::name() const { return local(node_of(node_).name()); }

std::string_view XmlElement::attribute(std::string_view name) const {
  for (const pugi::xml_attribute each : node_of(node_).attributes()) {
    if (name == each.name() || local(each.name()) == name) return each.value();
  }
  return {};
}

std::string XmlElement::text() const {
  TextCollector collector;
  node_of(node_).traverse(collector);
  return std::move(collector.text);
}

std::string XmlElement::own_text() const {
  std::string text;
  for (const pugi::xml_node child : node_of(node_).children()) {
    if (child.type() != pugi::node_element) text += child.value();
  }
  return text;
}

void XmlElement::for_each_attribute(
    const std::function<void(std::string_view, std::string_view)>& take) const {
  for (const pugi::xml_attribute each : node_of(node_).attributes()) {
    take(local(each.name()), each.value());
  }
}

XmlElement XmlElement::parent() const {
  return XmlElement(node_of(node_).parent().internal_object());
}

bool XmlElement::has_child(std::string_view name) const {
  for (const pugi::xml_node child : node_of(node_).children()) {
    if (local(child.name()) == name) return true;
  }
  return false;
}

bool XmlElement::is_in(std::string_view name) const {
  for (pugi::xml_node node = node_of(node_).parent(); node; node = node.parent()) {
    if (local(node.name()) == name) return true;
  }
  return false;
}

bool visit_xml(std::string_view text, const std::function<void(const XmlElement&)>& visit) {
  pugi::xml_document document;
  // A run may hold nothing but a space.
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(text.data(), text.size(), kOptions)) return false;
  Visitor visitor(visit);
  return document.traverse(visitor);
}

void walk_xml(const XmlElement& element, const std::function<bool(const XmlElement&)>& enter,
              const std::function<void(std::string_view)>& take) {
  const pugi::xml_node root = node_of(element.node());
  pugi::xml_node node = root.first_child();
  while (node) {
    const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    if (is_text && take) take(node.value());
    const bool is_inside =
        node.type() == pugi::node_element && enter(XmlElement(node.internal_object()));
    if (is_inside && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) node = node.parent();
    if (node == root) return;
    node = node.next_sibling();
  }
}

}  // namespace signpost
