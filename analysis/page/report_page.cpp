#include "result_cells.hpp"
#include "sections.hpp"
#include "style.hpp"

#include <array>
#include <fmt/format.h>
#include <set>

#include <abstat/report_page.hpp>

namespace abstat {

namespace {

constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

struct Question {
  std::string_view id;
  std::string_view words;
  void (*write)(HtmlWriter& html, const ReportPage& page);
};

constexpr std::array questions{
    Question{"fastest", "Fastest", write_fastest}, Question{"speedup", "By how much", write_speedup},
    Question{"waiting", "Waiting", write_waiting}, Question{"trust", "Trust", write_trust},
    Question{"scaling", "Scaling", write_scaling}, Question{"claims", "The text", write_claims},
    Question{"method", "Method", write_method},
};

void write_head(Markup& markup) {
  markup.open("head");
  markup.empty("meta", {{"charset", "utf-8"}});
  markup.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", std::string(policy)}});
  markup.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  markup.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  // Browsers ask for an icon of their own; an empty one of the page's keeps them from the network.
  markup.empty("link", {{"rel", "icon"}, {"href", "data:,"}});
  markup.element("title", "Benchmark report");
  markup.open("style").trusted(page_style()).trusted(page_style_on_dark());
  markup.trusted(plot_style()).trusted(plot_style_on_dark()).close();
  markup.close();
}

std::string what_was_read(const ReportPage& page) {
  const Overview& overview = page.overview;
  std::set<std::string_view> files;
  for (const Report& report : overview.reports) files.insert(report.source.file);
  const std::size_t stacks =
      page.load ? page.load->stacks : overview.ranking.stacks.size() + overview.ranking.unmeasured.size();
  const std::string text =
      fmt::format("{} of ApacheBench on {}", counted(overview.reports.size(), "report", "reports"),
                  counted(stacks, "stack", "stacks"));
  if (files.size() == 1) return fmt::format("{}, read from {}.", text, *files.begin());
  return fmt::format("{}, read from {} files.", text, files.size());
}

void write_header(Markup& markup, const ReportPage& page) {
  markup.open("header").element("h1", "Benchmark report");
  markup.element("p", {{"class", "lead"}}, what_was_read(page));
  markup.open("nav", {{"aria-label", "Questions"}}).open("ul");
  for (const Question& question : questions) {
    markup.open("li").element("a", {{"href", fmt::format("#{}", question.id)}}, question.words).close();
  }
  markup.close().close().close();
}

}  // namespace

std::string html_of(const ReportPage& page) {
  HtmlWriter html;
  Markup& markup = html.markup();
  markup.trusted("<!DOCTYPE html>\n").open("html", {{"lang", "en"}});
  write_head(markup);
  markup.open("body");
  write_header(markup, page);
  markup.open("main");
  for (const Question& question : questions) question.write(html, page);
  markup.close();
  markup.open("footer").text(
      fmt::format("Made by {} from the reports alone; nothing was measured here.", page.program));
  markup.close();
  return std::move(markup).finish();
}

}  // namespace abstat
