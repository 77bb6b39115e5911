#include "render/theme/template.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include "base/text.h"
#include "render/theme/template_tags.h"

namespace signpost {
namespace {

namespace km = kainjow::mustache;

constexpr std::size_t kMaxPartialDepth = 32;
constexpr std::size_t kMaxPartials = 10'000;  // put into one layout
constexpr std::size_t kMaxReportsOfFile = 20;
constexpr std::size_t kMaxFlatBytes = 1 << 20;
// A list of 20,000 pages takes under a million steps and 10 MB.
constexpr std::size_t kMaxSteps = 5'000'000;
constexpr std::size_t kMaxRenderedBytes = std::size_t{64} << 20;
constexpr std::string_view kPartials = "partials/";

// Returns the library's value of `view`. An empty text becomes `false`, so that `{{#summary}}` asks
// whether there is one, as in the specification's own implementations.
km::data to_data(const View& view);

km::data object_data(const View::Object& members) {
  km::data result(km::data::type::object);
  for (const ViewMember& member : members) result[member.name] = to_data(member.view);
  return result;
}

km::data list_data(const View::List& items) {
  km::data result(km::data::type::list);
  // The library can only copy into a list, at every level of the tree: fill its own vector.
  auto& values = const_cast<km::list&>(result.list_value());
  values.reserve(items.size());
  for (const View& item : items) values.push_back(to_data(item));
  return result;
}

km::data to_data(const View& view) {
  if (const bool* truth = std::get_if<bool>(&view.value)) return {*truth};
  if (const std::string* text = std::get_if<std::string>(&view.value)) {
    return text->empty() ? km::data(false) : km::data(*text);
  }
  if (const View::List* items = std::get_if<View::List>(&view.value)) return list_data(*items);
  return object_data(std::get<View::Object>(view.value));
}

// Ends the filling of a template that would take too long: loops in loops multiply.
struct TooMuch {};

// What filling one template has cost.
struct Effort {
  std::size_t steps = 0, bytes = 0;

  void add(std::size_t written) {
    bytes += written;
    if (++steps > kMaxSteps || bytes > kMaxRenderedBytes) throw TooMuch{};
  }
};

// Looks a name up from the innermost section outwards, then in what all pages share. The library's
// own context makes a string stream for each dotted name.
class LayeredContext final : public km::basic_context<std::string> {
 public:
  LayeredContext(const km::data& shared, const km::data& page, Effort& effort)
      : layers_{&shared, &page}, effort_(effort) {}

  void push(const km::data* data) override {
    effort_.add(0);
    layers_.push_back(data);
  }
  void pop() override { layers_.pop_back(); }

  const km::data* get(const std::string& name) const override {
    effort_.add(0);
    if (name == ".") return layers_.back();
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
      if (const km::data* found = find_path(**layer, name)) return found;
    }
    return nullptr;
  }

  const km::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  static const km::data* find_path(const km::data& from, const std::string& path) {
    std::size_t begin = 0;
    const km::data* found = &from;
    for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', begin)) {
      found = found->get(path.substr(begin, dot - begin));
      if (found == nullptr) return nullptr;
      begin = dot + 1;
    }
    return found->get(begin == 0 ? path : path.substr(begin));
  }

  std::vector<const km::data*> layers_;
  Effort& effort_;
};

// What the library writes into: it asks for nothing but <<.
struct Sink {
  Effort& effort;
  std::string text;
  Sink& operator<<(const std::string& more) {
    effort.add(more.size());
    text += more;
    return *this;
  }
};

struct Loaded {
  std::map<std::string_view, const TemplateSource*> by_name;  // those without mistakes

  // Returns the partial, or nullptr.
  [[nodiscard]] const TemplateSource* find_partial(std::string_view name) const {
    const auto found = by_name.find(std::string(kPartials).append(name));
    return found == by_name.end() ? nullptr : found->second;
  }
};

// Reports the library's own message about `source` in our words. Its messages are `Unclosed section
// "x" at 12` and the like, with an offset in the text.
void report_syntax(const TemplateSource& source, const std::string& error,
                   Diagnostics& diagnostics) {
  std::size_t offset = 0;
  const std::size_t at = error.rfind(" at ");
  for (std::size_t i = at + 4; at != std::string::npos && i < error.size(); ++i) {
    offset = offset * 10 + static_cast<std::size_t>(error[i] - '0');
  }
  const std::optional<Tag> tag = next_tag(source.text, offset);
  const std::string name(tag ? tag->name : "");
  const Place place = place_at(source, offset, tag ? tag->end - tag->begin : 2);
  if (error.starts_with("Unclosed section")) {
    diagnostics.add("template-syntax", place, "the section \"" + name + "\" is not closed",
                    "type \"{{/" + name + "}}\" where the section ends");
  } else if (error.starts_with("Unopened section")) {
    diagnostics.add("template-syntax", place,
                    "\"{{/" + name + "}}\" closes a section that was not opened",
                    "type \"{{#" + name + "}}\" where the section starts, or delete the tag");
  } else {
    diagnostics.add("template-syntax", place, "the tag is not closed",
                    "type \"}}\" where the tag ends (\"}}}\" after \"{{{\")");
  }
}

void report_depth(const TemplateSource& source, const Tag& tag, Diagnostics& diagnostics) {
  diagnostics.add("template-syntax", place_at(source, tag.begin, tag.end - tag.begin),
                  fmt::format("more than {} sections inside each other", kMaxSectionDepth),
                  "take some of them out of the others");
}

// Returns whether `source` can be used. Reports what is wrong with it alone.
bool check_template(const TemplateSource& source, Diagnostics& diagnostics) {
  std::size_t from = 0;
  while (const std::optional<Tag> tag = next_tag(source.text, from)) {
    if (tag->sigil == '=') {
      diagnostics.add("template-syntax", place_at(source, tag->begin, tag->end - tag->begin),
                      "a template cannot change the tags' delimiters",
                      "delete the tag and write \"{{\" and \"}}\"");
      return false;
    }
    from = tag->end;
  }
  if (const std::optional<Tag> deep = too_deep_section(source.text)) {
    report_depth(source, *deep, diagnostics);
    return false;
  }
  const km::mustache parsed(source.text);
  if (!parsed.is_valid()) report_syntax(source, parsed.error_message(), diagnostics);
  return parsed.is_valid();
}

// Reports partials that `source` names and the theme lacks.
void check_partials(const TemplateSource& source, std::span<const TemplateSource> sources,
                    Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const TemplateSource& each : sources) {
    if (each.name.starts_with(kPartials)) {
      names.push_back(std::string_view(each.name).substr(kPartials.size()));
    }
  }
  std::size_t from = 0;
  std::size_t missing = 0;
  while (const std::optional<Tag> tag = next_tag(source.text, from)) {
    from = tag->end;
    if (missing == kMaxReportsOfFile) return;
    if (tag->sigil != '>' || std::find(names.begin(), names.end(), tag->name) != names.end()) {
      continue;
    }
    ++missing;
    diagnostics.add("template-missing-partial", place_at(source, tag->begin, tag->end - tag->begin),
                    "the theme has no partial \"" + std::string(tag->name) + "\"",
                    did_you_mean(tag->name, names));
  }
}

// Puts partials in and drops comments, empty lines, lines that only hold a section's tag, and the
// blanks at the start of lines: the library makes each blank a node of its own, and pages need not
// carry them.
class Flattener {
 public:
  Flattener(const Loaded& loaded, Diagnostics& diagnostics)
      : loaded_(loaded), diagnostics_(diagnostics) {}

  // Returns nothing where partials include themselves or are too many.
  std::optional<std::string> flatten(const TemplateSource& layout) {
    out_.clear();
    partial_count_ = 0;
    at_line_start_ = true;
    is_bounded_ = true;
    append(layout);
    if (!at_line_start_) out_ += '\n';
    return is_bounded_ ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  void append(const TemplateSource& source) {
    if (!is_bounded_) return;
    open_.push_back(&source);
    const std::string_view text = without_last_newline(source.text);
    std::size_t from = 0;
    while (const std::optional<Tag> tag = next_tag(text, from)) {
      append_text(text.substr(from, tag->begin - from));
      from = tag->end;
      if (tag->sigil == '>') {
        append_partial(source, *tag);
      } else if (tag->sigil != '!') {
        out_ += text.substr(tag->begin, tag->end - tag->begin);
        const bool is_section = tag->sigil == '#' || tag->sigil == '^' || tag->sigil == '/';
        at_line_start_ = at_line_start_ && is_section;
      }
    }
    append_text(text.substr(from));
    open_.pop_back();
  }

  void append_partial(const TemplateSource& source, const Tag& tag) {
    const TemplateSource* partial = loaded_.find_partial(tag.name);
    if (partial == nullptr) return;  // reported
    const bool is_open = std::find(open_.begin(), open_.end(), partial) != open_.end();
    if (is_open || open_.size() >= kMaxPartialDepth || ++partial_count_ > kMaxPartials ||
        out_.size() > kMaxFlatBytes) {
      if (!std::exchange(is_bounded_, false)) return;
      diagnostics_.add("template-syntax", place_at(source, tag.begin, tag.end - tag.begin),
                       is_open ? "the partial \"" + std::string(tag.name) + "\" includes itself"
                               : "partials are nested too deeply or too often",
                       is_open ? "delete the tag" : "put fewer partials into each other");
      return;
    }
    append(*partial);
  }

  void append_text(std::string_view text) {
    for (const char c : text) {
      if (at_line_start_ && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) continue;
      out_ += c;
      at_line_start_ = c == '\n';
    }
  }

  const Loaded& loaded_;
  Diagnostics& diagnostics_;
  std::vector<const TemplateSource*> open_;
  std::string out_;
  std::size_t partial_count_ = 0;
  bool at_line_start_ = true;  // sections' tags and comments apart
  bool is_bounded_ = true;
};

}  // namespace

struct Templates::State {
  struct Parsed {
    km::mustache mustache;
    bool takes_too_long = false;  // found while it was filled
  };
  using ByName = std::map<std::string, Parsed, std::less<>>;

  std::vector<ByName> by_worker;  // the library's render() is not const
  std::vector<km::data> shared;
  std::map<std::string, std::string, std::less<>> shown_paths;
};

Templates::Templates() = default;
Templates::Templates(std::unique_ptr<State> state) : state_(std::move(state)) {}
Templates::Templates(Templates&& other) noexcept = default;
Templates& Templates::operator=(Templates&& other) noexcept = default;
Templates::~Templates() = default;

bool Templates::has(std::string_view name) const {
  return state_ != nullptr && state_->by_worker.front().contains(name);
}

std::string Templates::render(std::string_view name, std::size_t shared_index, const View& values,
                              std::size_t worker) const {
  if (state_ == nullptr) return "";
  State::ByName& templates = state_->by_worker.at(worker);
  const auto found = templates.find(name);
  if (found == templates.end() || found->second.takes_too_long) return "";
  const km::data data = to_data(values);
  Effort effort;
  LayeredContext context(state_->shared.at(shared_index), data, effort);
  Sink sink{effort, ""};
  try {
    found->second.mustache.render(context, sink);
  } catch (const TooMuch&) {
    found->second.takes_too_long = true;
    return "";
  }
  return std::move(sink.text);
}

void Templates::report_unfinished(Diagnostics& diagnostics) const {
  if (state_ == nullptr) return;
  for (const auto& [name, shown_path] : state_->shown_paths) {
    const auto takes_too_long = [&key = name](const State::ByName& each) {
      return each.find(key)->second.takes_too_long;
    };
    const bool too_long = std::ranges::any_of(state_->by_worker, takes_too_long);
    if (!too_long) continue;
    diagnostics.add("template-too-long", {shown_path, 0, 0, 0},
                    fmt::format("\"{}\" takes more than {} steps or makes more than {} MB for one "
                                "page",
                                name, kMaxSteps, kMaxRenderedBytes >> 20U),
                    "take loops out of loops");
  }
}

Templates compile_templates(std::span<const TemplateSource> sources,
                            std::span<const View> shared_views, std::size_t workers,
                            Diagnostics& diagnostics) {
  Loaded loaded;
  for (const TemplateSource& source : sources) {
    if (check_template(source, diagnostics)) loaded.by_name.emplace(source.name, &source);
    check_partials(source, sources, diagnostics);
  }
  auto state = std::make_unique<Templates::State>();
  Templates::State::ByName templates;
  Flattener flattener(loaded, diagnostics);
  for (const auto& [name, source] : loaded.by_name) {
    if (name.starts_with(kPartials)) continue;
    const std::optional<std::string> flat = flattener.flatten(*source);
    if (!flat) continue;
    if (too_deep_section(*flat)) {
      report_depth(*source, Tag{}, diagnostics);
      continue;
    }
    km::mustache parsed(*flat);
    parsed.set_custom_escape([](const std::string& text) { return html_escaped(text); });
    templates.emplace(std::string(name), Templates::State::Parsed{std::move(parsed)});
    state->shown_paths.emplace(name, source->shown_path);
  }
  state->by_worker.assign(std::max<std::size_t>(workers, 1), templates);
  for (const View& view : shared_views) state->shared.push_back(to_data(view));
  return Templates(std::move(state));
}

}  // namespace signpost
