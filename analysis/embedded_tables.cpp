// Tables between <!-- abstat:begin NAME --> and <!-- abstat:end -->.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>
#include <variant>

#include <abstat/comparison.hpp>
#include <abstat/pages.hpp>
#include <abstat/ranking.hpp>
#include <abstat/repair.hpp>

namespace abstat {

namespace {

// The first table of a page as markdown, without its title and notes.
std::string first_table(const Page& page) {
  for (const Page::Part& part : page.parts) {
    const Table* table = std::get_if<Table>(&part);
    if (table == nullptr) continue;
    Page alone;
    alone.parts.emplace_back(*table);
    std::get<Table>(alone.parts.front()).title.clear();
    std::get<Table>(alone.parts.front()).notes.clear();
    std::string markdown = render_markdown(alone);
    while (!markdown.empty() && markdown.back() == '\n') markdown.pop_back();
    return markdown + "\n";
  }
  return {};
}

std::string rank_table(const std::vector<Report>& reports) {
  return first_table(page_of(rank_reports(reports, RankOptions{})));
}

std::string compare_table(const std::vector<Report>& reports) {
  const auto comparison = compare_reports(reports, CompareOptions{});
  return comparison ? first_table(page_of(*comparison)) : std::string{};
}

struct EmbeddedTable {
  std::string_view name;
  std::string (*markdown)(const std::vector<Report>& reports);
};
constexpr std::array tables{EmbeddedTable{"rank", rank_table}, EmbeddedTable{"compare", compare_table}};

// Where each line begins, and the end of the text.
std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(at + 1);
  starts.push_back(text.size());
  return starts;
}

// With the line ends of the document.
std::string with_line_ends(const std::string& markdown, bool carriage_returns) {
  if (!carriage_returns) return markdown;
  std::string text;
  for (const char c : markdown) {
    if (c == '\n') text += '\r';
    text += c;
  }
  return text;
}

}  // namespace

std::vector<Edit> table_edits(const Document& document, const DocumentComments& comments,
                              const std::vector<Report>& reports) {
  std::vector<Edit> edits;
  if (comments.tables.empty()) return edits;
  const std::string_view text = document.text;
  const std::vector<std::size_t> starts = line_starts(text);
  const bool carriage_returns = text.find("\r\n") != std::string_view::npos;
  std::size_t last_line = 0;
  for (const RegeneratedTable& marked : comments.tables) {
    const auto* const known = std::find_if(
        tables.begin(), tables.end(), [&](const EmbeddedTable& table) { return table.name == marked.name; });
    const bool whole = marked.begin_line > last_line && marked.end_line > marked.begin_line &&
                       marked.end_line < starts.size();
    if (known == tables.end() || !whole) continue;
    last_line = marked.end_line;
    const std::size_t begin = starts[marked.begin_line];
    const std::string before(text.substr(begin, starts[marked.end_line - 1] - begin));
    // A blank line on either side lets markdown see the table behind the comment.
    std::string after = with_line_ends("\n" + known->markdown(reports) + "\n", carriage_returns);
    if (before != after)
      edits.push_back({{document.file, marked.begin_line + 1, 1}, before, std::move(after)});
  }
  return edits;
}

std::vector<Problem> stale_tables(const Document& document, const DocumentComments& comments,
                                  const std::vector<Report>& reports) {
  std::vector<Problem> problems;
  for (const Edit& edit : table_edits(document, comments, reports)) {
    problems.push_back({{document.file, edit.where.line - 1, 1},
                        "the table its reports give",
                        "another one; abstat render writes it anew"});
  }
  return problems;
}

}  // namespace abstat
