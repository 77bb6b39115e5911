// What the readers of a PDF share, and qpdf for all of them. Internal to this room.
#pragma once

// qpdf asks for it: 4 leaves out its own pointers of former versions.
#define POINTERHOLDER_TRANSITION 4
// qpdf/JSON.hh, which is not used here, is no C++20 for clang 14: a list in it destroys what is not
// complete yet.
#define JSON_HH
class JSON;

#include <cstddef>
#include <stdexcept>
#include <string>

#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace signpost {

// Takes what a stream unpacks to; throws std::length_error above its bound.
class BoundedText : public Pipeline {
 public:
  explicit BoundedText(std::size_t most) : Pipeline("text", nullptr), most_(most) {}
  void write(const unsigned char* data, std::size_t size) override {
    if (size > most_ - text_.size()) throw std::length_error("too long");
    text_.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t most_;
  std::string text_;
};

// Returns what the stream unpacks to, at most `most` bytes; throws std::length_error above it.
inline std::string unpacked(QPDFObjectHandle stream, std::size_t most) {
  if (!stream.isStream()) return "";
  BoundedText text(most);
  stream.pipeStreamData(&text, 0, qpdf_dl_generalized, true);
  return text.text();
}

}  // namespace signpost
