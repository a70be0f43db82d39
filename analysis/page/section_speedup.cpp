#include "plot_words.hpp"
#include "result_cells.hpp"
#include "sections.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

struct Counts {
  std::size_t faster = 0;
  std::size_t slower = 0;
  std::size_t same = 0;
  std::size_t screened = 0;
  std::size_t undetermined = 0;
};

Counts counts_of(const ComparisonTable& table) {
  Counts counts;
  for (const Comparison& one : table.comparisons) {
    switch (one.verdict) {
      case SpeedupVerdict::faster:
        ++counts.faster;
        break;
      case SpeedupVerdict::slower:
        ++counts.slower;
        break;
      case SpeedupVerdict::same:
        ++counts.same;
        break;
      case SpeedupVerdict::separated_faster:
      case SpeedupVerdict::separated_slower:
        ++counts.screened;
        break;
      case SpeedupVerdict::undetermined:
        ++counts.undetermined;
        break;
    }
  }
  return counts;
}

// "4 faster, 1 slower"
std::string counted_verdicts(const Counts& counts) {
  struct Verdict {
    std::size_t count;
    std::string_view words;
  };
  const std::array verdicts{
      Verdict{counts.faster, "faster"}, Verdict{counts.slower, "slower"},
      Verdict{counts.same, "the same in practice"},
      Verdict{counts.screened, "further away than single runs usually stray (no proof)"},
      Verdict{counts.undetermined, "undetermined"}};
  std::vector<std::string> words;
  for (const auto& [count, what] : verdicts) {
    if (count > 0) words.push_back(fmt::format("{} {}", count, what));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

bool any_interval(const ComparisonTable& table) {
  return std::any_of(table.comparisons.begin(), table.comparisons.end(),
                     [](const Comparison& one) { return one.speedup.interval.has_value(); });
}

void write_answer(Markup& markup, const ComparisonTable& table) {
  const auto [least, most] =
      std::minmax_element(table.comparisons.begin(), table.comparisons.end(),
                          [](const auto& a, const auto& b) { return a.speedup.value < b.speedup.value; });
  markup.open("p", {{"class", "answer"}}).text("Against ").element("bdi", table.baseline);
  markup.text(fmt::format(": {}. ", counted_verdicts(counts_of(table))));
  if (table.comparisons.size() > 1) {
    markup.text(fmt::format("From {:.2f} times as good (", least->speedup.value))
        .element("bdi", least->stack);
    markup.text(fmt::format(") to {:.2f} times (", most->speedup.value)).element("bdi", most->stack);
    markup.text(").");
  } else {
    markup.element("bdi", most->stack).text(fmt::format(" is {:.2f} times as good.", most->speedup.value));
  }
  markup.close();
}

std::string how_to_read(const ComparisonTable& table) {
  const std::string shaded =
      fmt::format("The dashed line is the baseline; shaded is the practical margin of {:.3g} %.",
                  100 * (table.margin - 1));
  if (any_interval(table)) {
    return fmt::format(
        "1.5x means 1.5 times as good. The bars hold together: with {} confidence all of them "
        "contain the truth. {}",
        percent(table.level), shaded);
  }
  return "1.5x means 1.5 times as good. One run of each stack has no interval between runs, so none is "
         "drawn; a question mark stands where only the spread within the runs was looked at. " +
         shaded;
}

}  // namespace

void write_speedup(HtmlWriter& html, const ReportPage& page) {
  const ComparisonTable& table = page.overview.comparison;
  html.begin_section("speedup", "By how much?");
  if (table.comparisons.empty()) {
    html.paragraph("There are no two stacks with a value to compare.", "answer");
    return html.end_section();
  }
  write_answer(html.markup(), table);
  const Connections connections = connections_of(page);
  html.figure(
      fmt::format("Speedup of each stack against {}{}", table.baseline, with_connections(connections)),
      how_to_read(table), svg_of(table, PlotUse::page, connections));
  html.table_and_details(parts_of(table), "speedups", "What to keep in mind");
  html.end_section();
}

}  // namespace abstat
