#include "document_tables.hpp"

#include "claim_phrases.hpp"
#include "document_reading.hpp"
#include "document_tables_grammar.hpp"

#include <algorithm>
#include <tao/pegtl/contrib/analyze.hpp>

namespace abstat {

namespace {

namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

Input input(std::string_view text) {
  return Input(text.data(), text.data() + text.size(), "");
}

struct Row {
  std::string_view line;
  std::size_t number;
  std::vector<ProseLine> cells;

  void add(std::string_view cell) {
    const std::string_view inner = trimmed(cell);
    const char* const begin = inner.empty() ? cell.data() : inner.data();
    cells.push_back({number, static_cast<std::size_t>(begin - line.data()) + 1, std::string(inner)});
  }
};

template <typename Rule>
struct row_action : p::nothing<Rule> {};

struct add_cell {
  template <typename ActionInput>
  static void apply(const ActionInput& in, Row& row) {
    row.add(in.string_view());
  }
};
template <>
struct row_action<table_rules::pipe_cell> : add_cell {};
template <>
struct row_action<table_rules::column_cell> : add_cell {};

// The rows of a table in HTML, line by line.
struct HtmlRows {
  std::vector<std::vector<ProseLine>> rows;
  std::string_view line;
  std::size_t number = 0;
  bool in_cell = false;

  void open_cell() {
    if (rows.empty()) rows.emplace_back();
    rows.back().push_back({number, 1, {}});
    in_cell = true;
  }

  // What a cell holds, with its markup; of several lines the first that says something.
  void fill(std::string_view body) {
    const std::string_view inner = trimmed(body);
    if (!in_cell || inner.empty() || !rows.back().back().text.empty()) return;
    rows.back().back() = {number, static_cast<std::size_t>(inner.data() - line.data()) + 1,
                          std::string(inner)};
  }
};

template <typename Rule>
struct html_action : p::nothing<Rule> {};
template <>
struct html_action<table_rules::html_row> {
  static void apply0(HtmlRows& html) {
    html.rows.emplace_back();
    html.in_cell = false;
  }
};
template <>
struct html_action<table_rules::html_cell> {
  static void apply0(HtmlRows& html) { html.open_cell(); }
};
template <>
struct html_action<table_rules::html_close> {
  static void apply0(HtmlRows& html) { html.in_cell = false; }
};
template <>
struct html_action<table_rules::html_body> {
  template <typename ActionInput>
  static void apply(const ActionInput& in, HtmlRows& html) {
    html.fill(in.string_view());
  }
};

std::vector<ProseLine> column_cells(std::string_view line, std::size_t number) {
  Row row{line, number, {}};
  auto in = input(line);
  if (!p::parse<table_rules::column_row, row_action>(in, row)) return {};
  return std::move(row.cells);
}

bool is_rule_line(std::string_view line) {
  return matches<table_rules::dash_line>(line);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_number(const std::vector<ProseLine>& cells) {
  return std::any_of(cells.begin() + 1, cells.end(),
                     [](const ProseLine& cell) { return has_digit(cell.text); });
}

// "4347", "1,042", "9.1": a head says "95%" or "p95".
bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

bool starts_with_pipe(std::string_view line) {
  const std::string_view text = trimmed(line);
  return !text.empty() && (text.front() == '|' || text.substr(0, 2) == "+-" || text.substr(0, 2) == "+=");
}

// |---|---| or |:--|: cmark-gfm takes the table from here.
bool is_gfm_delimiter(std::string_view line) {
  return is_rule_line(line) && line.find('+') == std::string_view::npos;
}

class TableFinder {
 public:
  explicit TableFinder(TextLines& lines) : lines_(lines) {}

  std::vector<Block> find() {
    for (std::size_t number = 1; number <= lines_.size();) number = take_at(number);
    return std::move(tables_);
  }

 private:
  // Takes the table that begins at this line, if any; the first line behind it.
  std::size_t take_at(std::size_t number) {
    if (trimmed(lines_.line(number)).empty()) return number + 1;
    if (const std::size_t end = take_html(number); end != number) return end;
    if (starts_with_pipe(lines_.line(number))) return take_grid(number);
    if (const std::size_t end = take_underlined(number); end != number) return end;
    if (const std::size_t end = take_columns(number); end != number) return end;
    return number + 1;
  }

  // <table> to </table>.
  std::size_t take_html(std::size_t number) {
    if (number < html_from_ || !matches<table_rules::has_html_table>(lines_.line(number))) return number;
    HtmlRows html;
    std::size_t end = number;
    for (bool closed = false; !closed; ++end) {
      if (end > lines_.size()) {
        html_from_ = end;  // no later table ends, either
        return number;
      }
      html.line = lines_.line(end);
      html.number = end;
      auto in = input(html.line);
      p::parse<table_rules::html_line, html_action>(in, html);
      closed = matches<table_rules::has_html_end>(html.line);
    }
    std::erase_if(html.rows, [](const auto& row) { return row.empty(); });
    if (html.rows.size() < 2) {
      html_from_ = end;
      return number;
    }
    Block table = block(number);
    table.rows = std::move(html.rows);
    keep(std::move(table), end);
    return end;
  }

  // Rows that begin with a pipe, rules between them.
  std::size_t take_grid(std::size_t number) {
    std::size_t end = number;
    Block table = block(number);
    while (starts_with_pipe(lines_.line(end))) {
      if (!is_rule_line(lines_.line(end))) table.rows.push_back(pipe_cells(lines_.line(end), end));
      ++end;
    }
    const bool gfm = is_gfm_delimiter(lines_.line(number + 1)) && !is_rule_line(lines_.line(number));
    if (!gfm && table.rows.size() >= 2 && table.rows.front().size() >= 2) keep(std::move(table), end);
    return std::max(end, number + 1);
  }

  // A head, a line of dashes, rows.
  std::size_t take_underlined(std::size_t number) {
    if (is_rule_line(lines_.line(number)) || !is_rule_line(lines_.line(number + 1))) return number;
    if (lines_.line(number).find('|') != std::string_view::npos) return take_piped(number);
    Block table = block(number);
    table.rows.push_back(column_cells(lines_.line(number), number));
    const std::size_t columns = table.rows.front().size();
    if (columns < 2) return number;
    std::size_t end = number + 2;
    for (; end <= lines_.size(); ++end) {
      if (is_rule_line(lines_.line(end))) continue;
      auto cells = column_cells(lines_.line(end), end);
      if (cells.size() < 2 || cells.size() > columns) break;
      table.rows.push_back(std::move(cells));
    }
    if (table.rows.size() < 2) return number;
    keep(std::move(table), end);
    return end;
  }

  // a | b over ---+--- as psql and many hands draw it; without a plus cmark-gfm reads it.
  std::size_t take_piped(std::size_t number) {
    if (is_gfm_delimiter(lines_.line(number + 1)) &&
        lines_.line(number + 1).find('|') != std::string_view::npos) {
      return number;
    }
    Block table = block(number);
    std::size_t end = number;
    for (; lines_.line(end).find('|') != std::string_view::npos || is_rule_line(lines_.line(end)); ++end) {
      if (!is_rule_line(lines_.line(end))) table.rows.push_back(pipe_cells(lines_.line(end), end));
    }
    if (table.rows.size() < 2) return number;
    keep(std::move(table), end);
    return end;
  }

  // Columns under a head without digits, every row with the same number of cells and at least one number.
  std::size_t take_columns(std::size_t number) {
    Block table = block(number);
    table.rows.push_back(column_cells(lines_.line(number), number));
    const std::vector<ProseLine> head = table.rows.front();
    const std::size_t columns = head.size();
    const bool headed =
        std::none_of(head.begin(), head.end(), [](const ProseLine& cell) { return is_number(cell.text); });
    // Asked before the rows are read: every row of a long column of numbers is looked at as a head.
    if (columns < 2 || !headed) return number;
    std::size_t end = number + 1;
    for (; end <= lines_.size(); ++end) {
      auto cells = column_cells(lines_.line(end), end);
      if (cells.size() != columns || !has_number(cells)) break;
      table.rows.push_back(std::move(cells));
    }
    const bool tabbed = lines_.line(number).find('\t') != std::string_view::npos;
    if (table.rows.size() < (tabbed ? 2U : 3U) || states_figures(head)) return number;
    keep(std::move(table), end);
    return end;
  }

  static Block block(std::size_t number) {
    Block table;
    table.kind = BlockKind::table;
    table.first_line = number;
    return table;
  }

  void keep(Block&& table, std::size_t end) {
    table.last_line = end - 1;
    for (std::size_t number = table.first_line; number < end; ++number) lines_.blank(number);
    tables_.push_back(std::move(table));
  }

  TextLines& lines_;
  std::vector<Block> tables_;
  std::size_t html_from_ = 0;  // above this line no table in HTML is looked for once more
};

}  // namespace

std::vector<ProseLine> pipe_cells(std::string_view line, std::size_t number) {
  Row row{line, number, {}};
  auto in = input(line);
  if (!p::parse<table_rules::pipe_row, row_action>(in, row)) return {};
  // The last pipe of | a | b | closes the row.
  if (row.cells.size() > 1 && row.cells.back().text.empty()) row.cells.pop_back();
  return std::move(row.cells);
}

std::vector<Block> take_drawn_tables(TextLines& lines) {
  return TableFinder(lines).find();
}

}  // namespace abstat
