#include "claim_text.hpp"

#include "html_parts.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace abstat {

namespace {

constexpr std::size_t most_links = 3;

std::string_view sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return "✓";
    case Verdict::inexact:
      return "≈";
    case Verdict::contradicted:
      return "✗";
    case Verdict::unsupported:
      return "?";
    case Verdict::ambiguous:
      return "⁇";
  }
  return "";
}

struct MarkedPlace {
  std::size_t begin;
  std::size_t end;
  const NumberedClaim* claim;
};

// Where in the line the claim's carrier stands. A claim whose column is not known (0) is looked for.
std::optional<std::size_t> place_in(const ProseLine& line, const Claim& claim) {
  if (claim.where.line != line.line || claim.carrier.empty()) return std::nullopt;
  const std::size_t known = claim.where.column == 0
                                ? line.text.find(claim.carrier)
                                : claim.where.column - std::min(claim.where.column, line.column);
  if (known > line.text.size() || line.text.compare(known, claim.carrier.size(), claim.carrier) != 0)
    return std::nullopt;
  return known;
}

// A claim that is not where it should be has no mark, but its verdict stands beside the text all the same.
std::vector<MarkedPlace> places_in(const ProseLine& line, const std::vector<NumberedClaim>& claims) {
  std::vector<MarkedPlace> places;
  for (const NumberedClaim& claim : claims) {
    const Claim& said = claim.judged->claim;
    if (const auto begin = place_in(line, said))
      places.push_back({*begin, *begin + said.carrier.size(), &claim});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const MarkedPlace& a, const MarkedPlace& b) { return a.begin < b.begin; });
  return places;
}

void write_line(Markup& markup, const ProseLine& line, const std::vector<NumberedClaim>& claims) {
  const std::string_view text = line.text;
  std::size_t at = 0;
  for (const MarkedPlace& place : places_in(line, claims)) {
    if (place.begin < at) continue;
    markup.text(text.substr(at, place.begin - at));
    markup.open("mark", {{"class", std::string(class_of(tone_of(place.claim->judged->verdict)))}});
    markup.text(text.substr(place.begin, place.end - place.begin)).close();
    const Verdict verdict = place.claim->judged->verdict;
    markup.element("sup", {{"class", std::string(class_of(tone_of(verdict)))}},
                   fmt::format("{}{}{}", sign_of(verdict), place.claim->number,
                               place.claim->judged->caveats.empty() ? "" : "!"));
    at = place.end;
  }
  markup.text(text.substr(std::min(at, text.size())));
}

std::string lead_of(const Block& block) {
  if (block.kind != BlockKind::list_item) return "";
  return block.ordinal > 0 ? fmt::format("{}. ", block.ordinal) : "• ";
}

std::string_view class_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "head";
    case BlockKind::code:
    case BlockKind::html:
      return "code";
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::table:
      return "";
  }
  return "";
}

std::string verdict_words(const JudgedClaim& judged) {
  const std::string_view match = to_string(judged.match);
  return match.empty() ? std::string(to_string(judged.verdict))
                       : fmt::format("{} ({})", to_string(judged.verdict), match);
}

void write_links(Markup& markup, const JudgedClaim& judged, const std::vector<Report>& reports,
                 std::size_t document) {
  std::size_t links = 0;
  for (const BoundReport& bound : judged.reports) {
    if (links++ == most_links) break;
    const Report& report = reports.at(bound.report);
    markup.text(links == 1 ? " Report: " : ", ");
    markup.open("a", {{"href", "#" + report_anchor(document, report.source.first_line)}});
    markup.text(fmt::format("lines {}–{}", report.source.first_line, report.source.last_line)).close();
  }
  if (judged.reports.size() > most_links)
    markup.text(fmt::format(" and {} more", judged.reports.size() - most_links));
  if (links > 0) markup.text(".");
}

}  // namespace

std::string report_anchor(std::size_t document, std::size_t first_line) {
  return fmt::format("report-{}-{}", document, first_line);
}

void write_text(Markup& markup, const Block& block, const std::vector<NumberedClaim>& claims) {
  const std::string_view kind = class_of(block.kind);
  markup.open("div", {{"class", fmt::format("said{}{}", kind.empty() ? "" : " ", kind)}});
  bool first = true;
  for (const ProseLine& line : block.prose) {
    markup.open("p", {{"dir", "auto"}});
    if (first) markup.text(lead_of(block));
    first = false;
    write_line(markup, line, claims);
    markup.close();
  }
  for (const auto& row : block.rows) {
    markup.open("p", {{"dir", "auto"}});
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) markup.text(" | ");
      write_line(markup, row[i], claims);
    }
    markup.close();
  }
  markup.close();
}

void write_verdicts(Markup& markup, const std::vector<NumberedClaim>& claims,
                    const std::vector<Report>& reports, std::size_t document) {
  markup.open("ul", {{"class", "judged"}});
  for (const auto& [number, judged] : claims) {
    markup.open("li").open("strong", {{"class", std::string(class_of(tone_of(judged->verdict)))}});
    markup.text(fmt::format("{}{} {}", sign_of(judged->verdict), number, verdict_words(*judged)));
    markup.close().text(": " + judged->explanation + ".");
    write_links(markup, *judged, reports, document);
    std::string_view lead = " But ";
    for (const Caveat& caveat : judged->caveats) {
      markup.text(lead).element("strong", to_string(caveat.code));
      markup.text(fmt::format("{}{}", caveat.detail.empty() ? "" : ": ", caveat.detail));
      lead = "; ";
    }
    if (!judged->caveats.empty()) markup.text(".");
    markup.close();
  }
  markup.close();
}

void write_verdict_key(Markup& markup) {
  constexpr std::array verdicts{Verdict::confirmed, Verdict::inexact, Verdict::contradicted,
                                Verdict::unsupported, Verdict::ambiguous};
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (i > 0) markup.text(", ");
    const Verdict verdict = verdicts.at(i);
    markup.text(fmt::format("{} ", sign_of(verdict)));
    markup.element("mark", {{"class", std::string(class_of(tone_of(verdict)))}}, to_string(verdict));
  }
  markup.text(".");
}

}  // namespace abstat
