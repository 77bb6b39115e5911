#include "content/parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::string_view kWholeName = "all";

bool is_plain(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

bool can_be_split(const Page& page) {
  const Field* field = page.kind == nullptr ? nullptr : find_field(page.kind->fields, kPartsField);
  return field != nullptr && field->type == FieldType::kRecordList &&
         find_field(field->fields, "from") != nullptr;
}

void set_parts(Page& page) {
  if (!can_be_split(page)) return;
  const std::string folder = page.folder + (page.folder.empty() ? "" : "/") + page.slug + "/";
  // ".html", of a translation ".ur.html".
  const std::string ending = page.url.substr(folder.size() - 1);
  std::vector<std::string> names = {std::string(kWholeName)};
  for (const Fields& record : page.fields.records(kPartsField)) {
    PagePart part;
    part.from = record.text("from");
    if (part.from.empty()) continue;  // reported as a missing field
    part.title = record.text("title");
    if (part.title.empty()) part.title = part.from;
    part.line = record.line;
    part.column = record.column;
    std::string name = slugify(part.title);
    const bool is_taken = std::ranges::find(names, name) != names.end();
    if (!is_plain(name) || is_taken) name = fmt::format("part-{}", page.parts.size() + 1);
    part.url = folder;
    part.url.append(name).append(ending);
    names.push_back(std::move(name));
    page.parts.push_back(std::move(part));
  }
  if (page.is_split()) page.whole_url = folder + std::string(kWholeName) + ending;
}

std::vector<std::string> part_urls(const Page& page) {
  std::vector<std::string> urls;
  for (const PagePart& part : page.parts) urls.push_back(part.url);
  if (page.is_split()) urls.push_back(page.whole_url);
  return urls;
}

}  // namespace signpost
