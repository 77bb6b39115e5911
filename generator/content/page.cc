// One file of content to one page: bytes, encoding, front matter, fields, address.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/characters.h"
#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/content.h"
#include "content/parts.h"
#include "content/translations.h"

namespace signpost {
namespace {

constexpr std::uint64_t kMaxPageBytes = 4'000'000;
constexpr std::string_view kFence = "---";

// A file's text with lines that end in \n, without a byte order mark.
struct Text {
  const std::string& path;
  std::string bytes;

  [[nodiscard]] Place place(std::size_t offset) const {
    const std::string_view before = std::string_view(bytes).substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t column = offset - (before.rfind('\n') + 1) + 1;
    return {path, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column), 1};
  }
};

// Lines end at \n, \r\n or \r (CommonMark 0.29, section 2.1).
void normalise_line_ends(std::string& bytes) {
  const std::size_t first = bytes.find('\r');
  if (first == std::string::npos) return;
  std::size_t kept = first;
  for (std::size_t i = first; i < bytes.size(); ++i) {
    const bool is_return = bytes[i] == '\r';
    if (is_return && i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
    bytes[kept++] = is_return ? '\n' : bytes[i];
  }
  bytes.resize(kept);
}

// UTF-16 by its mark, or by a NUL in each of the first pairs of bytes, as plain letters have.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.size() < 4) return false;
  return (bytes[0] == '\0') != (bytes[1] == '\0') && (bytes[2] == '\0') != (bytes[3] == '\0');
}

std::optional<Text> read_text(const SourceFile& file, const Config& config,
                              Diagnostics& diagnostics) {
  std::optional<std::string> bytes =
      read_file(config.site_dir / file.path, file.path, kMaxPageBytes, diagnostics);
  if (!bytes) return std::nullopt;
  constexpr std::string_view kSaveAs = "save the file as \"UTF-8\" in your editor";
  if (is_utf16(*bytes)) {
    diagnostics.add("file-encoding", {file.path, 1, 1, 0}, "the file is UTF-16, not UTF-8",
                    std::string(kSaveAs));
    return std::nullopt;
  }
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  normalise_line_ends(*bytes);
  Text text{file.path, std::move(*bytes)};
  if (const std::optional<std::size_t> bad = find_invalid_utf8(text.bytes)) {
    diagnostics.add("file-encoding", text.place(*bad), "a letter here is not UTF-8",
                    std::string(kSaveAs));
    return std::nullopt;
  }
  text.bytes = with_plain_marks(
      without_forbidden_characters(std::move(text.bytes), file.path, 1, diagnostics));
  if (trimmed(text.bytes).empty()) {
    diagnostics.add("file-empty", {file.path, 1, 1, 0}, "the file is empty",
                    "write the page, or delete the file");
    return std::nullopt;
  }
  return text;
}

// The two parts of a file; the front matter starts on line 2.
struct Parts {
  std::string_view front_matter, body;
  std::uint32_t body_line = 1;
};

bool is_fence(std::string_view line) {
  return line.starts_with(kFence) && trimmed(line.substr(kFence.size())).empty();
}

std::optional<Parts> split_parts(const Text& text, Diagnostics& diagnostics) {
  const std::string_view bytes = text.bytes;
  const std::size_t first_end = bytes.find('\n');
  if (!is_fence(bytes.substr(0, first_end))) {
    diagnostics.add("front-matter-missing", {text.path, 1, 1, 0},
                    "the page does not start with a line \"---\"",
                    "start the file with ---, then title: and summary: lines, then --- again");
    return std::nullopt;
  }
  std::uint32_t line = 2;
  const std::size_t begin = first_end == std::string_view::npos ? bytes.size() : first_end + 1;
  for (std::size_t start = begin; start < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    if (is_fence(bytes.substr(start, end - start))) {
      return Parts{bytes.substr(begin, start - begin),
                   bytes.substr(std::min(end + 1, bytes.size())), line + 1};
    }
    start = end + 1;
  }
  diagnostics.add("front-matter-unclosed", {text.path, 1, 1, 3},
                  "the front matter that starts here never ends",
                  "add a line --- between the fields and the text");
  return std::nullopt;
}

std::optional<YamlNode> read_front_matter(const Parts& parts, const std::string& path,
                                          Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  YamlNode front_matter = parse_yaml(parts.front_matter, path, 2, diagnostics);
  if (front_matter.type == YamlType::kMap) return front_matter;
  const bool is_reported = diagnostics.all().size() != before;
  if (front_matter.type == YamlType::kNull) {
    if (is_reported) return std::nullopt;
    return front_matter;
  }
  diagnostics.add("front-matter-not-map", {path, front_matter.line, front_matter.column, 0},
                  front_matter.type == YamlType::kList
                      ? "the front matter is a list, not fields with values"
                      : "the front matter is a text, not fields with values",
                  "write one field a line: title: About us");
  return std::nullopt;
}

// Sets folder, slug, language and url from the path.
void set_address(Page& page, const Config& config, Diagnostics& diagnostics) {
  std::string_view path = page.source_path;
  constexpr std::string_view kRoot = "content/";
  if (path.starts_with(kRoot)) path.remove_prefix(kRoot.size());
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) page.folder = path.substr(0, slash);
  std::string_view name = path.substr(slash + 1);
  if (name.ends_with(".md")) name.remove_suffix(3);
  const std::size_t dot = name.find('.');
  page.slug = name.substr(0, dot);
  page.language = own_language(config);
  std::string suffix;
  if (dot != std::string_view::npos) {
    const std::string_view tag = name.substr(dot + 1);
    const auto found = std::find_if(
        config.languages.begin(), config.languages.end(),
        [&](const Language& each) { return ascii_lower(each.tag) == ascii_lower(tag); });
    if (found == config.languages.end()) {
      std::vector<std::string_view> tags;
      for (const Language& each : config.languages) tags.push_back(each.tag);
      diagnostics.add(
          "language-unknown", {page.source_path, 0, 0, 0},
          fmt::format("\"{}\" in the file's name is not a language of this site", tag),
          did_you_mean_or(
              tag, tags,
              fmt::format("add it to languages: in site-config.yaml, or rename the file to \"{}\"",
                          page.slug + ".md")));
    } else if (found == config.languages.begin()) {
      diagnostics.add("language-unknown", {page.source_path, 0, 0, 0},
                      fmt::format("\"{}\" in the file's name is the site's own language", tag),
                      fmt::format("rename the file to \"{}\"", page.slug + ".md"));
    } else {
      page.language = found->tag;
    }
    suffix = fmt::format(".{}", tag);
  }
  page.url =
      fmt::format("{}{}{}{}.html", page.folder, page.folder.empty() ? "" : "/", page.slug, suffix);
}

const YamlNode* find_scalar(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node != nullptr && node->type == YamlType::kScalar ? node : nullptr;
}

// The kind of a page, and whether that is the one it was meant to be: of a page whose kind is
// missing or misspelt nobody knows which fields it may have.
struct ChosenKind {
  const Kind* kind = nullptr;
  bool is_known = true;
};

// The kind of the nearest folder that has one; pages at the top and a folder's own page are plain.
ChosenKind kind_of_folder(const Page& page, const Config& config, Diagnostics& diagnostics) {
  const Kind* plain = config.kinds.find(kPlainKind);
  if (page.folder.empty() || page.slug == "index") return {plain};
  const Folder* best = nullptr;
  for (const Folder& folder : config.folders) {
    const bool is_inside = page.folder == folder.path || page.folder.starts_with(folder.path + "/");
    if (is_inside && (best == nullptr || folder.path.size() > best->path.size())) best = &folder;
  }
  if (best == nullptr) {
    diagnostics.add("folder-without-kind", {page.source_path, 0, 0, 0},
                    fmt::format("the folder \"{}\" has no kind", page.folder),
                    fmt::format("add to folders: in site-config.yaml: {}: {{kind: page, title: …}}",
                                page.folder));
    return {plain, false};
  }
  const Kind* kind = config.kinds.find(best->kind);
  return {kind != nullptr ? kind : plain, best->is_kind_known};
}

ChosenKind choose_kind(const YamlNode& front_matter, const Page& page, const Config& config,
                       Diagnostics& diagnostics) {
  if (const YamlNode* named = find_scalar(front_matter, "kind")) {
    if (const Kind* kind = config.kinds.find(trimmed(named->text))) return {kind};
    return {kind_of_folder(page, config, diagnostics).kind, false};  // read_fields says so
  }
  return kind_of_folder(page, config, diagnostics);
}

}  // namespace

const FieldEntry* Page::find(std::string_view field) const { return fields.find(field); }

std::string Page::text(std::string_view field) const { return fields.text(field); }

std::optional<Date> Page::date(std::string_view field) const { return fields.date(field); }

std::vector<PageDay> days_of(const Page& page) {
  std::vector<PageDay> days;
  for (const FieldEntry& entry : page.fields.entries) {
    if (const Date* date = std::get_if<Date>(&entry.value)) days.push_back({entry.name, *date});
  }
  if (const std::optional<Period> period = page.period()) {
    days.push_back({"period.from", period->from});
    days.push_back({"period.to", period->to});
  }
  return days;
}

std::vector<std::string> Page::list(std::string_view field) const { return fields.list(field); }

std::optional<Period> Page::period() const {
  const std::span<const Fields> records = fields.records("period");
  if (records.empty()) return std::nullopt;
  const std::optional<Date> from = records.front().date("from");
  const std::optional<Date> to = records.front().date("to");
  if (!from || !to) return std::nullopt;
  return Period{*from, *to};
}

std::optional<Date> Page::day() const {
  std::optional<Date> latest;
  if (kind == nullptr) return latest;
  for (const std::string& field : kind->days) {
    const std::optional<Date> each = date(field);
    if (each && (!latest || *latest < *each)) latest = each;
  }
  return latest;
}

std::optional<Date> Page::listed_day() const {
  if (kind == nullptr || kind->days.empty()) return std::nullopt;
  const bool is_shown = kind->newest_first || kind->listed_by == ListedBy::kGroup;
  return is_shown ? date(kind->days.front()) : std::nullopt;
}

bool is_kind(const Page& page, std::string_view kind) {
  return page.kind != nullptr && page.kind->name == kind;
}

std::string kind_label(const Words& words, const Page& page) {
  if (page.kind == nullptr) return "";
  const std::string label = words.text("label_" + std::string(page.kind->name));
  return label.empty() ? std::string(page.kind->label) : label;
}

std::optional<ParsedPage> parse_page(const SourceFile& file, const Config& config, Drafts drafts,
                                     Diagnostics& diagnostics) {
  const std::optional<Text> text = read_text(file, config, diagnostics);
  if (!text) return std::nullopt;
  const std::optional<Parts> parts = split_parts(*text, diagnostics);
  if (!parts) return std::nullopt;
  const std::optional<YamlNode> front_matter = read_front_matter(*parts, file.path, diagnostics);
  if (!front_matter) return std::nullopt;
  // A draft that is left out may have any mistake still.
  const YamlNode* draft = find_scalar(*front_matter, "draft");
  const bool is_draft = draft != nullptr && draft->text == "true";
  if (is_draft && drafts == Drafts::kLeaveOut) return std::nullopt;

  Page page;
  page.source_path = file.path;
  page.draft = is_draft;
  set_address(page, config, diagnostics);
  const ChosenKind chosen = choose_kind(*front_matter, page, config, diagnostics);
  page.kind = chosen.kind;
  page.fields = read_fields(*page.kind, *front_matter, config, {file.path, 1, 1, 3}, diagnostics,
                            chosen.is_known ? UnknownFields::kReport : UnknownFields::kPass);
  const IsRole is_role = [&](std::string_view parent, std::string_view key) {
    return is_role_field(*page.kind, config.kinds, parent, key);
  };
  find_details(*front_matter, {file.path, parts->front_matter, 2}, is_role, page.details);
  page.title = page.text("title");
  page.summary = page.text("summary");
  if (page.title.empty()) page.title = page.slug;
  set_parts(page);
  if (config.languages.size() > 1 && page.language == own_language(config)) {
    page.version = words_version(page, parts->body, config.kinds);
  }
  return ParsedPage{std::move(page), {std::string(parts->body), parts->body_line}};
}

}  // namespace signpost
