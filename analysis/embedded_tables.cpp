// Tables between <!-- abstat:begin NAME --> and <!-- abstat:end -->.
#include <variant>

#include <abstat/pages.hpp>
#include <abstat/repair.hpp>

namespace abstat {

namespace {

struct Replacement {
  std::size_t begin = 0;  // bytes: behind the line of the begin mark …
  std::size_t end = 0;    // … up to the line of the end mark
  std::string text;
};

std::size_t start_of_line(std::string_view text, std::size_t number) {
  std::size_t at = 0;
  for (std::size_t line = 1; line < number && at != std::string_view::npos; ++line) {
    at = text.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  return std::min(at, text.size());
}

Problem unknown_table(const RegeneratedTable& table, const std::string& file) {
  return {{file, table.begin_line, 1}, "the table rank", "\"" + table.name + "\""};
}

std::vector<Replacement> replacements(std::string_view text, const DocumentComments& comments,
                                      const std::vector<Report>& reports) {
  std::vector<Replacement> found;
  for (const RegeneratedTable& table : comments.tables) {
    if (table.name != "rank") continue;
    // A blank line on either side lets markdown see the table behind the comment.
    std::string rank = "\n" + embedded_rank_table(rank_reports(reports, RankOptions{})) + "\n";
    found.push_back(
        {start_of_line(text, table.begin_line + 1), start_of_line(text, table.end_line), std::move(rank)});
  }
  return found;
}

}  // namespace

std::string embedded_rank_table(const Ranking& ranking) {
  for (const Page::Part& part : page_of(ranking).parts) {
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

Result<std::string> regenerate_tables(std::string_view text, const DocumentComments& comments,
                                      const std::vector<Report>& reports) {
  for (const RegeneratedTable& table : comments.tables) {
    if (table.name != "rank") return tl::unexpected(unknown_table(table, {}));
  }
  std::string result;
  std::size_t copied = 0;
  for (const Replacement& replacement : replacements(text, comments, reports)) {
    if (replacement.begin < copied) continue;
    result.append(text.substr(copied, replacement.begin - copied));
    result += replacement.text;
    copied = replacement.end;
  }
  result.append(text.substr(copied));
  return result;
}

std::vector<Problem> stale_tables(std::string_view text, const std::string& file,
                                  const DocumentComments& comments, const std::vector<Report>& reports) {
  std::vector<Problem> problems;
  for (const RegeneratedTable& table : comments.tables) {
    if (table.name != "rank") {
      problems.push_back(unknown_table(table, file));
      continue;
    }
    DocumentComments one;
    one.tables.push_back(table);
    for (const Replacement& replacement : replacements(text, one, reports)) {
      if (text.substr(replacement.begin, replacement.end - replacement.begin) == replacement.text) continue;
      problems.push_back({{file, table.begin_line, 1},
                          "the ranking of the reports",
                          "another table; abstat render writes it anew"});
    }
  }
  return problems;
}

}  // namespace abstat
