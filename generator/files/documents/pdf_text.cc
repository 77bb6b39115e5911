#include "files/documents/pdf_text.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/pdf_page_text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxContentBytes = std::size_t{24} << 20;
constexpr std::size_t kMaxParents = 32, kMaxBookmarks = 20'000;
// Above this share of letters that nothing says what they are, a text counts as unread.
constexpr std::size_t kUnknownShare = 10;

std::string words_in(QPDFObjectHandle object) {
  return object.isString() ? object.getUTF8Value() : "";
}

// A value of a field of a form, which may stand at one of its parents (ISO 32000-1, 12.7.3.1).
std::string inherited_words(QPDFObjectHandle field, const std::string& key) {
  for (std::size_t i = 0; i < kMaxParents && field.isDictionary(); ++i) {
    if (field.hasKey(key)) return words_in(field.getKey(key));
    field = field.getKey("/Parent");
  }
  return "";
}

class PdfTextReader {
 public:
  explicit PdfTextReader(DocumentText& text) : text_(text), pages_(budget_) {}

  void read(QPDF& pdf) {
    read_properties(pdf);
    for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      ++page_count_;
      read_page(page);
    }
    read_bookmarks(pdf.getRoot().getKey("/Outlines"));
  }

  // What of it could not be read, after its name.
  [[nodiscard]] std::string unread() const {
    if (picture_count_ > 0 && page_count_ == 1) return "is a scan: its page is a picture";
    if (picture_count_ > 0) {
      return fmt::format("is a scan: {} of its {} pages {} of letters", picture_count_, page_count_,
                         picture_count_ == 1 ? "is a picture" : "are pictures");
    }
    if (unknown_count_ * 100 > letter_count_ * kUnknownShare) {
      return "has fonts that do not say which letters they show";
    }
    return "";
  }

 private:
  void read_properties(QPDF& pdf) {
    QPDFObjectHandle information = pdf.getTrailer().getKey("/Info");
    if (!information.isDictionary()) return;
    for (const char* const key : {"/Title", "/Subject", "/Keywords"}) {
      text_.add("in its properties", words_in(information.getKey(key)));
    }
  }

  void read_page(QPDFPageObjectHelper page) {
    const std::string place = fmt::format("on page {}", page_count_);
    PdfPageReader::Result shown = pages_.read(page.getObjectHandle().getPageContents(),
                                              page.getAttribute("/Resources", false));
    letter_count_ += shown.letter_count;
    unknown_count_ += shown.unknown_count;
    if (shown.has_picture && trimmed(shown.text).empty()) ++picture_count_;
    text_.add(place, std::move(shown.text));
    QPDFObjectHandle marks = page.getObjectHandle().getKey("/Annots");
    if (!marks.isArray()) return;
    for (const QPDFObjectHandle& mark : marks.getArrayAsVector()) read_mark(mark, place);
  }

  // What is filled into a form, typed onto the page, or linked to.
  void read_mark(QPDFObjectHandle mark, const std::string& place) {
    if (!mark.isDictionary()) return;
    QPDFObjectHandle action = mark.getKey("/A");
    if (action.isDictionary()) text_.add_link(words_in(action.getKey("/URI")));
    QPDFObjectHandle type = mark.getKey("/Subtype");
    if (type.isNameAndEquals("/FreeText")) text_.add(place, words_in(mark.getKey("/Contents")));
    if (!type.isNameAndEquals("/Widget")) return;
    const std::string value = inherited_words(mark, "/V");
    if (value.empty()) return;
    std::string label = inherited_words(mark, "/TU");
    if (label.empty()) label = inherited_words(mark, "/T");
    text_.add(place, fmt::format("{}: {}", label, value));
  }

  // Bookmarks are a tree of which each names its first below and its next.
  void read_bookmarks(QPDFObjectHandle root) {
    std::vector<QPDFObjectHandle> left;
    if (root.isDictionary()) left.push_back(root.getKey("/First"));
    for (std::size_t i = 0; i < kMaxBookmarks && !left.empty(); ++i) {
      QPDFObjectHandle bookmark = left.back();
      left.pop_back();
      if (!bookmark.isDictionary()) continue;
      text_.add("in its bookmarks", words_in(bookmark.getKey("/Title")));
      left.push_back(bookmark.getKey("/Next"));
      left.push_back(bookmark.getKey("/First"));
    }
  }

  DocumentText& text_;
  PdfBudget budget_{kMaxContentBytes};
  PdfPageReader pages_;
  std::size_t page_count_ = 0, picture_count_ = 0, letter_count_ = 0, unknown_count_ = 0;
};

}  // namespace

void read_pdf_text(QPDF& pdf, DocumentText& text) {
  PdfTextReader reader(text);
  try {
    reader.read(pdf);
    text.unread = reader.unread();
  } catch (const std::length_error&) {
    text.unread = "draws more than can be looked through";
  }
}

}  // namespace signpost
