#include "plot_words.hpp"
#include "result_cells.hpp"
#include "sections.hpp"
#include "statistics/repeat_command.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include <abstat/plot.hpp>
#include <abstat/shell_words.hpp>

namespace abstat {

namespace {

constexpr std::size_t most_names = 6;

bool all_single(const Ranking& ranking) {
  return std::all_of(ranking.stacks.begin(), ranking.stacks.end(),
                     [](const RankedStack& ranked) { return !ranked.of.estimate.interval; });
}

// The stacks that may be best as well: the data allows them rank 1.
std::vector<std::string> rivals_of_best(const Ranking& ranking) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < ranking.stacks.size(); ++i) {
    if (ranking.stacks[i].rank.low == 1) names.push_back(ranking.stacks[i].of.stack);
  }
  return names;
}

std::string best_value(const Ranking& ranking) {
  const std::string unit(ranking.metric.unit());
  return fmt::format("{}{}{}", value_text(ranking.metric, ranking.stacks.front().of.estimate.value),
                     unit.empty() ? "" : " ", unit);
}

void write_answer(Markup& markup, const Ranking& ranking, const Connections& connections) {
  const RankedStack& best = ranking.stacks.front();
  const std::vector<std::string> rivals = rivals_of_best(ranking);
  const std::string with = with_connections(connections);
  markup.open("p", {{"class", "answer"}});
  if (ranking.stacks.size() == 1) {
    markup.text("Only ").element("bdi", best.of.stack);
    markup.text(
        fmt::format(" was measured{} ({}): there is nothing to compare it with.", with, best_value(ranking)));
  } else if (all_single(ranking)) {
    markup.text("One run of each stack cannot say which is fastest. ").element("bdi", best.of.stack);
    markup.text(fmt::format(" printed the best {}{} ({}); another run might print another order.",
                            ranking.metric.name(), with, best_value(ranking)));
  } else if (rivals.empty()) {
    markup.element("bdi", best.of.stack)
        .text(fmt::format(" is best by {}{} ({}), and the data tells it apart from every other stack.",
                          ranking.metric.name(), with, best_value(ranking)));
  } else {
    markup.text("There is no single winner: ").element("bdi", best.of.stack);
    markup.text(fmt::format(" has the best {}{} ({}), but the data does not tell it apart from ",
                            ranking.metric.name(), with, best_value(ranking)));
    write_names(markup, rivals);
    markup.text(".");
  }
  markup.close();
}

// A sweep is compared at one number of connections: at its best one each, stacks would be compared with
// others under another load.
void write_load(Markup& markup, const CommonLoad& load) {
  markup.open("p").text(
      fmt::format("The stacks were measured with several numbers of connections. Here and in the next two "
                  "sections they are "
                  "compared with {}, the most that {} measured with; ",
                  load.concurrency, load.missing.empty() ? "all were" : "as many of them as possible were"));
  markup.element("a", {{"href", "#scaling"}}, "Scaling").text(" has the others.");
  if (!load.missing.empty()) {
    markup.text(" Not measured with it, and so not compared: ");
    write_names(markup, load.missing);
    markup.text(".");
  }
  markup.close();
}

std::string how_to_read(const Ranking& ranking) {
  if (all_single(ranking)) {
    return "Each ring is what one run printed. How much another run would differ cannot be seen in one "
           "run, so no interval is drawn. Ranks before the names: those the single runs do not rule out.";
  }
  return fmt::format(
      "The bar around each value is its {} interval. Before each name stand the ranks the data allows: "
      "stacks that share ranks are not told apart.{}",
      percent(ranking.level),
      ranking.blocked
          ? " The runs were made side by side and are compared so: stacks can be told apart although "
            "their bars overlap."
          : "");
}

// The address of a report's server, or a word to replace.
std::string url_of(const std::string& command) {
  const std::size_t space = command.rfind(' ');
  const std::string url = space == std::string::npos ? "" : command.substr(space + 1);
  return url.find('/') == std::string::npos ? "http://HOST:PORT/" : url;
}

}  // namespace

void write_names(Markup& markup, const std::vector<std::string>& names) {
  const std::size_t shown = names.size() > most_names ? most_names - 1 : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) markup.text(i + 1 == names.size() ? " and " : ", ");
    markup.element("bdi", names[i]);
  }
  if (names.size() > shown) markup.text(fmt::format(" and {} more", names.size() - shown));
}

std::vector<std::string> commands_to_settle(const ReportPage& page) {
  std::vector<std::string> plan{"abstat", "plan"};
  const auto& reports = compared_reports(page);
  std::map<std::string_view, const Report*> first_of;
  for (const Report& report : reports) first_of.emplace(report.stack, &report);
  if (!reports.empty() && reports.front().requests.complete && reports.front().concurrency) {
    plan.insert(plan.end(), {"-n", std::to_string(*reports.front().requests.complete), "-c",
                             std::to_string(*reports.front().concurrency)});
  }
  if (!reports.empty() && reports.front().requests.keep_alive) plan.emplace_back("-k");
  for (const RankedStack& ranked : page.overview.ranking.stacks) {
    const auto report = first_of.find(ranked.of.stack);
    const std::string url =
        report == first_of.end() ? "http://HOST:PORT/" : url_of(repeat_command(*report->second));
    plan.push_back(fmt::format("{}={}", ranked.of.stack, url));
  }
  return {shell_line(plan) + " > runs.sh", "sh runs.sh", "abstat report runs/ -f html -o report.html"};
}

void write_fastest(HtmlWriter& html, const ReportPage& page) {
  const Ranking& ranking = page.overview.ranking;
  html.begin_section("fastest", "What is fastest, and is that real?");
  if (ranking.stacks.empty()) {
    html.paragraph("No report has a value of " + ranking.metric.name() + ".", "answer");
    html.list(sentences_of(ranking.unmeasured));
    return html.end_section();
  }
  write_answer(html.markup(), ranking, connections_of(page));
  if (page.load) write_load(html.markup(), *page.load);
  html.figure(fmt::format("{} of each stack{}, best first", capitalised(ranking.metric.name()),
                          with_connections(connections_of(page))),
              how_to_read(ranking), svg_of(ranking, PlotUse::page, connections_of(page)));
  if (!ranking.established && ranking.stacks.size() > 1) {
    html.heading("What would settle it");
    html.paragraph("Five runs of each stack, made in turns so that a machine that slows down favours none:");
    html.verbatim(commands_to_settle(page));
  }
  html.table_and_details(parts_of(ranking), "ranking",
                         "Which stacks are told apart, and what to keep in mind");
  html.end_section();
}

}  // namespace abstat
