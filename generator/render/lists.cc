#include "render/lists.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "render/kinds/workshops.h"
#include "render/languages_view.h"
#include "render/page_view.h"
#include "render/software.h"

namespace signpost {
namespace {

// The headings of the A to Z: 26 letters, then digits, then titles in other scripts.
constexpr std::size_t kDigits = 26;
constexpr std::size_t kOthers = 27;

struct Entry {
  std::string sort_key;
  View item;
};

View list_view(const std::string& heading, const std::string& id, View::List items) {
  View list;
  list.set("heading", heading).set("id", id).set("items", std::move(items));
  return list;
}

View::List group_items(const RenderContext& context, const std::string& root,
                       std::string_view language, const std::vector<PageGroup>& groups) {
  View::List items;
  for (const PageGroup& group : groups) items.push_back(group_item(context, root, language, group));
  return items;
}

View::List page_items(const RenderContext& context, const std::string& root,
                      const PageGroup& group) {
  View::List items;
  const std::string& language = own_language(context);
  for (const std::size_t i : group.groups) {
    items.push_back(group_item(context, root, language, context.folders[i]));
  }
  for (const std::size_t i : group.pages) items.push_back(item_view(context, root, i));
  return items;
}

bool is_listed_by_topic(const Page& page) { return page.kind != nullptr && page.kind->by_topic; }

// The pages of a folder under each topic that they are about.
View::List pages_by_topic(const RenderContext& context, const std::string& root,
                          const PageGroup& folder) {
  View::List lists;
  for (const PageGroup& topic : context.topics) {
    View::List items;
    for (const std::size_t i : folder.pages) {
      const std::vector<std::string> topics = context.site->pages[i].list("topics");
      const bool is_about = std::find(topics.begin(), topics.end(), topic.id) != topics.end();
      if (is_about) items.push_back(item_view(context, root, i));
    }
    if (items.empty()) continue;
    lists.push_back(list_view(topic.title.text, "topic-" + topic.id, std::move(items)));
  }
  return lists;
}

void set_section(const RenderContext& context, const std::string& root, const PageGroup& folder,
                 View& view) {
  const bool is_directory =
      folder.groups.empty() && !folder.pages.empty() &&
      std::all_of(folder.pages.begin(), folder.pages.end(),
                  [&](std::size_t i) { return is_listed_by_topic(context.site->pages[i]); });
  if (is_directory) return set_list(view, "lists", pages_by_topic(context, root, folder));
  set_single_list(view, page_items(context, root, folder));
}

// The pages of a topic or an audience under what their kinds are called, help first.
void set_by_kind(const RenderContext& context, const std::string& root, const PageGroup& group,
                 View& view) {
  const Words& words = context.words(own_language(context));
  View::List lists;
  const Kind* kind = nullptr;
  View::List items;
  const auto end_list = [&] {
    if (items.empty()) return;
    const std::string title = words.text("kind_" + kind->name);
    lists.push_back(list_view(title.empty() ? kind->label : title, "kind-" + kind->name,
                              std::exchange(items, {})));
  };
  for (const std::size_t i : group.pages) {
    const Page& page = context.site->pages[i];
    if (page.kind != kind) end_list();
    kind = page.kind;
    items.push_back(item_view(context, root, i));
  }
  if (lists.empty()) return set_single_list(view, std::move(items));
  end_list();
  set_list(view, "lists", std::move(lists));
}

std::size_t letter_of(std::string_view title) {
  for (const char c : title) {
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
    if (c >= 'A' && c <= 'Z') return static_cast<std::size_t>(c - 'A');
    if (c >= '0' && c <= '9') return kDigits;
    if ((static_cast<unsigned char>(c) & 0x80U) != 0) return kOthers;
  }
  return kOthers;
}

std::string letter_id(std::size_t letter) {
  if (letter == kDigits) return "digits";
  return letter == kOthers ? "other" : std::string(1, static_cast<char>('a' + letter));
}

std::string letter_heading(const RenderContext& context, std::size_t letter) {
  const Words& words = context.words(own_language(context));
  if (letter == kDigits) return words.text("a_to_z_digits");
  if (letter == kOthers) return words.text("a_to_z_other");
  return {static_cast<char>('A' + letter)};
}

View glossary_item(const GlossaryEntry& entry) {
  const bool has_long = !entry.long_form.empty();
  View item;
  item.set("title", has_long ? entry.short_form + ": " + entry.long_form : entry.short_form);
  item.set("href", "").set("summary", entry.meaning).set("kind_label", "");
  item.set_flag("date", false).set_flag("organisation", false);
  return item;
}

bool is_in_a_to_z(const RenderContext& context, const Page& page) {
  return page.language == own_language(context) && page.url != "index.html";
}

using Letters = std::map<std::size_t, std::vector<Entry>>;

void sort_entries(Letters& letters) {
  for (auto& [letter, entries] : letters) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.sort_key < b.sort_key; });
  }
}

// Returns the pages under their letters, those that exist.
Letters pages_by_letter(const RenderContext& context, const std::string& root) {
  Letters letters;
  for (std::size_t i = 0; i < context.site->pages.size(); ++i) {
    const Page& page = context.site->pages[i];
    if (!is_in_a_to_z(context, page)) continue;
    letters[letter_of(page.title)].push_back(
        {ascii_lower(page.title) + '\0' + page.url, item_view(context, root, i)});
  }
  sort_entries(letters);
  return letters;
}

// Returns the glossary's words under their letters.
Letters words_by_letter(const RenderContext& context) {
  Letters letters;
  for (const GlossaryEntry& entry : context.data->glossary) {
    letters[letter_of(entry.short_form)].push_back(
        {ascii_lower(entry.short_form), glossary_item(entry)});
  }
  sort_entries(letters);
  return letters;
}

// `prefix` is what stands before the letter in the link: "a-to-z.html#", "#word-".
View::List letters_view(const Letters& entries, const std::string& prefix) {
  View::List letters;
  for (std::size_t letter = 0; letter < kDigits; ++letter) {
    View link;
    link.set("letter", std::string(1, static_cast<char>('A' + letter)));
    link.set("href", entries.contains(letter) ? prefix + letter_id(letter) : "");
    letters.push_back(std::move(link));
  }
  return letters;
}

View::List letter_lists(const RenderContext& context, const std::string& id_prefix,
                        const Letters& entries) {
  View::List lists;
  for (const auto& [letter, found] : entries) {
    View::List items;
    for (const Entry& entry : found) items.push_back(entry.item);
    lists.push_back(list_view(letter_heading(context, letter), id_prefix + letter_id(letter),
                              std::move(items)));
  }
  return lists;
}

// Where to find help, then what words mean.
void set_a_to_z(const RenderContext& context, const std::string& root, View& view) {
  Letters pages = pages_by_letter(context, root);
  Letters words = words_by_letter(context);
  set_list(view, "letters", letters_view(pages, "#"));
  set_list(view, "lists", letter_lists(context, "", pages));
  const bool has_words = !words.empty();
  set_list(view, "word_letters", has_words ? letters_view(words, "#word-") : View::List());
  set_list(view, "word_lists", letter_lists(context, "word-", words));
}

void set_software(const Words& words, View& view) {
  View::List programs;
  for (const Software& each : software_used()) {
    View program;
    program.set("name", each.name).set("version", each.version).set("licence", each.licence);
    program.set("use", words.text(each.use)).set("href", each.source);
    programs.push_back(std::move(program));
  }
  view.set("software", std::move(programs)).set_flag("has_software", true);
}

void set_terms(const RenderContext& context, const std::string& root, View& view) {
  set_list(view, "topics",
           term_links(context, root, own_language(context), context.topics, nullptr));
  set_list(view, "audiences",
           term_links(context, root, own_language(context), context.audiences, nullptr));
}

// The A to Z and the topics are in the site's own language: elsewhere the pages stand for them.
void set_search(const RenderContext& context, const Listing& listing, const std::string& root,
                View& view) {
  if (listing.language == own_language(context)) {
    set_list(view, "letters", letters_view(pages_by_letter(context, root), root + "a-to-z.html#"));
    return set_terms(context, root, view);
  }
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < context.site->pages.size(); ++i) {
    const Page& page = context.site->pages[i];
    if (page.language != listing.language) continue;
    entries.push_back({page.title + '\0' + page.url, item_view(context, root, i)});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.sort_key < b.sort_key; });
  View::List items;
  for (Entry& entry : entries) items.push_back(std::move(entry.item));
  set_single_list(view, std::move(items));
}

}  // namespace

void set_single_list(View& view, View::List items) {
  View::List lists;
  if (!items.empty()) lists.push_back(list_view("", "", std::move(items)));
  set_list(view, "lists", std::move(lists));
}

std::string layout_of(const Listing& listing) {
  switch (listing.type) {
    case ListingType::kSearch:
      return "search";
    case ListingType::kLanguage:
      return "languages";
    case ListingType::kNotFound:
      return "not-found";
    case ListingType::kSoftware:
      return "software";
    case ListingType::kWorkshops:
      return "workshops";
    case ListingType::kWorkshopsThisTerm:
      return "workshops-this-term";
    case ListingType::kWorkshopsPast:
      return "workshops-past";
    default:
      return "list";
  }
}

void add_list_values(const RenderContext& context, const Listing& listing, View& view) {
  const std::string root = root_from(context, listing.url);
  switch (listing.type) {
    case ListingType::kSection:
      return set_section(context, root, context.folders[listing.group], view);
    case ListingType::kTopic:
      return set_by_kind(context, root, context.topics[listing.group], view);
    case ListingType::kAudience:
      return set_by_kind(context, root, context.audiences[listing.group], view);
    case ListingType::kTopics:
      return set_single_list(view, group_items(context, root, listing.language, context.topics));
    case ListingType::kAudiences:
      return set_single_list(view, group_items(context, root, listing.language, context.audiences));
    case ListingType::kAToZ:
      return set_a_to_z(context, root, view);
    case ListingType::kSearch:
      return set_search(context, listing, root, view);
    case ListingType::kLanguage:
      return add_language_page(context, listing, root, view);
    case ListingType::kNotFound:
      return;
    case ListingType::kSoftware:
      return set_software(context.words(listing.language), view);
    case ListingType::kWorkshops:
    case ListingType::kWorkshopsThisTerm:
    case ListingType::kWorkshopsPast:
      view.set("workshops", workshops_view(context, listing));
      return;
  }
}

}  // namespace signpost
