#include "search-index/engine.h"

#include <algorithm>
#include <charconv>

#include "search-index/results_json.h"

namespace search {
namespace {

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void apply_line(std::string_view key, std::string_view value, Request& request) {
  if (key == "offset") request.offset = number_of(value);
  if (key == "limit") request.limit = number_of(value);
  if (key == "kind") request.kinds.emplace_back(value);
  if (key == "topic") request.topics.emplace_back(value);
  if (key == "audience") request.audiences.emplace_back(value);
  if (key == "prefix") request.last_word = LastWord::kPrefix;
  if (key == "typed") request.correction = Correction::kOff;
  if (key == "hits") request.facets = Facets::kOff;
}

}  // namespace

Request parse_request(std::string_view text) {
  Request request;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line == "words") {
      request.words = std::string(text);
      break;
    }
    const std::size_t space = std::min(line.find(' '), line.size());
    apply_line(line.substr(0, space), line.substr(std::min(space + 1, line.size())), request);
  }
  return request;
}

Engine::Engine(std::uint32_t version, std::string_view plan, OpenIndex open_index)
    : open_index_(open_index) {
  if (version != kSchemaVersion) return;
  if (const std::optional<PartPlan> decoded = decode_plan(plan)) {
    store_ = std::make_unique<PartStore>(*decoded);
  }
}

bool Engine::add(std::uint32_t part, std::string_view compressed) {
  return store_ && store_->add(part, compressed);
}

Answer Engine::ask(std::string_view request) {
  if (!store_) return {R"({"error":"no index"})", {}};
  if (!searcher_) {
    std::unique_ptr<Searcher> opened = open_index_(*store_);
    std::vector<std::uint32_t> missing = store_->take_missing();
    if (!missing.empty()) return {"", std::move(missing)};
    searcher_ = std::move(opened);
  }
  if (request.empty()) {
    return {"{\"documents\":" + std::to_string(searcher_->document_count()) + "}", {}};
  }
  const Results results = searcher_->search(parse_request(request));
  std::vector<std::uint32_t> missing = store_->take_missing();
  if (!missing.empty()) return {"", std::move(missing)};
  return {results_json(results), {}};
}

}  // namespace search
