// yaml-cpp reports events; the tree is built here, because its own nodes follow aliases without
// end, keep repeated keys and lose the places. What yaml-cpp takes for granted is checked before
// and after: characters, tabs, keys without a colon, quotes that are never closed.
#include "base/yaml.h"

#include <algorithm>
#include <istream>
#include <numeric>
#include <optional>
#include <streambuf>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxNodes = 200'000;
constexpr std::size_t kMaxBytes = 4'000'000;
constexpr std::string_view kQuoteTheValue = "put the value in quotes: \"…\"";
constexpr std::string_view kIndentHelp =
    "start each key of a group in the same column, and put a space after each colon";

// Ends the parse after a mistake that leaves nothing sensible to go on with.
struct Stop {};

// The text and where it stands in its file.
struct Source {
  std::string_view text;
  std::string_view path;
  std::uint32_t first_line;

  [[nodiscard]] Place place(const YAML::Mark& mark) const {
    if (mark.line < 0) return {std::string(path), first_line, 1, 0};
    return {std::string(path), first_line + static_cast<std::uint32_t>(mark.line),
            static_cast<std::uint32_t>(mark.column) + 1, 0};
  }
  // The line of the mark, cut before the mark's column.
  [[nodiscard]] std::string_view line_before(const YAML::Mark& mark) const {
    const std::string_view before = text.substr(0, position(mark));
    return before.substr(before.rfind('\n') + 1);
  }
  [[nodiscard]] std::string_view from(const YAML::Mark& mark) const {
    return text.substr(position(mark));
  }

 private:
  [[nodiscard]] std::size_t position(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text.size());
  }
};

// Reads memory in place: a stringstream would copy it first.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string& text) {
    setg(text.data(), text.data(), text.data() + text.size());
  }
};

// Follows the real text of a document, so that a quote that is never closed has it in its scalar.
constexpr std::string_view kEndMark = "\n# end of the text\n";

// At most 60 bytes of a line, for a message; never half a letter.
std::string clipped(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  if (text.size() <= 60) return std::string(text);
  std::size_t end = 57;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Source& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  [[nodiscard]] YamlNode take_tree() { return std::move(root_); }
  // Where the innermost open "[" or "{" stands, if there is one.
  [[nodiscard]] std::optional<YAML::Mark> open_bracket() const {
    for (auto frame = open_.rbegin(); frame != open_.rend(); ++frame) {
      if (frame->is_flow) return frame->mark;
    }
    return std::nullopt;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++document_count_ < 2) return;
    const bool marked =
        trimmed(source_.line_before(mark)).empty() && source_.from(mark).substr(0, 3) == "---";
    if (marked)
      stop("yaml-syntax", mark, "a second document starts at \"---\"", "delete this line");
    stop("yaml-syntax", mark, "this line does not belong to what stands above it",
         std::string(kIndentHelp));
  }
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    stop_at_sign(mark, '*');
  }
  void OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) override {
    stop_at_sign(mark, '&');
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    count_node(mark);
    if (!open_.empty() && open_.back().node.type == YamlType::kMap) {
      Frame& frame = open_.back();
      if (!frame.has_key)
        stop("yaml-syntax", mark, "a key is missing before \":\"", "write the key before it");
      check_colon(frame);
      add({YamlType::kNull, false, frame.key.line, frame.key.column, {}, {}, {}});
      return;
    }
    add(make_node(YamlType::kNull, mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    count_node(mark);
    check_tag(mark, tag);
    if (value.find(trimmed(kEndMark)) != std::string::npos) {
      stop("yaml-syntax", mark, "a quote is opened here and never closed",
           "add the same quote at the end of the value");
    }
    if (takes_key()) {
      const Place place = source_.place(mark);
      Frame& frame = open_.back();
      frame.key = {value, place.line, place.column, {}};
      frame.key_mark = mark;
      frame.has_key = true;
      frame.is_key_quoted = tag == "!";
      return;
    }
    YamlNode node = make_node(YamlType::kScalar, mark);
    node.quoted = tag == "!";
    node.text = value;
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    open(YamlType::kList, mark, tag, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value style) override {
    open(YamlType::kMap, mark, tag, style);
  }
  void OnMapEnd() override {
    report_duplicates(open_.back().node);
    close();
  }

  [[noreturn]] void stop(std::string_view rule, const YAML::Mark& mark, std::string message,
                         std::string help) {
    diagnostics_.add(rule, source_.place(mark), std::move(message), std::move(help));
    throw Stop{};
  }
  // `*`, `&` and `!` at the start of a value mean aliases, anchors and tags in YAML.
  [[noreturn]] void stop_at_sign(const YAML::Mark& mark, char sign) {
    stop("yaml-alias", mark, fmt::format("a value cannot start with \"{}\"", sign),
         std::string(kQuoteTheValue));
  }
  [[noreturn]] void stop_without_colon(const YAML::Mark& mark, std::string_view key) {
    stop("yaml-syntax", mark, fmt::format("no \":\" after \"{}\"", clipped(key)),
         "write \"key: value\", with a space after the colon");
  }

 private:
  // A list or map that is not yet closed; of a map, the key whose value comes next.
  struct Frame {
    YamlNode node;
    YAML::Mark mark;
    bool is_flow = false;
    bool has_key = false;
    bool is_key_quoted = false;
    YamlEntry key;
    YAML::Mark key_mark;
  };

  [[nodiscard]] YamlNode make_node(YamlType type, const YAML::Mark& mark) const {
    const Place place = source_.place(mark);
    return {type, false, place.line, place.column, {}, {}, {}};
  }
  [[nodiscard]] bool takes_key() const {
    return !open_.empty() && open_.back().node.type == YamlType::kMap && !open_.back().has_key;
  }
  void count_node(const YAML::Mark& mark) {
    if (++node_count_ <= kMaxNodes) return;
    stop("yaml-too-large", mark, fmt::format("more than {} values in one file", kMaxNodes),
         "split the file into smaller ones");
  }
  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") stop_at_sign(mark, '!');
  }
  // yaml-cpp takes a line without a colon for a key without a value.
  void check_colon(const Frame& frame) {
    if (frame.is_key_quoted) return;
    const std::string_view rest = source_.from(frame.key_mark);
    if (rest.substr(0, frame.key.key.size()) == frame.key.key) {
      const std::string_view after = rest.substr(frame.key.key.size());
      const std::size_t next = after.find_first_not_of(" \t");
      if (next != std::string_view::npos && after[next] == ':') return;
    }
    stop_without_colon(frame.key_mark, frame.key.key);
  }
  void open(YamlType type, const YAML::Mark& mark, const std::string& tag,
            YAML::EmitterStyle::value style) {
    count_node(mark);
    check_tag(mark, tag);
    if (takes_key()) {
      const bool fact =
          source_.line_before(mark).ends_with('{') || source_.from(mark).substr(0, 2) == "{{";
      stop("yaml-syntax", mark,
           fact ? "a value cannot start with \"{{\"" : "a key cannot be a list or a group",
           fact ? std::string(kQuoteTheValue) : "");
    }
    if (open_.size() >= kMaxDepth) {
      stop("yaml-too-deep", mark, fmt::format("more than {} levels inside each other", kMaxDepth),
           "write it with fewer levels");
    }
    Frame frame;
    frame.node = make_node(type, mark);
    frame.mark = mark;
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

  const Source& source_;
  Diagnostics& diagnostics_;
  std::vector<Frame> open_;
  YamlNode root_;
  std::size_t node_count_ = 0;
  int document_count_ = 0;
};

// Characters that YAML forbids or that yaml-cpp mistakes for something else (it takes U+0004 for
// the end of the file), and tabs that indent. False where the text cannot be parsed.
bool check_characters(const Source& source, Diagnostics& diagnostics) {
  std::uint32_t line = source.first_line;
  std::size_t line_start = 0;
  bool indenting = true;
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    const auto c = static_cast<unsigned char>(source.text[i]);
    if (c > ' ' && c != 0x7F) {
      indenting = false;
      continue;
    }
    if (c == ' ') continue;
    if (c == '\n') {
      ++line;
      line_start = i + 1;
      indenting = true;
      continue;
    }
    const std::string_view rest = source.text.substr(i, source.text.find('\n', i) - i);
    if (c == '\t' && (!indenting || trimmed(rest).empty())) continue;
    const Place place{std::string(source.path), line,
                      static_cast<std::uint32_t>(i - line_start) + 1, 1};
    if (c == '\t') {
      diagnostics.add("yaml-syntax", place, "a line is indented with a tab",
                      "use spaces instead of the tab");
    } else {
      diagnostics.add("yaml-syntax", place, fmt::format("the character U+{:04X} is not text", c),
                      "delete it (it may be invisible)");
    }
    return false;
  }
  return true;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string first_word(std::string_view text) {
  text = trimmed(text.substr(0, text.find('\n')));
  return clipped(text.substr(0, text.find_first_of(" \t:")));
}

// yaml-cpp points behind an escape that it does not know.
YAML::Mark at_backslash(YAML::Mark mark, const Source& source) {
  const std::string_view before = source.line_before(mark);
  const std::size_t backslash = before.rfind('\\');
  if (backslash == std::string_view::npos) return mark;
  const int behind = static_cast<int>(before.size() - backslash);
  mark.pos -= behind;
  mark.column -= behind;
  return mark;
}

// Puts yaml-cpp's words (0.7, exceptions.h) into plain ones.
void explain(const YAML::Exception& exception, const Source& source, TreeBuilder& builder) {
  const std::string_view said = exception.msg;
  const YAML::Mark& mark = exception.mark;
  const std::string_view before = trimmed(source.line_before(mark));
  const std::string_view rest = source.from(mark);
  if (has(said, "anchor is not defined") || has(said, "alias")) builder.stop_at_sign(mark, '*');
  if (has(said, "anchor")) builder.stop_at_sign(mark, '&');
  if (has(said, "tag")) builder.stop_at_sign(mark, '!');
  if (has(said, "flow not found") || has(said, "EOF in")) {
    const YAML::Mark open = builder.open_bracket().value_or(mark);
    const bool is_list = source.from(open).starts_with('[');
    builder.stop(
        "yaml-syntax", open,
        fmt::format("\"{}\" is opened here and never closed", is_list ? '[' : '{'),
        fmt::format("add \"{}\" at the end, and a comma between values", is_list ? ']' : '}'));
  }
  if (has(said, "illegal flow end")) {
    builder.stop("yaml-syntax", mark, fmt::format("\"{}\" closes nothing", rest.substr(0, 1)),
                 "delete it, or put the value in quotes");
  }
  if (has(said, "escape") || has(said, "hex number")) {
    builder.stop("yaml-syntax", at_backslash(mark, source),
                 "\"\\\" in double quotes starts an escape",
                 "write \"\\\\\" for one \"\\\", or use single quotes");
  }
  if (has(said, "unknown token")) {
    builder.stop("yaml-syntax", mark,
                 fmt::format("a value cannot start with \"{}\"", rest.substr(0, 1)),
                 std::string(kQuoteTheValue));
  }
  if (has(said, "illegal block entry") && !before.empty()) {
    builder.stop("yaml-syntax", mark, "a value cannot start with \"- \"",
                 "start the list on the next line, or put the value in quotes");
  }
  if (has(said, "illegal map value") && has(before, ":")) {
    builder.stop("yaml-syntax", mark, "a value has a second \":\" in it",
                 std::string(kQuoteTheValue));
  }
  if (has(said, "illegal map value")) {
    builder.stop("yaml-syntax", mark, fmt::format("\"{}\" cannot be a key here", clipped(before)),
                 std::string(kIndentHelp) + ", also in the line above");
  }
  if (!before.empty() && !rest.empty()) {
    builder.stop("yaml-syntax", mark,
                 fmt::format("\"{}\" follows the end of the value", first_word(rest)),
                 "put the whole value in one pair of quotes");
  }
  const std::string_view line = trimmed(rest.substr(0, rest.find('\n')));
  if (!line.empty() && !line.starts_with("- ") && !line.ends_with(':') && !has(line, ": ")) {
    builder.stop_without_colon(mark, line);
  }
  builder.stop("yaml-syntax", mark,
               fmt::format("\"{}\" does not line up with what stands above it", first_word(rest)),
               std::string(kIndentHelp));
}

void parse_events(const Source& source, TreeBuilder& builder) {
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
    explain(exception, source, builder);
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
  std::string normalised;
  if (text.find('\r') != std::string_view::npos) {
    normalised = with_line_feeds(text);
    text = normalised;
  }
  const Source source{text, path, first_line};
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
  if (!check_characters(source, diagnostics)) return {};
  TreeBuilder builder(source, diagnostics);
  try {
    parse_events(source, builder);
  } catch (const Stop&) {  // reported
    return {};
  }
  return builder.take_tree();
}

}  // namespace signpost
