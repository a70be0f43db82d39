// Pages for GitHub. Whatever the input holds stays text: no markup, no HTML, no broken table.
#include "cell_text.hpp"

#include <algorithm>
#include <variant>

#include <abstat/display_text.hpp>
#include <abstat/table.hpp>

namespace abstat {

namespace {

// ASCII punctuation that starts markup somewhere inside a line; '$' is GitHub's mathematics.
constexpr std::string_view inline_markup = "\\`*_[]<>|~&$";

std::string escaped(std::string_view raw) {
  std::string out;
  for (const char c : visible(raw)) {
    if (inline_markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// A line that begins like a heading, list item, rule or quotation must not become one.
std::string escaped_line(std::string_view raw) {
  std::string out = escaped(raw);
  const std::size_t first = out.find_first_not_of(' ');
  if (first == std::string::npos) return out;
  if (std::string_view("#+-=").find(out[first]) != std::string_view::npos) return out.insert(first, "\\");
  const std::size_t after_digits = out.find_first_not_of("0123456789", first);
  if (after_digits != std::string::npos && after_digits > first &&
      (out[after_digits] == '.' || out[after_digits] == ')')) {
    out.insert(after_digits, "\\");
  }
  return out;
}

// A code fence longer than any run of backticks inside it.
std::string fence_for(const std::vector<std::string>& lines) {
  std::size_t longest = 2;
  for (const std::string& line : lines) {
    std::size_t run = 0;
    for (const char c : line) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
  }
  return std::string(longest + 1, '`');
}

class MarkdownRenderer {
 public:
  std::string render(const Page& page) && {
    if (!page.title.empty()) heading("# ", page.title);
    for (const Page::Part& part : page.parts) std::visit(*this, part);
    return std::move(out_);
  }

  void operator()(const std::string& paragraph) {
    blank_line();
    out_ += escaped_line(paragraph) + "\n";
  }

  void operator()(const Section& section) {
    blank_line();
    heading("## ", section.title);
  }

  void operator()(const BulletList& list) {
    blank_line();
    for (const std::string& item : list.items) out_ += "- " + escaped_line(item) + "\n";
  }

  // The table above has the same figures, and a proportional font no columns.
  void operator()(const IntervalPlot& /*plot*/) {}

  void operator()(const Verbatim& verbatim) {
    blank_line();
    std::vector<std::string> lines;
    for (const std::string& line : verbatim.lines) lines.push_back(visible(line));
    const std::string fence = fence_for(lines);
    out_ += fence + "\n";
    for (const std::string& line : lines) out_ += line + "\n";
    out_ += fence + "\n";
  }

  void operator()(const Table& table) {
    if (table.title.empty() && table.rows.empty() && table.notes.empty()) return;
    blank_line();
    if (!table.title.empty()) heading("### ", table.title);
    if (!table.title.empty() && !table.rows.empty()) blank_line();
    if (!table.rows.empty()) grid(table);
    if (table.notes.empty()) return;
    if (!table.title.empty() || !table.rows.empty()) blank_line();
    for (const std::string& note : table.notes) out_ += "- " + escaped_line(note) + "\n";
  }

 private:
  void blank_line() {
    if (!out_.empty()) out_ += '\n';
  }

  void heading(std::string_view mark, const std::string& title) {
    std::string text = escaped(title);
    // "## C#" would lose its last character: it closes the heading.
    if (!text.empty() && text.back() == '#') text.insert(text.size() - 1, "\\");
    out_.append(mark).append(text).append("\n");
  }

  void grid(const Table& table) {
    std::vector<std::string> header;
    for (const Column& column : table.columns) header.push_back(escaped(column.name));
    std::vector<std::vector<std::string>> rows;
    for (const auto& cells : table.rows) {
      std::vector<std::string> row(header.size());
      for (std::size_t c = 0; c < row.size() && c < cells.size(); ++c) row[c] = escaped(text_of(cells[c]));
      rows.push_back(std::move(row));
    }
    const std::vector<std::size_t> widths = widths_of(header, rows);
    line(table, header, widths);
    rule(table, widths);
    for (const auto& row : rows) line(table, row, widths);
  }

  static std::vector<std::size_t> widths_of(const std::vector<std::string>& header,
                                            const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths(header.size(), 3);
    const auto widen = [&](const std::vector<std::string>& row) {
      for (std::size_t c = 0; c < widths.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
    };
    widen(header);
    for (const auto& row : rows) widen(row);
    // One huge cell must not pad every other row to its size.
    for (std::size_t& width : widths) width = std::min(width, widest_aligned_column);
    return widths;
  }

  void rule(const Table& table, const std::vector<std::size_t>& widths) {
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const bool right = table.columns[c].align == Align::right;
      out_ += "| " + std::string(widths[c] - (right ? 1 : 0), '-') + (right ? ":" : "") + " ";
    }
    out_ += "|\n";
  }

  void line(const Table& table, const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string padding(widths[c] - std::min(widths[c], display_width(row[c])), ' ');
      const bool right = table.columns[c].align == Align::right;
      out_ += "| " + (right ? padding + row[c] : row[c] + padding) + " ";
    }
    out_ += "|\n";
  }

  static constexpr std::size_t widest_aligned_column = 80;

  std::string out_;
};

}  // namespace

std::string render_markdown(const Page& page) {
  return without_runner_commands(MarkdownRenderer().render(page));
}

}  // namespace abstat
