// Interprets what draws a page of a PDF, for its words. Internal to this room.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "files/documents/pdf_font.h"
#include "files/documents/pdf_objects.h"

namespace signpost {

// `a` to `f` as in a PDF: x' = a x + c y + e, y' = b x + d y + f.
struct PdfMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

// How much of a document may still be read; throws std::length_error at its end.
class PdfBudget {
 public:
  explicit PdfBudget(std::size_t bytes) : left_(bytes) {}
  [[nodiscard]] std::size_t left() const { return left_; }
  void spend(std::size_t bytes);

 private:
  std::size_t left_;
};

// Reads one page after another; fonts are kept between them.
class PdfPageReader {
 public:
  explicit PdfPageReader(PdfBudget& budget) : budget_(budget) {}

  // What a page shows. `text` has its lines; `unknown_count` letters are of fonts that do not say
  // what they are.
  struct Result {
    std::string text;
    std::size_t letter_count = 0, unknown_count = 0;
    bool has_picture = false;
  };
  // Reads what the streams draw with the resources. Throws std::length_error beyond the budget.
  Result read(const std::vector<QPDFObjectHandle>& contents, const QPDFObjectHandle& resources);

 private:
  struct State {
    PdfMatrix to_page;
    std::shared_ptr<const PdfFont> font;
    double size = 0, letter_space = 0, word_space = 0, stretch = 1, leading = 0;
  };
  struct Frame {  // of the page, or of a form that it draws
    QPDFObjectHandle resources;
    std::vector<State> saved;
    int depth = 0;
  };

  void run(const std::string& content, Frame& frame);
  void operate(const std::string& name, std::vector<QPDFObjectHandle>& operands, Frame& frame);
  bool set_text_state(const std::string& name, std::vector<QPDFObjectHandle>& operands,
                      Frame& frame);
  bool show_or_move(const std::string& name, std::vector<QPDFObjectHandle>& operands);
  void draw(const std::string& name, Frame& frame);
  void set_font(const std::string& name, Frame& frame);
  void next_line(double x, double y);
  void show(const std::string& bytes);
  void show_array(QPDFObjectHandle array);
  void separate(double x, double y, double size, const PdfMatrix& matrix);

  PdfBudget& budget_;
  std::map<std::pair<int, int>, std::shared_ptr<const PdfFont>> fonts_;  // by object
  Result result_;
  State state_;
  PdfMatrix text_, line_;
  double end_x_ = 0, end_y_ = 0;  // where the last letter ended, on the page
  bool has_end_ = false, has_moved_ = false;
};

}  // namespace signpost
