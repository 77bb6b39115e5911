#include "files/documents/pdf_page_text.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace signpost {
namespace {

constexpr std::size_t kMaxOperands = 64, kMaxSaved = 256, kMaxListed = 100'000;
constexpr int kMaxDepth = 12;  // of forms in forms
// Of the size of the letters: a gap as wide as this is a space between words, a step down or back
// as far as this begins a line.
constexpr double kWordGap = 0.18, kLineStep = 0.45, kBackStep = 0.6;

// First `inner`, then `outer`.
PdfMatrix product(const PdfMatrix& inner, const PdfMatrix& outer) {
  return {inner.a * outer.a + inner.b * outer.c,
          inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,
          inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e,
          inner.e * outer.b + inner.f * outer.d + outer.f};
}

double number(const std::vector<QPDFObjectHandle>& operands, std::size_t i) {
  QPDFObjectHandle each = i < operands.size() ? operands[i] : QPDFObjectHandle::newNull();
  return each.isNumber() ? each.getNumericValue() : 0;
}

PdfMatrix matrix_of(const std::vector<QPDFObjectHandle>& six) {
  return {number(six, 0), number(six, 1), number(six, 2),
          number(six, 3), number(six, 4), number(six, 5)};
}

std::string string_of(std::vector<QPDFObjectHandle>& operands) {
  return !operands.empty() && operands.back().isString() ? operands.back().getStringValue() : "";
}

std::string name_of(const std::vector<QPDFObjectHandle>& operands) {
  QPDFObjectHandle first = operands.empty() ? QPDFObjectHandle::newNull() : operands.front();
  return first.isName() ? first.getName() : "";
}

// Collects operands, with strings and numbers in lists; anything else in them is left out.
class Operands {
 public:
  void take(const QPDFTokenizer::Token& token) {
    switch (token.getType()) {
      case QPDFTokenizer::tt_array_open:
        is_list_ = true;
        list_.clear();
        break;
      case QPDFTokenizer::tt_array_close:
        if (is_list_) push(QPDFObjectHandle::newArray(list_));
        is_list_ = false;
        break;
      case QPDFTokenizer::tt_integer:
      case QPDFTokenizer::tt_real:
        add(QPDFObjectHandle::newReal(token.getValue()));
        break;
      case QPDFTokenizer::tt_string:
        add(QPDFObjectHandle::newString(token.getValue()));
        break;
      case QPDFTokenizer::tt_name:
        add(QPDFObjectHandle::newName(token.getValue()));
        break;
      default:
        break;
    }
  }

  void clear() {
    operands_.clear();
    is_list_ = false;
  }
  std::vector<QPDFObjectHandle>& values() { return operands_; }

 private:
  void add(const QPDFObjectHandle& value) {
    if (!is_list_) return push(value);
    if (list_.size() < kMaxListed) list_.push_back(value);
  }
  void push(const QPDFObjectHandle& value) {
    if (operands_.size() < kMaxOperands) operands_.push_back(value);
  }

  std::vector<QPDFObjectHandle> operands_, list_;
  bool is_list_ = false;
};

}  // namespace

void PdfBudget::spend(std::size_t bytes) {
  if (bytes > left_) throw std::length_error("too long");
  left_ -= bytes;
}

PdfPageReader::Result PdfPageReader::read(const std::vector<QPDFObjectHandle>& contents,
                                          const QPDFObjectHandle& resources) {
  result_ = {};
  state_ = {};
  has_end_ = false;
  std::string content;
  for (const QPDFObjectHandle& stream : contents) {
    content += unpacked(stream, budget_.left()) + '\n';
    budget_.spend(content.size());
  }
  Frame frame{resources, {}, 0};
  run(content, frame);
  return std::move(result_);
}

void PdfPageReader::run(const std::string& content, Frame& frame) {
  const auto source = std::make_shared<BufferInputSource>("content", content);
  QPDFTokenizer tokenizer;
  tokenizer.allowEOF();
  Operands operands;
  while (true) {
    const QPDFTokenizer::Token token = tokenizer.readToken(source, "content", true);
    if (token.getType() == QPDFTokenizer::tt_eof) return;
    if (token.getType() != QPDFTokenizer::tt_word) {
      operands.take(token);
      continue;
    }
    if (token.getValue() == "ID") {
      tokenizer.expectInlineImage(source);
      result_.has_picture = true;
    } else {
      operate(token.getValue(), operands.values(), frame);
    }
    operands.clear();
  }
}

// ISO 32000-1, table 51: the operators that move or show text, and those that they depend on.
void PdfPageReader::operate(const std::string& name, std::vector<QPDFObjectHandle>& operands,
                            Frame& frame) {
  if (name == "q") {
    if (frame.saved.size() < kMaxSaved) frame.saved.push_back(state_);
  } else if (name == "Q") {
    if (frame.saved.empty()) return;
    state_ = std::move(frame.saved.back());
    frame.saved.pop_back();
  } else if (name == "cm") {
    state_.to_page = product(matrix_of(operands), state_.to_page);
  } else if (name == "Do") {
    draw(name_of(operands), frame);
  } else if (name == "BT") {
    text_ = line_ = {};
    has_moved_ = true;
  } else if (!set_text_state(name, operands, frame)) {
    show_or_move(name, operands);
  }
}

bool PdfPageReader::set_text_state(const std::string& name, std::vector<QPDFObjectHandle>& operands,
                                   Frame& frame) {
  if (name == "Tf") {
    state_.size = number(operands, 1);
    set_font(name_of(operands), frame);
  } else if (name == "Tc") {
    state_.letter_space = number(operands, 0);
  } else if (name == "Tw") {
    state_.word_space = number(operands, 0);
  } else if (name == "Tz") {
    state_.stretch = number(operands, 0) / 100;
  } else if (name == "TL") {
    state_.leading = number(operands, 0);
  } else {
    return false;
  }
  return true;
}

bool PdfPageReader::show_or_move(const std::string& name, std::vector<QPDFObjectHandle>& operands) {
  if (name == "Tj") {
    show(string_of(operands));
  } else if (name == "TJ") {
    if (!operands.empty()) show_array(operands.back());
  } else if (name == "Td") {
    next_line(number(operands, 0), number(operands, 1));
  } else if (name == "TD") {
    state_.leading = -number(operands, 1);
    next_line(number(operands, 0), number(operands, 1));
  } else if (name == "Tm") {
    text_ = line_ = matrix_of(operands);
    has_moved_ = true;
  } else if (name == "T*") {
    next_line(0, -state_.leading);
  } else if (name == "'" || name == "\"") {
    if (name == "\"") {
      state_.word_space = number(operands, 0);
      state_.letter_space = number(operands, 1);
    }
    next_line(0, -state_.leading);
    show(string_of(operands));
  } else {
    return false;
  }
  return true;
}

void PdfPageReader::next_line(double x, double y) {
  line_ = product({1, 0, 0, 1, x, y}, line_);
  text_ = line_;
  has_moved_ = true;
}

// A form is drawn with resources of its own, or with those of what draws it (8.10).
void PdfPageReader::draw(const std::string& name, Frame& frame) {
  if (name.empty() || !frame.resources.isDictionary()) return;
  QPDFObjectHandle objects = frame.resources.getKey("/XObject");
  if (!objects.isDictionary() || !objects.getKey(name).isStream()) return;
  QPDFObjectHandle object = objects.getKey(name);
  QPDFObjectHandle dictionary = object.getDict();
  if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) result_.has_picture = true;
  if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form")) return;
  if (frame.depth >= kMaxDepth) return;
  const std::string content = unpacked(object, budget_.left());
  budget_.spend(content.size() + 64);
  QPDFObjectHandle own = dictionary.getKey("/Resources");
  Frame inner{own.isDictionary() ? own : frame.resources, {}, frame.depth + 1};
  const State before = state_;
  const PdfMatrix text = text_, line = line_;
  QPDFObjectHandle matrix = dictionary.getKey("/Matrix");
  if (matrix.isArray() && matrix.getArrayNItems() == 6) {
    state_.to_page = product(matrix_of(matrix.getArrayAsVector()), state_.to_page);
  }
  run(content, inner);
  state_ = before;
  text_ = text;
  line_ = line;
}

void PdfPageReader::set_font(const std::string& name, Frame& frame) {
  state_.font = nullptr;
  if (name.empty() || !frame.resources.isDictionary()) return;
  QPDFObjectHandle fonts = frame.resources.getKey("/Font");
  if (!fonts.isDictionary()) return;
  QPDFObjectHandle font = fonts.getKey(name);
  const std::pair<int, int> id{font.getObjectID(), font.getGeneration()};
  if (const auto known = fonts_.find(id); id.first != 0 && known != fonts_.end()) {
    state_.font = known->second;
    return;
  }
  state_.font = std::make_shared<const PdfFont>(font, budget_.left());
  budget_.spend(state_.font->cost_bytes());
  if (id.first != 0) fonts_.emplace(id, state_.font);
}

void PdfPageReader::show_array(QPDFObjectHandle array) {
  if (!array.isArray()) return;
  for (QPDFObjectHandle each : array.getArrayAsVector()) {
    if (each.isString()) {
      show(each.getStringValue());
    } else if (each.isNumber()) {
      const double back = each.getNumericValue() / 1000 * state_.size * state_.stretch;
      text_ = product({1, 0, 0, 1, -back, 0}, text_);
    }
  }
}

// 9.4.4: each letter moves the text on by its width.
void PdfPageReader::show(const std::string& bytes) {
  if (state_.font == nullptr || bytes.empty()) return;
  const PdfMatrix before = product(text_, state_.to_page);
  const double scale = std::hypot(before.a, before.b);
  separate(before.e, before.f, std::abs(state_.size) * scale, before);
  for (const PdfGlyph& glyph : state_.font->decode(bytes)) {
    ++result_.letter_count;
    if (glyph.text.empty()) ++result_.unknown_count;
    result_.text += glyph.text;
    const double space = state_.letter_space + (glyph.is_space ? state_.word_space : 0);
    const double width = (glyph.width * state_.size + space) * state_.stretch;
    text_ = product({1, 0, 0, 1, width, 0}, text_);
  }
  const PdfMatrix after = product(text_, state_.to_page);
  end_x_ = after.e;
  end_y_ = after.f;
  has_end_ = true;
  has_moved_ = false;
}

// Adds the space or the line end that stands between the last letter and one at (x, y).
void PdfPageReader::separate(double x, double y, double size, const PdfMatrix& matrix) {
  const double length = std::hypot(matrix.a, matrix.b);
  if (!has_end_ || result_.text.empty() || length == 0 || size == 0) return;
  const double along = ((x - end_x_) * matrix.a + (y - end_y_) * matrix.b) / length / size;
  const double across = ((y - end_y_) * matrix.a - (x - end_x_) * matrix.b) / length / size;
  const char last = result_.text.back();
  if (std::abs(across) > kLineStep || along < -kBackStep) {
    if (last != '\n') result_.text += '\n';
    return;
  }
  // Where the widths are guessed, what is placed anew is another word.
  const bool is_guess = has_moved_ && !state_.font->has_widths();
  if ((along > kWordGap || is_guess) && last != ' ' && last != '\n') result_.text += ' ';
}

}  // namespace signpost
