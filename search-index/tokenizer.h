// From a page to its terms and to what a hit shows of it: the first step of making the index.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search-index/stems.h"

namespace search {

// The text below one heading. The first passage of a page, before any heading, has neither anchor
// nor heading.
struct Passage {
  std::string anchor;   // the heading's id: "who-can-help"
  std::string heading;  // plain text
  std::string text;     // plain text, blocks apart by a space or newline
};

// What the index is told of one page. `url` is the site address ("factsheets/sen-support.html").
struct IndexDocument {
  std::string url;
  std::string title;
  std::string summary;
  std::string kind;                    // one id: "factsheet"
  std::vector<std::string> topics;     // ids
  std::vector<std::string> audiences;  // ids
  std::string language;                // BCP 47, the index it belongs to
  std::vector<Passage> passages;
  std::vector<std::string> asked = {};  // what people type who look for this page; not shown
  // A page with a shorter list than this counts as long as if it had so much of one (asked_length).
  std::uint32_t asked_padding = 0;
};

// One document as the index takes it. A value of the document alone: it may be kept and used again.
struct TokenizedDocument {
  struct Term {
    std::uint32_t begin = 0;  // in `arena`
    std::uint32_t size = 0;
    std::uint32_t count = 0;  // weighted
    std::uint32_t shown = 0;  // of it: what a reader of the document sees
  };
  std::string record;                // what a hit shows (record.h)
  std::string arena;                 // the terms' text
  std::vector<Term> terms;           // sorted by text
  std::vector<std::string> filters;  // facet terms with their prefix
  std::string words;                 // distinct words for correction, sorted, each ended by '\n'
  std::uint32_t extra_length = 0;    // beside what the terms count
};

// Returns how much a list of what people type adds to a document's length.
std::uint32_t asked_length(std::span<const std::string> asked, StemCache& stems);

// Returns the document's terms and record. `stems` is the calling thread's own, made for the
// document's language.
TokenizedDocument tokenize(const IndexDocument& document, StemCache& stems);

}  // namespace search
