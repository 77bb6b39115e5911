#include "render/fields_view.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "render/page_view.h"
#include "words/times.h"

namespace signpost {
namespace {

// What the values of one page are made with.
struct FieldViews {
  const RenderContext& context;
  const Words& words;
  const std::string& root;

  // Phone numbers, email addresses and other texts without a letter of the page's script keep their
  // direction.
  [[nodiscard]] std::string text(const std::string& value) const {
    const bool is_ascii =
        std::ranges::all_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return is_ascii ? words.fact(value) : value;
  }

  // {text: "10am", iso: "10:00"}, or false.
  [[nodiscard]] View time(const std::string& time) const {
    if (time.empty()) return View::boolean(false);
    View view;
    view.set("text", words.fact(time_text(words, time))).set("iso", time);
    return view;
  }

  // {value: "agreed", agreed: true} with a flag for every choice, or false.
  [[nodiscard]] static View choice(const Field& field, const std::string& chosen) {
    if (chosen.empty()) return View::boolean(false);
    View view;
    view.set("value", chosen);
    for (const std::string& each : field.choices) {
      if (each != "value") view.set_flag(each, each == chosen);
    }
    return view;
  }

  [[nodiscard]] View::List links(const std::vector<std::string>& paths) const {
    View::List links;
    for (const std::string& path : paths) {
      const auto found = context.site->page_by_source.find("content/" + path);
      if (found == context.site->page_by_source.end()) continue;  // a check reports it
      const Page& page = context.site->pages[found->second];
      links.push_back(link_view(page.title, root + page.url));
    }
    return links;
  }

  [[nodiscard]] View record(const Field& field, const Fields& values) const {
    View view;
    for (const Field& each : field.fields) set(each, values, view);
    const std::optional<Date> from = values.date("from");
    const std::optional<Date> to = values.date("to");
    if (from && to && view.find("text") == nullptr) {
      view.set("text", words.fact(period_text(words, *from, *to)));
    }
    return view;
  }

  [[nodiscard]] View::List records(const Field& field, std::span<const Fields> all) const {
    View::List views;
    for (const Fields& each : all) views.push_back(record(field, each));
    return views;
  }

  // Sets the value of one field.
  void set(const Field& field, const Fields& values, View& view) const {
    const std::string& name = field.name;
    switch (field.type) {
      case FieldType::kText:
      case FieldType::kYear:
        view.set(name, text(values.text(name)));
        return;
      case FieldType::kDate:
        view.set(name, date_view(words, values.date(name)));
        return;
      case FieldType::kTime:
        view.set(name, time(values.text(name)));
        return;
      case FieldType::kNumber: {
        if (field.counts_people) return;  // for code that keeps small counts back
        const std::optional<std::int64_t> number = values.number(name);
        view.set(name, number ? words.fact(std::to_string(*number)) : "");
        return;
      }
      case FieldType::kBool:
        view.set_flag(name, values.is_true(name));
        return;
      case FieldType::kChoice:
        view.set(name, choice(field, values.text(name)));
        return;
      case FieldType::kTextList:
      case FieldType::kTopicList:
      case FieldType::kAudienceList: {
        const std::vector<std::string> texts = values.list(name);
        return set_list(view, name, View::List(texts.begin(), texts.end()));
      }
      case FieldType::kPath: {
        View::List one = links({values.text(name)});
        view.set(name, one.empty() ? View::boolean(false) : std::move(one.front()));
        return;
      }
      case FieldType::kPathList:
        return set_list(view, name, links(values.list(name)));
      case FieldType::kRecord: {
        const std::span<const Fields> one = values.records(name);
        view.set(name, one.empty() ? View::boolean(false) : record(field, one.front()));
        return;
      }
      case FieldType::kRecordList:
        return set_list(view, name, records(field, values.records(name)));
      case FieldType::kAliasList:
      case FieldType::kReasonMap:
      case FieldType::kKind:
        return;  // for the program, not for readers
    }
  }
};

}  // namespace

View fields_view(const RenderContext& context, const Words& words, const Page& page,
                 const std::string& root) {
  View view;
  if (page.kind == nullptr) return view;
  const FieldViews views{context, words, root};
  for (const Field& field : page.kind->fields) views.set(field, page.fields, view);
  for (const Field& field : context.config->kinds.common) {
    if (find_field(page.kind->fields, field.name) == nullptr) views.set(field, page.fields, view);
  }
  return view;
}

}  // namespace signpost
