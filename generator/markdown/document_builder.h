// Builds a Document from the top down: open, add and close nodes in reading order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace signpost {

// Keeps `document` a well-formed tree while nodes are added; the document node is open at first.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(Document& document) : document_(document) {
    document_.nodes.push_back(Node{.kind = NodeKind::kDocument, .line = 1, .column = 1});
    open_.push_back({0, kNoNode});
  }

  // Appends a leaf below the open node and returns its index.
  std::uint32_t add(const Node& node) {
    const auto index = static_cast<std::uint32_t>(document_.nodes.size());
    document_.nodes.push_back(node);
    document_.nodes[index].first_child = kNoNode;
    document_.nodes[index].next = kNoNode;
    OpenNode& parent = open_.back();
    if (parent.last_child == kNoNode) {
      document_.nodes[parent.index].first_child = index;
    } else {
      document_.nodes[parent.last_child].next = index;
    }
    parent.last_child = index;
    return index;
  }

  // Appends a leaf with its text.
  std::uint32_t add_text(Node node, std::string_view text) {
    node.text_begin = static_cast<std::uint32_t>(document_.arena.size());
    node.text_size = static_cast<std::uint32_t>(text.size());
    document_.arena += text;
    return add(node);
  }

  // Appends a node and opens it: what follows goes below it until close().
  std::uint32_t open(const Node& node) {
    const std::uint32_t index = add(node);
    open_.push_back({index, kNoNode});
    return index;
  }

  void close() { open_.pop_back(); }

  // How many nodes are open below the document.
  [[nodiscard]] std::size_t depth() const { return open_.size() - 1; }

 private:
  struct OpenNode {
    std::uint32_t index;
    std::uint32_t last_child;
  };

  Document& document_;
  std::vector<OpenNode> open_;
};

}  // namespace signpost
