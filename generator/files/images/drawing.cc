#include <sstream>
#include <string>
#include <vector>

#include <openssl/evp.h>
#include <pugixml.hpp>

#include "base/text.h"
#include "files/images/walkers.h"

// SVG is text that programs read with a library that must not be fooled: pugixml resolves no
// entity of a document and loads nothing.
namespace signpost {
namespace {

constexpr std::string_view kSvgSpace = "http://www.w3.org/2000/svg";
constexpr std::string_view kLinkSpace = "http://www.w3.org/1999/xlink";
constexpr int kMaxDepth = 256;

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == name.npos ? std::string_view() : name.substr(0, colon);
}

// What a prefix stands for at `node`.
std::string_view space_of(pugi::xml_node node, std::string_view prefix) {
  if (prefix == "xml") return prefix;
  const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (; node; node = node.parent()) {
    if (const pugi::xml_attribute found = node.attribute(name.c_str())) return found.value();
  }
  return {};
}

// Elements of editors and of metadata; scripts, which a picture never runs.
bool goes(pugi::xml_node node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return false;
  if (node.type() != pugi::node_element) return true;
  const std::string_view name = node.name();
  const std::string_view space = space_of(node, prefix_of(name));
  const bool is_svg = space == kSvgSpace || (space.empty() && prefix_of(name).empty());
  if (!is_svg) return true;
  const std::string_view local = name.substr(name.find(':') + 1);
  return local == "metadata" || local == "script" || local == "foreignObject" ||
         local == "handler" || local == "listener";
}

bool goes(pugi::xml_node node, pugi::xml_attribute attribute) {
  const std::string_view name = attribute.name();
  const std::string_view prefix = prefix_of(name);
  if (prefix == "xmlns") {
    const std::string_view space = attribute.value();
    return space != kSvgSpace && space != kLinkSpace;
  }
  if (prefix.empty()) {
    return name.starts_with("on") || name.starts_with("data-");
  }
  const std::string_view space = space_of(node, prefix);
  return space != kLinkSpace && space != kSvgSpace && space != "xml";
}

std::string decoded(std::string_view base64) {
  std::string text;
  for (const char c : base64) {
    if (c != '\n' && c != '\r' && c != '\t' && c != ' ') text.push_back(c);
  }
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  const int size = ::EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                     reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()));
  if (size < 0) return {};
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::string encoded(std::string_view bytes) {
  std::string text(bytes.size() / 3 * 4 + 5, '\0');
  const int size = ::EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

// Whether a drawing would have to fetch it: only its links may lead elsewhere.
bool is_elsewhere(pugi::xml_node node, std::string_view address) {
  const std::string lower = ascii_lower(address);
  if (lower.find("javascript:") != lower.npos) return true;
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1) != "a" && lower.find("//") != lower.npos &&
         !lower.starts_with("data:");
}

// A photo inside a drawing is cleaned as one beside it; what is none goes.
std::string clean_embedded(std::string_view value) {
  const std::size_t comma = value.find(";base64,");
  if (!value.starts_with("data:") || comma == value.npos) return std::string(value);
  const std::string bytes = decoded(value.substr(comma + 8));
  const FileFormat format = find_format(bytes);
  if (format == FileFormat::kSvg) return "";
  const CleanImage image = clean_image(format, bytes);
  if (image.bytes.empty()) return "";
  return std::string(value.substr(0, comma + 8)) + encoded(image.bytes);
}

void clean_attributes(pugi::xml_node node) {
  std::vector<pugi::xml_attribute> gone;
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (goes(node, attribute)) {
      gone.push_back(attribute);
    } else if (name == "href" || name.ends_with(":href")) {
      const std::string_view value = attribute.value();
      if (is_elsewhere(node, value)) gone.push_back(attribute);
      pugi::xml_attribute kept = attribute;
      if (value.starts_with("data:")) kept.set_value(clean_embedded(value).c_str());
    }
  }
  for (const pugi::xml_attribute& attribute : gone) node.remove_attribute(attribute);
}

// Children before attributes: those say what prefixes stand for.
bool clean_element(pugi::xml_node node, int depth) {
  if (depth > kMaxDepth) return false;
  std::vector<pugi::xml_node> gone;
  for (const pugi::xml_node child : node.children()) {
    if (goes(child)) {
      gone.push_back(child);
    } else if (child.type() == pugi::node_element && !clean_element(child, depth + 1)) {
      return false;
    }
  }
  for (const pugi::xml_node& child : gone) node.remove_child(child);
  clean_attributes(node);
  return true;
}

}  // namespace

CleanImage clean_drawing(std::string_view bytes) {
  CleanImage image;
  pugi::xml_document document;
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
  if (!document.load_buffer(bytes.data(), bytes.size(), kOptions)) {
    image.damage = "it is not well-formed XML";
    return image;
  }
  const pugi::xml_node root = document.document_element();
  if (std::string_view(root.name()).substr(0, 3) != "svg" &&
      !std::string_view(root.name()).ends_with(":svg")) {
    image.damage = "it is not a drawing";
    return image;
  }
  for (const pugi::xml_node node : document.children()) {
    const bool has_entities = node.type() == pugi::node_doctype &&
                              std::string_view(node.value()).find('[') != std::string_view::npos;
    if (!has_entities) continue;
    image.damage = "it defines entities: save it as \"plain\" or \"optimised\" SVG";
    return image;
  }
  if (!clean_element(root, 0)) {
    image.damage = "its groups are too deep inside each other";
    return image;
  }
  std::ostringstream out;
  root.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  image.bytes = std::move(out).str() + "\n";
  return image;
}

}  // namespace signpost
