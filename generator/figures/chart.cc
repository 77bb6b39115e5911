#include "figures/chart.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"
#include "figures/chart_scale.h"
#include "words/times.h"

namespace signpost {
namespace {

std::string percent_of(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return (text == "-0" ? "0" : text) + "%";
}

// Draws one chart into a text.
class ChartHtml {
 public:
  ChartHtml(const Words& words, const Chart& chart)
      : words_(words), chart_(chart), scale_(scale_of(chart)) {}

  std::string take() {
    open();
    if (chart_.kind == ChartKind::kLine) {
      lines();
    } else {
      patterns();
      bars();
    }
    out_ += "</div>\n</figure>\n";
    return std::move(out_);
  }

 private:
  // Of the width: the value needs the rest.
  static constexpr double kLongestBar = 0.75;
  // Points of a line that have room for a value each on a phone.
  static constexpr std::size_t kMostValues = 7;

  static constexpr std::string_view kKindNames[] = {"bar", "stacked", "line"};

  void open() {
    const std::string_view kind = kKindNames[static_cast<std::size_t>(chart_.kind)];
    out_ += fmt::format(
        "<figure class=\"sp-chart sp-chart--{}\" aria-labelledby=\"{}-title\">\n"
        "<figcaption id=\"{}-title\">",
        kind, chart_.id, chart_.id);
    append_html_escaped(out_, chart_.title);
    if (!chart_.unit.empty()) {
      out_ += " (";
      append_html_escaped(out_, chart_.unit);
      out_ += ')';
    }
    out_ += "</figcaption>\n";
    if (!chart_.note.empty()) {
      out_ += "<p class=\"sp-chart__note\">";
      append_html_escaped(out_, chart_.note);
      out_ += "</p>\n";
    }
    out_ += "<div class=\"sp-chart__plot\" aria-hidden=\"true\">\n";
  }

  // The fills of series by number. Each is a pattern too, so that no colour has to be told apart.
  void patterns() {
    static constexpr std::string_view kShapes[] = {
        "",
        "<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\"/>",
        "<circle cx=\"4\" cy=\"4\" r=\"1.7\"/>",
        "<path d=\"M0 4H8\"/>",
        "<path d=\"M-2 6 2 10M0 0 8 8M6-2 10 2\"/>",
        "<path d=\"M0 4H8M4 0V8\"/>",
    };
    if (chart_.series.size() < 2) return;
    out_ += "<svg class=\"sp-chart__defs\" width=\"0\" height=\"0\" focusable=\"false\">\n<defs>\n";
    for (std::size_t i = 0; i < chart_.series.size() && i < kMaxChartSeries; ++i) {
      out_ += fmt::format(
          "<pattern id=\"{}-fill-{}\" class=\"sp-chart__pattern-{}\" width=\"8\" height=\"8\" "
          "patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\"/>{}</pattern>\n",
          chart_.id, i + 1, i + 1, kShapes[i]);
    }
    out_ += "</defs>\n</svg>\n";
  }

  [[nodiscard]] std::string fill(std::size_t series) const {
    if (chart_.series.size() < 2) return "class=\"sp-chart__bar\"";
    return fmt::format("class=\"sp-chart__bar\" fill=\"url(#{}-fill-{})\"", chart_.id,
                       series % kMaxChartSeries + 1);
  }

  [[nodiscard]] std::string value_text(const ChartValue& value) const {
    if (!value.value) return "[" + value.symbol + "]";
    return number(*value.value, value.decimals);
  }

  void bars() {
    out_ += "<ul class=\"sp-chart__rows\">\n";
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
      out_ += "<li>\n<p class=\"sp-chart__category\">";
      append_html_escaped(out_, chart_.categories[i]);
      out_ += "</p>\n";
      if (chart_.kind == ChartKind::kStacked) {
        stack(i);
      } else {
        for (std::size_t s = 0; s < chart_.series.size(); ++s) bar(i, s);
      }
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void rectangle(double from, double to, std::size_t series) {
    if (to <= from) return;
    out_ += fmt::format("<rect {} x=\"{}\" width=\"{}\" height=\"100%\"/>", fill(series),
                        percent_of(from), percent_of(to - from));
  }

  // One bar; its series' name stands before it where there are several, its value at its end.
  void bar(std::size_t category, std::size_t series) {
    const ChartValue& value = chart_.series[series].values[category];
    out_ += "<div class=\"sp-chart__row\">";
    if (chart_.series.size() > 1) {
      out_ += "<span class=\"sp-chart__name\">";
      append_html_escaped(out_, chart_.series[series].name);
      out_ += "</span>";
    }
    if (scale_.low < 0) {
      track(value, series);
    } else {
      length(value, series);
    }
    out_ += fmt::format("<span class=\"sp-chart__value\">{}</span>", value_text(value));
    out_ += scale_.low < 0 ? "</div>\n" : "</span></div>\n";
  }

  // A bar to either side of zero, on a track that is as wide as all others.
  void track(const ChartValue& value, std::size_t series) {
    out_ += "<svg class=\"sp-chart__track\" focusable=\"false\">";
    if (value.value) {
      rectangle(scale_.at(std::min(*value.value, 0.0)), scale_.at(std::max(*value.value, 0.0)),
                series);
    }
    out_ += fmt::format("<line class=\"sp-chart__zero\" x1=\"{0}\" x2=\"{0}\" y2=\"100%\"/></svg>",
                        percent_of(scale_.at(0)));
  }

  // A bar from zero, as a shape of its length in the line of text in which its value follows: that
  // goes to the next line where there is no room left.
  void length(const ChartValue& value, std::size_t series) {
    out_ += "<span class=\"sp-chart__draw\">";
    if (!value.value || *value.value <= 0) return;
    out_ += fmt::format(
        "<svg class=\"sp-chart__length\" width=\"{}\" height=\"24\" focusable=\"false\"><rect {} "
        "width=\"100%\" height=\"100%\"/></svg> ",
        percent_of(scale_.at(*value.value) * kLongestBar), fill(series));
  }

  // One bar of parts; below it what each part is, with its fill.
  void stack(std::size_t category) {
    if (is_whole(chart_, category)) {
      stacked_bar(category);
    } else {
      out_ += "<p class=\"sp-chart__hidden\">";
      append_html_escaped(out_, words_.text("chart_part_hidden"));
      out_ += "</p>\n";
    }
    parts(category);
  }

  void stacked_bar(std::size_t category) {
    out_ += "<svg class=\"sp-chart__track\" focusable=\"false\">";
    double begin = 0;
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      const double part = std::max(0.0, chart_.series[s].values[category].value.value_or(0));
      rectangle(scale_.at(begin), scale_.at(begin + part), s);
      begin += part;
    }
    out_ += "<line class=\"sp-chart__zero\" x1=\"0%\" x2=\"0%\" y2=\"100%\"/></svg>\n";
  }

  void parts(std::size_t category) {
    out_ += "<ul class=\"sp-chart__parts\">\n";
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      out_ += fmt::format(
          "<li><svg class=\"sp-chart__swatch\" focusable=\"false\"><rect {} width=\"100%\" "
          "height=\"100%\"/></svg>",
          fill(s));
      append_html_escaped(out_, chart_.series[s].name);
      out_ += fmt::format(" <span class=\"sp-chart__value\">{}</span></li>\n",
                          value_text(chart_.series[s].values[category]));
    }
    out_ += "</ul>\n";
  }

  // Marks of series by number, around 0,0.
  static std::string_view mark(std::size_t series) {
    static constexpr std::string_view kMarks[] = {
        "<circle r=\"5\"/>",          "<path d=\"M-5-5H5V5H-5Z\"/>",
        "<path d=\"M0-6 6 5H-6Z\"/>", "<path d=\"M0-7 7 0 0 7-7 0Z\"/>",
        "<path d=\"M0 6-6-5H6Z\"/>",  "<path d=\"M-5-5 5 5M-5 5 5-5\"/>",
    };
    return kMarks[series % kMaxChartSeries];
  }

  [[nodiscard]] double x_of(std::size_t category) const {
    const std::size_t count = chart_.categories.size();
    // Kept off the edges, so that marks are whole.
    if (count < 2) return 50;
    return 3 + 94 * static_cast<double>(category) / static_cast<double>(count - 1);
  }
  [[nodiscard]] double y_of(double value) const { return 100 - scale_.at(value); }

  void lines() {
    out_ += fmt::format("<p class=\"sp-chart__top\">{}</p>\n", axis_text(scale_.high));
    out_ += "<svg class=\"sp-chart__lines\" overflow=\"visible\" focusable=\"false\">\n";
    for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      out_ += fmt::format("<line class=\"sp-chart__grid\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>\n",
                          percent_of(part * 100));
    }
    if (scale_.low < 0) {
      out_ += fmt::format("<line class=\"sp-chart__zero\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>\n",
                          percent_of(y_of(0)));
    }
    for (std::size_t s = 0; s < chart_.series.size(); ++s) line(s);
    out_ += "</svg>\n";
    out_ += fmt::format("<p class=\"sp-chart__bottom\">{}</p>\n", axis_text(scale_.low));
    ends_of_axis();
    legend();
  }

  [[nodiscard]] std::string axis_text(double value) const {
    const bool whole = is_same_number(value, std::round(value));
    return number(value, whole ? 0 : 2);
  }

  [[nodiscard]] std::string number(double value, std::uint8_t decimals) const {
    return words_.fact(chart_.percent ? percent_text(words_, value, decimals)
                                      : number_text(words_, value, decimals));
  }

  // A missing value is a gap: no line leads to it or from it.
  void line(std::size_t series) {
    const std::vector<ChartValue>& values = chart_.series[series].values;
    out_ += fmt::format("<g class=\"sp-chart__line sp-chart__line-{}\">\n",
                        series % kMaxChartSeries + 1);
    for (std::size_t i = 1; i < values.size(); ++i) {
      if (!values[i].value || !values[i - 1].value) continue;
      out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
                          percent_of(x_of(i - 1)), percent_of(y_of(*values[i - 1].value)),
                          percent_of(x_of(i)), percent_of(y_of(*values[i].value)));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i].value) {
        out_ += fmt::format("<text x=\"{}\" y=\"100%\">[{}]</text>\n", percent_of(x_of(i)),
                            values[i].symbol);
        continue;
      }
      out_ += fmt::format("<svg x=\"{}\" y=\"{}\" overflow=\"visible\">{}</svg>\n",
                          percent_of(x_of(i)), percent_of(y_of(*values[i].value)), mark(series));
    }
    point_values(series);
    out_ += "</g>\n";
  }

  // The values above the points of the first line and below those of the second. Where there are
  // more lines or points than a phone has room for, only its ends, its highest and its lowest.
  void point_values(std::size_t series) {
    const std::vector<ChartValue>& values = chart_.series[series].values;
    const bool has_room = chart_.series.size() <= 2 && values.size() <= kMostValues;
    const auto is_less = [](const ChartValue& a, const ChartValue& b) {
      return a.value.value_or(0) < b.value.value_or(0);
    };
    const auto [low, high] = std::ranges::minmax_element(values, is_less);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool is_end = i == 0 || i + 1 == values.size();
      const bool is_turn = &values[i] == &*low || &values[i] == &*high;
      if (!values[i].value || !(has_room || is_end || (series < 2 && is_turn))) continue;
      const std::string_view anchor = i == 0 ? "start" : is_end ? "end" : "middle";
      out_ += fmt::format(
          "<text class=\"sp-chart__point sp-chart__point--{}\" x=\"{}\" y=\"{}\" "
          "dy=\"{}\">{}</text>\n",
          values.size() == 1 ? "middle" : anchor, percent_of(x_of(i)),
          percent_of(y_of(*values[i].value)), series % 2 == 0 ? "-0.7em" : "1.6em",
          value_text(values[i]));
    }
  }

  // The first and the last category stand below the ends of the lines; those between are in the
  // table, since on a phone there is no room for them.
  void ends_of_axis() {
    if (chart_.categories.empty()) return;
    out_ += "<p class=\"sp-chart__axis\"><span>";
    append_html_escaped(out_, chart_.categories.front());
    out_ += "</span>";
    if (chart_.categories.size() > 1) {
      out_ += "<span>";
      append_html_escaped(out_, chart_.categories.back());
      out_ += "</span>";
    }
    out_ += "</p>\n";
  }

  // Says for each line how it is drawn and what it goes from and to.
  void legend() {
    out_ += "<ul class=\"sp-chart__parts\">\n";
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      const ChartSeries& series = chart_.series[s];
      out_ += fmt::format(
          "<li><svg class=\"sp-chart__swatch sp-chart__swatch--line\" overflow=\"visible\" "
          "focusable=\"false\"><g class=\"sp-chart__line sp-chart__line-{}\"><line y1=\"50%\" "
          "x2=\"100%\" y2=\"50%\"/><svg x=\"50%\" y=\"50%\" "
          "overflow=\"visible\">{}</svg></g></svg>",
          s % kMaxChartSeries + 1, mark(s));
      append_html_escaped(out_, series.name);
      if (!series.values.empty()) {
        const std::string from = value_text(series.values.front());
        const std::string to = value_text(series.values.back());
        out_ += " <span class=\"sp-chart__value\">";
        append_html_escaped(out_, words_.text("chart_from_to", {{"from", from}, {"to", to}}));
        out_ += "</span>";
      }
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  const Words& words_;
  const Chart& chart_;
  const ChartScale scale_;
  std::string out_;
};

}  // namespace

std::string chart_html(const Words& words, const Chart& chart) {
  return ChartHtml(words, chart).take();
}

}  // namespace signpost
