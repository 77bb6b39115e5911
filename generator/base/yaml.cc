// yaml-cpp reports events; the tree is built here, because its own nodes follow aliases without
// end, keep repeated keys and lose the places. What yaml-cpp takes for granted is checked before
// and after: characters, tabs, keys without a colon, quotes that are never closed.
#include "base/yaml.h"

#include <algorithm>
#include <istream>
#include <numeric>
#include <optional>
#include <set>
#include <streambuf>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/characters.h"
#include "base/text.h"
#include "base/yaml_messages.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxNodes = 200'000;
constexpr std::size_t kMaxBytes = 4'000'000;
constexpr std::size_t kMaxForbidden = 20;  // characters of one value that are named

// Ends the parse after a mistake that leaves nothing sensible to go on with.
struct Stop {};

YamlSpot spot_of(const YAML::Mark& mark) {
  if (mark.line < 0) return {};
  return {static_cast<std::size_t>(std::max(mark.pos, 0)), static_cast<std::uint32_t>(mark.line),
          static_cast<std::uint32_t>(mark.column)};
}

// Reads memory in place: a stringstream would copy it first.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string& text) {
    setg(text.data(), text.data(), text.data() + text.size());
  }
};

// Follows the real text of a document, so that a quote that is never closed has it in its scalar.
constexpr std::string_view kEndMark = "\n# end of the text\n";

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlSource& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  [[nodiscard]] YamlNode take_tree() { return std::move(root_); }
  // Where the innermost open "[" or "{" stands, if there is one.
  [[nodiscard]] std::optional<YamlSpot> open_bracket() const {
    for (auto frame = open_.rbegin(); frame != open_.rend(); ++frame) {
      if (frame->is_flow) return frame->spot;
    }
    return std::nullopt;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++document_count_ < 2) return;
    const YamlSpot spot = spot_of(mark);
    const bool marked =
        trimmed(source_.line_before(spot)).empty() && source_.from(spot).starts_with("---");
    if (marked) stop({spot, "a second document starts at \"---\"", "delete this line"});
    stop({spot, "this line does not belong to what stands above it", kIndentHelp});
  }
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    stop(sign_mistake(spot_of(mark), '*'));
  }
  void OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) override {
    stop(sign_mistake(spot_of(mark), '&'));
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    const YamlSpot spot = spot_of(mark);
    count_node(spot);
    if (!open_.empty() && open_.back().node.type == YamlType::kMap) {
      Frame& frame = open_.back();
      if (!frame.has_key) {
        stop({spot, "a key is missing before \":\"", "write the key before it"});
      }
      check_colon(frame);
      add({YamlType::kNull, false, frame.key.line, frame.key.column, {}, {}, {}});
      return;
    }
    add(make_node(YamlType::kNull, spot));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& written) override {
    const YamlSpot spot = spot_of(mark);
    count_node(spot);
    check_tag(spot, tag);
    std::string value = plain_value(written, spot);
    if (value.find(trimmed(kEndMark)) != std::string::npos) {
      stop({spot, "a quote is opened here and never closed",
            "add the same quote at the end of the value"});
    }
    if (takes_key()) {
      const Place place = source_.place(spot);
      Frame& frame = open_.back();
      frame.key = {std::move(value), place.line, place.column, {}};
      frame.key_spot = spot;
      frame.has_key = true;
      frame.is_key_quoted = tag == "!";
      return;
    }
    YamlNode node = make_node(YamlType::kScalar, spot);
    node.quoted = tag == "!";
    node.text = std::move(value);
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    open(YamlType::kList, spot_of(mark), tag, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value style) override {
    open(YamlType::kMap, spot_of(mark), tag, style);
  }
  void OnMapEnd() override {
    report_duplicates(open_.back().node);
    close();
  }

  [[noreturn]] void stop(YamlMistake mistake) {
    diagnostics_.add(mistake.rule, source_.place(mistake.spot), std::move(mistake.message),
                     std::move(mistake.help));
    throw Stop{};
  }

 private:
  // A list or map that is not yet closed; of a map, the key whose value comes next.
  struct Frame {
    YamlNode node;
    YamlSpot spot;
    bool is_flow = false;
    bool has_key = false;
    bool is_key_quoted = false;
    YamlEntry key;
    YamlSpot key_spot;
  };

  [[nodiscard]] YamlNode make_node(YamlType type, const YamlSpot& spot) const {
    const Place place = source_.place(spot);
    return {type, false, place.line, place.column, {}, {}, {}};
  }
  // The characters of the file are looked at before; an escape ("\u202e") can make one.
  std::string plain_value(const std::string& written, const YamlSpot& spot) {
    const Place place = source_.place(spot);
    std::string value = without_break_hints(written);
    const std::vector<ForbiddenCharacter> found = find_forbidden_characters(value);
    std::set<std::uint32_t> named;
    for (const ForbiddenCharacter& each : found) {
      value.replace(each.offset, each.size, each.size, ' ');
      if (named.size() >= kMaxForbidden || !named.insert(each.code_point).second) continue;
      const auto count =
          std::ranges::count(found, each.code_point, &ForbiddenCharacter::code_point);
      report_forbidden_character(each.code_point, place, static_cast<std::size_t>(count),
                                 diagnostics_);
    }
    return value;
  }
  [[nodiscard]] bool takes_key() const {
    return !open_.empty() && open_.back().node.type == YamlType::kMap && !open_.back().has_key;
  }
  void count_node(const YamlSpot& spot) {
    if (++node_count_ <= kMaxNodes) return;
    stop({spot, fmt::format("more than {} values in one file", kMaxNodes),
          "split the file into smaller ones", "yaml-too-large"});
  }
  void check_tag(const YamlSpot& spot, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") stop(sign_mistake(spot, '!'));
  }
  // yaml-cpp takes a line without a colon for a key without a value.
  void check_colon(const Frame& frame) {
    if (frame.is_key_quoted) return;
    const std::string_view rest = source_.from(frame.key_spot);
    if (rest.substr(0, frame.key.key.size()) == frame.key.key) {
      const std::string_view after = rest.substr(frame.key.key.size());
      const std::size_t next = after.find_first_not_of(" \t");
      if (next != std::string_view::npos && after[next] == ':') return;
    }
    stop(colon_mistake(frame.key_spot, frame.key.key));
  }
  void open(YamlType type, const YamlSpot& spot, const std::string& tag,
            YAML::EmitterStyle::value style) {
    count_node(spot);
    check_tag(spot, tag);
    if (takes_key()) {
      const bool fact =
          source_.line_before(spot).ends_with('{') || source_.from(spot).substr(0, 2) == "{{";
      stop({spot, fact ? "a value cannot start with \"{{\"" : "a key cannot be a list or a group",
            fact ? kQuoteTheValue : ""});
    }
    if (open_.size() >= kMaxDepth) {
      stop({spot, fmt::format("more than {} levels inside each other", kMaxDepth),
            "write it with fewer levels", "yaml-too-deep"});
    }
    Frame frame;
    frame.node = make_node(type, spot);
    frame.spot = spot;
    frame.is_flow = style == YAML::EmitterStyle::Flow;
    open_.push_back(std::move(frame));
  }
  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }
  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = open_.back();
    if (frame.node.type == YamlType::kList) {
      frame.node.items.push_back(std::move(node));
      return;
    }
    frame.key.value = std::move(node);
    frame.node.entries.push_back(std::move(frame.key));
    frame.has_key = false;
  }
  // Keeps the first entry of each key.
  void report_duplicates(YamlNode& map) {
    std::vector<YamlEntry>& entries = map.entries;
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const int compared = entries[a].key.compare(entries[b].key);
      return compared != 0 ? compared < 0 : a < b;
    });
    std::vector<bool> repeated(entries.size());
    bool any = false;
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
      const YamlEntry& entry = entries[order[i]];
      if (entry.key != entries[order[first]].key) {
        first = i;
        continue;
      }
      repeated[order[i]] = any = true;
      diagnostics_.add("yaml-duplicate-key",
                       {std::string(source_.path), entry.line, entry.column,
                        static_cast<std::uint32_t>(entry.key.size())},
                       fmt::format("\"{}\" is written twice, first on line {}", clipped(entry.key),
                                   entries[order[first]].line),
                       "delete one of them");
    }
    if (!any) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (repeated[i]) continue;
      if (kept != i) entries[kept] = std::move(entries[i]);
      ++kept;
    }
    entries.resize(kept);
  }

  const YamlSource& source_;
  Diagnostics& diagnostics_;
  std::vector<Frame> open_;
  YamlNode root_;
  std::size_t node_count_ = 0;
  int document_count_ = 0;
};

// Reports a tab that indents, which YAML forbids. False where the text cannot be parsed.
bool check_tabs(const YamlSource& source, Diagnostics& diagnostics) {
  std::uint32_t line = source.first_line;
  std::size_t line_start = 0;
  bool indenting = true;
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    const char c = source.text[i];
    if (c == '\n') {
      ++line;
      line_start = i + 1;
      indenting = true;
      continue;
    }
    if (c != '\t' && c != ' ') indenting = false;
    if (c != '\t' || !indenting) continue;
    const std::string_view rest = source.text.substr(i, source.text.find('\n', i) - i);
    if (trimmed(rest).empty()) {
      i += rest.size() - 1;
      continue;
    }
    diagnostics.add(
        "yaml-syntax",
        {std::string(source.path), line, static_cast<std::uint32_t>(i - line_start) + 1, 1},
        "a line is indented with a tab", "use spaces instead of the tab");
    return false;
  }
  return true;
}

void parse_events(const YamlSource& source, TreeBuilder& builder) {
  std::string text;
  text.reserve(source.text.size() + kEndMark.size());
  text.append(source.text).append(kEndMark);
  MemoryBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& exception) {
    builder.stop(
        explain_failure(source, {exception.msg, spot_of(exception.mark), builder.open_bracket()}));
  }
}

std::string with_line_feeds(std::string_view text) {
  std::string normalised;
  normalised.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      normalised.push_back(text[i]);
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      normalised.push_back('\n');
    }
  }
  return normalised;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const YamlEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

YamlNode parse_yaml(std::string_view text, std::string_view path, std::uint32_t first_line,
                    Diagnostics& diagnostics) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > kMaxBytes) {
    diagnostics.add("yaml-too-large", {std::string(path), first_line, 1, 0},
                    fmt::format("more than {} bytes of YAML", kMaxBytes),
                    "split the file into smaller ones");
    return {};
  }
  if (const std::optional<std::size_t> bad = find_invalid_utf8(text)) {
    const std::string_view before = text.substr(0, *bad);
    const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const auto column = static_cast<std::uint32_t>(*bad - (before.rfind('\n') + 1)) + 1;
    diagnostics.add("yaml-syntax", {std::string(path), first_line + lines, column, 1},
                    "the text is not UTF-8", "save the file as UTF-8");
    return {};
  }
  // Beyond this point the text holds no character that yaml-cpp mistakes for something else (it
  // takes U+0004 for the end of the file).
  const std::string plain = with_plain_marks(
      without_forbidden_characters(with_line_feeds(text), path, first_line, diagnostics));
  const YamlSource source{plain, path, first_line};
  if (!check_tabs(source, diagnostics)) return {};
  TreeBuilder builder(source, diagnostics);
  try {
    parse_events(source, builder);
  } catch (const Stop&) {  // reported
    return {};
  }
  return builder.take_tree();
}

}  // namespace signpost
