// Pages for a terminal.
#include "cell_text.hpp"
#include "narrowed_table.hpp"
#include "text_plot.hpp"

#include <algorithm>
#include <numeric>
#include <variant>

#include <abstat/display_text.hpp>
#include <abstat/table.hpp>

namespace abstat {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_wrapped_column = 12;

std::string repeated(std::string_view unit, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// Our own lines and dashes for terminals that know ASCII only.
std::string in_ascii(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto stands_for = [&](std::string_view sign, std::string_view plain) {
      if (!text.starts_with(sign)) return false;
      out += plain;
      text.remove_prefix(sign.size());
      return true;
    };
    if (stands_for("─", "-") || stands_for("–", "-") || stands_for("±", "+-") || stands_for("…", "..."))
      continue;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

struct ShownCell {
  std::vector<std::string> lines;
  const Tone* tone = nullptr;
};
using ShownRow = std::vector<ShownCell>;

std::string_view colour_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "\x1b[32m";
    case Tone::bad:
      return "\x1b[31m";
    case Tone::doubt:
      return "\x1b[33m";
  }
  return "";
}

class TextRenderer {
 public:
  explicit TextRenderer(const TextStyle& style) : style_(style) {}

  std::string render(const Page& page) && {
    if (!page.title.empty()) heading(page.title, "=");
    for (const Page::Part& part : page.parts) std::visit(*this, part);
    return style_.ascii ? in_ascii(out_) : std::move(out_);
  }

  void operator()(const std::string& paragraph) {
    blank_line();
    for (const std::string& line : wrapped(visible(paragraph), style_.columns)) out_ += line + "\n";
  }

  void operator()(const Section& section) {
    blank_line();
    heading(section.title, "-");
  }

  void operator()(const BulletList& list) {
    blank_line();
    for (const std::string& item : list.items) hanging("- ", item);
  }

  void operator()(const Verbatim& verbatim) {
    blank_line();
    for (const std::string& line : verbatim.lines) out_ += "    " + visible(line) + "\n";
  }

  void operator()(const IntervalPlot& plot) {
    const std::vector<std::string> lines = drawn(plot, style_);
    if (lines.empty()) return;
    blank_line();
    for (const std::string& line : lines) out_ += line + "\n";
  }

  void operator()(const Table& table) {
    const bool gives_way = std::any_of(table.columns.begin(), table.columns.end(),
                                       [](const Column& column) { return column.gives_way > 0; });
    if (!gives_way) return show(table);
    show(narrowed(table, style_.columns, gap, narrowest_wrapped_column));
  }

 private:
  void show(const Table& table) {
    if (table.title.empty() && table.rows.empty() && table.notes.empty()) return;
    blank_line();
    if (!table.title.empty()) out_ += emphasised(visible(table.title)) + "\n";
    if (!table.title.empty() && !table.rows.empty()) blank_line();
    if (!table.rows.empty()) grid(table);
    if (table.notes.empty()) return;
    if (!table.title.empty() || !table.rows.empty()) blank_line();
    for (const std::string& note : table.notes) hanging("- ", note);
  }

  void blank_line() {
    if (!out_.empty()) out_ += '\n';
  }

  void heading(const std::string& title, std::string_view underline) {
    const std::string shown = visible(title);
    out_ +=
        emphasised(shown) + "\n" + repeated(underline, std::min(display_width(shown), style_.columns)) + "\n";
  }

  // An item whose further lines stand under its first word.
  void hanging(std::string_view mark, const std::string& item) {
    std::string_view lead = mark;
    for (const std::string& line : wrapped(visible(item), style_.columns - mark.size())) {
      out_.append(lead).append(line).append("\n");
      lead = "  ";
    }
  }

  std::string emphasised(const std::string& text) const {
    return style_.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
  }

  void grid(const Table& table) {
    std::vector<std::vector<std::string>> texts;
    texts.reserve(table.rows.size() + 1);
    texts.push_back(header_texts(table));
    for (const auto& row : table.rows) texts.push_back(row_texts(table, row));
    const std::vector<std::size_t> widths = fitted(table, texts);

    line(table, shown(texts.front(), widths), widths, true);
    const std::size_t total = std::accumulate(widths.begin(), widths.end(), (widths.size() - 1) * gap);
    out_ += repeated("─", total) + "\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      ShownRow row = shown(texts[i + 1], widths);
      for (std::size_t c = 0; c < row.size() && c < table.rows[i].size(); ++c) {
        if (const Word* word = std::get_if<Word>(&table.rows[i][c])) row[c].tone = &word->tone;
      }
      line(table, row, widths, false);
    }
  }

  static std::vector<std::string> header_texts(const Table& table) {
    std::vector<std::string> texts;
    for (const Column& column : table.columns) texts.push_back(visible(column.name));
    return texts;
  }

  static std::vector<std::string> row_texts(const Table& table, const std::vector<Cell>& row) {
    std::vector<std::string> texts(table.columns.size());
    for (std::size_t c = 0; c < texts.size() && c < row.size(); ++c) texts[c] = visible(text_of(row[c]));
    return texts;
  }

  // Natural widths; where they exceed the page, the widest left-aligned columns give way: first down to their
  // longest word, then further.
  std::vector<std::size_t> fitted(const Table& table,
                                  const std::vector<std::vector<std::string>>& texts) const {
    std::vector<std::size_t> widths(table.columns.size(), 0);
    std::vector<std::size_t> words(table.columns.size(), narrowest_wrapped_column);
    for (const auto& row : texts) {
      for (std::size_t c = 0; c < widths.size(); ++c) {
        widths[c] = std::max(widths[c], display_width(row[c]));
        words[c] = std::max(words[c], widest_word(row[c]));
      }
    }
    const std::size_t room = style_.columns - std::min(style_.columns, (widths.size() - 1) * gap);
    shrink(table, widths, words, room);
    shrink(table, widths, std::vector<std::size_t>(widths.size(), narrowest_wrapped_column), room);
    return widths;
  }

  static std::size_t widest_word(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      widest = std::max(widest, display_width(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
  }

  static void shrink(const Table& table, std::vector<std::size_t>& widths,
                     const std::vector<std::size_t>& least, std::size_t room) {
    std::size_t total = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    while (total > room) {
      const std::size_t widest = widest_left(table, widths, least);
      if (widest == widths.size()) return;
      const std::size_t before = widths[widest];
      const std::size_t needed = before - std::min(before - 1, total - room);
      const std::size_t shared = std::max(least[widest], second_widest(table, widths, widest));
      widths[widest] = std::min(before - 1, std::max(needed, shared));
      total -= before - widths[widest];
    }
  }

  static std::size_t widest_left(const Table& table, const std::vector<std::size_t>& widths,
                                 const std::vector<std::size_t>& least) {
    std::size_t widest = widths.size();
    for (std::size_t c = 0; c < widths.size(); ++c) {
      if (table.columns[c].align != Align::left || widths[c] <= least[c]) continue;
      if (widest == widths.size() || widths[c] > widths[widest]) widest = c;
    }
    return widest;
  }

  // The widest column but one, so that two wide columns share the loss.
  static std::size_t second_widest(const Table& table, const std::vector<std::size_t>& widths,
                                   std::size_t widest) {
    std::size_t second = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      if (c != widest && table.columns[c].align == Align::left && widths[c] < widths[widest]) {
        second = std::max(second, widths[c]);
      }
    }
    return second;
  }

  static ShownRow shown(const std::vector<std::string>& texts, const std::vector<std::size_t>& widths) {
    ShownRow row;
    for (std::size_t c = 0; c < texts.size(); ++c) row.push_back({wrapped(texts[c], widths[c]), nullptr});
    return row;
  }

  void line(const Table& table, const ShownRow& row, const std::vector<std::size_t>& widths, bool header) {
    std::size_t height = 1;
    for (const ShownCell& cell : row) height = std::max(height, cell.lines.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string text;
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (c > 0) text.append(gap, ' ');
        append_padded(text, row[c], i, widths[c], table.columns[c].align, header);
      }
      const std::size_t end = text.find_last_not_of(' ');
      out_ += text.substr(0, end == std::string::npos ? 0 : end + 1) + "\n";
    }
  }

  void append_padded(std::string& text, const ShownCell& cell, std::size_t i, std::size_t width, Align align,
                     bool header) const {
    const std::string empty;
    const std::string& content = i < cell.lines.size() ? cell.lines[i] : empty;
    const std::size_t padding = width - std::min(width, display_width(content));
    if (align == Align::right) text.append(padding, ' ');
    if (header && !content.empty()) {
      text += emphasised(content);
    } else if (style_.colour && cell.tone != nullptr && !content.empty()) {
      text.append(colour_of(*cell.tone)).append(content).append("\x1b[0m");
    } else {
      text += content;
    }
    if (align == Align::left) text.append(padding, ' ');
  }

  TextStyle style_;
  std::string out_;
};

}  // namespace

std::string render_text(const Page& page, const TextStyle& style) {
  return without_runner_commands(TextRenderer(style).render(page));
}

}  // namespace abstat
