#include "check/audit/printed_settings.h"

#include <utility>

namespace signpost {
namespace {

class SettingTexts {
 public:
  void add(std::string text, const Place& place, bool is_translated = false) {
    if (!text.empty()) texts_.push_back({std::move(text), place, is_translated});
  }

  // In each language for itself.
  void add(const LocalText& text, const Place& place) {
    add(text.text, place);
    for (const auto& [language, other] : text.others) add(other, place, true);
  }

  std::vector<SettingText> take() { return std::move(texts_); }

 private:
  std::vector<SettingText> texts_;
};

void add_config(const Config& config, SettingTexts& texts) {
  const Place place{"site-config.yaml", 0, 0, 0};
  const Service& service = config.service;
  for (const std::string* text :
       {&service.name, &service.short_name, &service.area, &service.council}) {
    texts.add(*text, place);
  }
  texts.add(service.hours.note, place);
  for (const Closure& closure : service.closures) texts.add(closure.reason, place);
  texts.add(config.independence_statement, place);
  for (const std::string& funder : config.funded_by) texts.add(funder, place);
  for (const Folder& folder : config.folders) {
    texts.add(folder.title, place);
    texts.add(folder.summary, place);
  }
  for (const std::vector<TaxonomyTerm>* terms : {&config.topics, &config.audiences}) {
    for (const TaxonomyTerm& term : *terms) {
      texts.add(term.title, place);
      texts.add(term.summary, place);
    }
  }
  for (const std::vector<MenuItem>* items : {&config.navigation, &config.footer}) {
    for (const MenuItem& item : *items) texts.add(item.title, item.place);
  }
}

}  // namespace

std::vector<SettingText> setting_texts(const SiteInput& input) {
  SettingTexts texts;
  add_config(*input.site.config, texts);
  for (const GlossaryEntry& entry : input.data.glossary) {
    const Place place{"content/_data/glossary.yaml", 0, 0, 0};
    for (const std::string* text : {&entry.long_form, &entry.meaning, &entry.status}) {
      texts.add(*text, place);
    }
  }
  for (const auto& [id, deadline] : input.data.deadlines) {
    const Place place{"content/_data/deadlines.yaml", 0, 0, 0};
    for (const std::string* text : {&deadline.limit, &deadline.who, &deadline.trigger}) {
      texts.add(*text, place);
    }
  }
  for (const LawEvent& event : input.data.law_events) {
    const Place place{"content/_data/law-events.yaml", 0, 0, 0};
    texts.add(event.event, place);
    texts.add(event.what, place);
  }
  return texts.take();
}

}  // namespace signpost
