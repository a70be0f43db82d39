// Results as pages of typed cells. Renderers turn a Page into bytes; no result knows a format and no renderer
// knows a statistic. Strings are raw here, whatever they hold: each renderer escapes for its own format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <abstat/figure.hpp>

namespace abstat {

enum class Align : std::uint8_t { left, right };

// A number computed by us, with the decimals worth showing.
struct Number {
  double value = 0;
  int decimals = 2;
  std::string_view suffix;  // "x", " %"
  bool operator==(const Number&) const = default;
};

// An interval of such numbers: "1870.2 – 1946.8".
struct NumberRange {
  double low = 0;
  double high = 0;
  int decimals = 2;
  bool operator==(const NumberRange&) const = default;
};

// What a word means to the reader; a terminal may colour it.
enum class Tone : std::uint8_t { good, bad, doubt };

struct Word {
  std::string text;
  Tone tone = Tone::doubt;
  bool operator==(const Word&) const = default;
};

// monostate is "absent" and shows as "-".
using Cell = std::variant<std::monostate, std::string, Word, Figure, std::int64_t, Number, NumberRange>;

struct Column {
  std::string name;
  Align align = Align::left;
  // Where a terminal is too narrow even for wrapped columns, those with the highest number are left out
  // first; 0 is never left out.
  int gives_way = 0;
};

struct Table {
  std::string title;  // may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> notes;  // sentences below the table
};

struct Section {
  std::string title;
};

struct BulletList {
  std::vector<std::string> items;
};

// Lines to copy as they stand: commands, a line of arithmetic.
struct Verbatim {
  std::vector<std::string> lines;
};

// Values and their intervals over one axis, a line for each: drawn in text, left out elsewhere.
struct IntervalPlot {
  struct Row {
    std::string name;
    double value;
    std::optional<Interval> interval;  // nothing is drawn around a value without one
  };
  std::vector<Row> rows;
  bool logarithmic = false;
  std::optional<double> reference;  // an upright line: the baseline
  std::string_view suffix;          // of the axis' labels: "x"
};

// What one command prints in text and markdown. A string is a paragraph.
struct Page {
  using Part = std::variant<std::string, Section, Table, BulletList, Verbatim, IntervalPlot>;
  std::string title;  // may be empty
  std::vector<Part> parts;
};

struct TextStyle {
  std::size_t columns = 100;  // wider tables and paragraphs are wrapped
  bool colour = false;
  bool ascii = false;  // lines and dashes of ours in ASCII; what comes from an input stays as it is
};

// Aligned by display width, so that CJK names line up; control characters are made visible.
[[nodiscard]] std::string render_text(const Page& page, const TextStyle& style = {});
// GitHub's markdown, aligned in source too.
[[nodiscard]] std::string render_markdown(const Page& page);

}  // namespace abstat
