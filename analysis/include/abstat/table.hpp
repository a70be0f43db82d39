// Results as rows and columns of typed cells. Renderers turn a Table into bytes; no result knows a format and
// no renderer knows a statistic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <abstat/figure.hpp>

namespace abstat {

enum class Align : std::uint8_t { left, right };

// A number computed by us, with the decimals worth showing; renderers for machines may give all digits.
struct Number {
  double value = 0;
  int decimals = 2;
  std::string_view suffix;  // "x", " %"
  bool operator==(const Number&) const = default;
};

// monostate is "absent": "-" in text and markdown, an empty field in CSV.
using Cell = std::variant<std::monostate, std::string, Figure, std::int64_t, Number>;

struct Column {
  std::string name;
  Align align = Align::left;
};

struct Table {
  std::string title;  // may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> notes;  // sentences below the table
};

// What one command prints in text and markdown: paragraphs and tables in order.
struct Page {
  using Part = std::variant<std::string, Table>;
  std::string title;
  std::vector<Part> parts;
};

// Aligned by display width, so that CJK names line up; control characters are made visible.
[[nodiscard]] std::string render_text(const Page& page);
// GitHub's markdown, aligned in source too.
[[nodiscard]] std::string render_markdown(const Page& page);
// RFC 4180 with LF; cells a spreadsheet would run as formulas start with an apostrophe.
[[nodiscard]] std::string render_csv(const Table& table);

}  // namespace abstat
