#include "caveat_notes.hpp"
#include "corrected_number.hpp"
#include "page_parts.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include <abstat/pages.hpp>

namespace abstat {

namespace {

std::string verdict_text(const JudgedClaim& judged) {
  const std::string_view match = to_string(judged.match);
  return match.empty() ? std::string(to_string(judged.verdict))
                       : fmt::format("{} ({})", to_string(judged.verdict), match);
}

std::string place_of_claim(const Claim& claim) {
  std::string place = claim.where.file;
  if (claim.where.line > 0) place += fmt::format(":{}", claim.where.line);
  if (claim.where.line > 0 && claim.where.column > 0) place += fmt::format(":{}", claim.where.column);
  return place;
}

Cell caveats_cell(const std::vector<Caveat>& caveats) {
  std::vector<std::string_view> names;
  for (const Caveat& caveat : caveats) {
    const std::string_view name = to_string(caveat.code);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names.empty() ? Cell() : Cell(fmt::format("{}", fmt::join(names, ", ")));
}

// A set-up claim rests on every report; a few name the rest.
constexpr std::size_t reports_shown = 3;

// The stacks of the reports a claim rests on, in the order of the relation.
Cell stacks_cell(const JudgedClaim& judged, const std::vector<Report>& reports) {
  std::vector<std::string> stacks;
  for (const BoundReport& bound : judged.reports) {
    const Report& report = reports.at(bound.report);
    const std::string& name = report.stack.empty() ? report.source.file : report.stack;
    if (std::find(stacks.begin(), stacks.end(), name) == stacks.end()) stacks.push_back(name);
  }
  if (stacks.size() > reports_shown) return counted(stacks.size(), "stack", "stacks");
  return stacks.empty() ? Cell() : Cell(fmt::format("{}", fmt::join(stacks, ", ")));
}

std::string_view mark_of(const Claim& claim) {
  return claim.text.empty() ? std::string_view(claim.carrier) : std::string_view(claim.text);
}

Table summary_table(const std::vector<CheckedDocument>& documents) {
  Table table{"",
              {{"#", Align::right},
               {"line", Align::right},
               {"claim", Align::left},
               {"verdict", Align::left},
               {"report of", Align::left},
               {"caveats", Align::left}},
              {},
              {}};
  std::int64_t number = 0;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& judged : document.result.claims) {
      table.rows.push_back({++number, static_cast<std::int64_t>(judged.claim.where.line),
                            std::string(mark_of(judged.claim)),
                            Word{verdict_text(judged), tone_of(judged.verdict)},
                            stacks_cell(judged, document.reports), caveats_cell(judged.caveats)});
    }
  }
  return table;
}

std::string reports_text(const JudgedClaim& judged, const std::vector<Report>& reports) {
  std::vector<std::string> places;
  for (const BoundReport& bound : judged.reports) {
    if (places.size() < reports_shown) places.push_back(place_of(reports.at(bound.report).source));
  }
  if (places.empty()) return {};
  const std::size_t rest = judged.reports.size() - places.size();
  return fmt::format(" [{}{}]", fmt::join(places, ", "), rest > 0 ? fmt::format(" and {} more", rest) : "");
}

// Where the claim stands, where its report stands, and the arithmetic: one line each.
BulletList reasons(const std::vector<CheckedDocument>& documents) {
  BulletList list;
  std::size_t number = 0;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& judged : document.result.claims) {
      list.items.push_back(fmt::format("#{} {}: {}: {}{}", ++number, place_of_claim(judged.claim),
                                       verdict_text(judged), judged.explanation,
                                       reports_text(judged, document.reports)));
    }
  }
  return list;
}

std::vector<std::string> caveat_sentences(const std::vector<CheckedDocument>& documents) {
  CaveatNotes notes;
  std::size_t number = 0;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& judged : document.result.claims) {
      notes.add_row(fmt::format("#{}", ++number), judged.caveats);
    }
  }
  return notes.notes();
}

std::string coverage_line(const std::vector<CheckedDocument>& documents) {
  std::size_t numbers = 0;
  std::size_t checked = 0;
  std::map<std::string_view, std::size_t> skipped;
  for (const CheckedDocument& document : documents) {
    numbers += document.result.coverage.numbers;
    checked += document.result.coverage.checked;
    for (const auto& [reason, count] : document.result.coverage.skipped) skipped[reason] += count;
  }
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : skipped) reasons.push_back(fmt::format("{} {}", count, reason));
  return fmt::format("Coverage: {} of {} outside the reports {} claims that were checked{}{}.", checked,
                     counted(numbers, "number", "numbers"), checked == 1 ? "is part of" : "are part of",
                     reasons.empty() ? "" : "; not checked: ", fmt::join(reasons, ", "));
}

std::vector<std::string> notes_of(const std::vector<CheckedDocument>& documents) {
  std::vector<std::string> notes;
  for (const CheckedDocument& document : documents) {
    const auto& more = document.result.notes;
    notes.insert(notes.end(), more.begin(), more.end());
  }
  return notes;
}

void add_bound(Parts& parts, const std::string& title, const std::vector<BoundReport>& bound,
               const std::vector<Report>& reports) {
  if (bound.empty()) return;
  BulletList list;
  for (const BoundReport& one : bound) {
    const Report& report = reports.at(one.report);
    list.items.push_back(fmt::format("{} ({}): {}", report.stack, place_of(report.source), one.evidence));
  }
  parts.emplace_back(title);
  parts.emplace_back(std::move(list));
}

std::string joined_once(const std::vector<std::string>& words) {
  std::vector<std::string> once;
  for (std::string word : words) {
    std::replace(word.begin(), word.end(), '\n', ' ');
    if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(word);
  }
  return fmt::format("{}", fmt::join(once, ", "));
}

// "a pin: <!-- abstat: report="gevent" -->", with the first report it may be about.
std::string pin_for(const JudgedClaim& judged, const std::vector<Report>& reports) {
  const auto& near = judged.reports.empty() ? judged.runner_up : judged.reports;
  const std::string name = near.empty() ? "STACK" : reports.at(near.front().report).stack;
  return fmt::format("<!-- abstat: report=\"{}\" --> on its line", name);
}

std::string what_would_change(const JudgedClaim& judged, const std::vector<Report>& reports) {
  const bool order = judged.claim.kind == ClaimKind::order;
  switch (judged.verdict) {
    case Verdict::confirmed:
      return order ? "reports whose figures have the other order"
                   : "a report that prints another figure; another run of the same stack may";
    case Verdict::inexact:
    case Verdict::contradicted: {
      if (order) return "the order written the other way round, or reports whose figures have it";
      const auto corrected =
          judged.measured ? corrected_carrier(judged.claim, *judged.measured) : std::nullopt;
      return corrected
                 ? fmt::format("written {} it would be confirmed (--suggest prints the line)", *corrected)
                 : "a report whose figures bear it out";
    }
    case Verdict::unsupported:
      return "a report of what it names in this document; if there is one, " + pin_for(judged, reports);
    case Verdict::ambiguous:
      return "words that tell the reports apart, or " + pin_for(judged, reports);
  }
  return {};
}

std::string number_as_read(const ClaimNumber& number) {
  return fmt::format("{:.10g}{}", number.value(), number.unit_factor == 1 ? "" : " in ab's unit");
}

Page explanation_page(const JudgedClaim& judged, const std::vector<Report>& reports, std::size_t number) {
  const Claim& claim = judged.claim;
  Page page{fmt::format("Claim {}: {}", number, verdict_text(judged)), {}};
  page.parts.emplace_back(fmt::format("{}: {}", place_of_claim(claim), mark_of(claim)));
  Table read{"", {{"read", Align::left}, {"as", Align::left}}, {}, {}};
  read.rows.push_back({std::string("kind"), std::string(to_string(claim.kind))});
  read.rows.push_back({std::string("metric"), claim.percentile ? fmt::format("p{}", *claim.percentile)
                                                               : std::string(to_string(claim.metric))});
  read.rows.push_back({std::string("carried by"), claim.carrier});
  if (claim.number && !claim.number->text.empty()) {
    read.rows.push_back({std::string("number"), number_as_read(*claim.number)});
  }
  if (!claim.subject.empty()) {
    read.rows.push_back({std::string("about"), joined_once(claim.subject)});
  }
  if (!claim.comparand.empty()) {
    read.rows.push_back({std::string("compared with"), joined_once(claim.comparand)});
  }
  page.parts.emplace_back(std::move(read));
  add_bound(page.parts, "Bound to:", judged.reports, reports);
  add_bound(page.parts, "Nearly bound to:", judged.runner_up, reports);
  page.parts.emplace_back("Arithmetic: " + judged.explanation);
  page.parts.emplace_back("What would change it: " + what_would_change(judged, reports));
  CaveatNotes notes;
  notes.add_row("this claim", judged.caveats);
  if (!judged.caveats.empty()) page.parts.emplace_back(BulletList{notes.notes()});
  return page;
}

}  // namespace

std::string sentence_on(const std::vector<CheckedDocument>& documents) {
  std::array<std::size_t, 5> counts{};
  std::size_t claims = 0;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& judged : document.result.claims) {
      ++counts.at(static_cast<std::size_t>(judged.verdict));
      ++claims;
    }
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts.at(i) > 0)
      words.push_back(fmt::format("{} {}", counts.at(i), to_string(static_cast<Verdict>(i))));
  }
  if (claims == 0) return "No claim was found.";
  return fmt::format("{}: {}.", counted(claims, "claim", "claims"), fmt::join(words, ", "));
}

Parts parts_of(const std::vector<CheckedDocument>& documents) {
  Parts parts;
  parts.emplace_back(sentence_on(documents));
  Table summary = summary_table(documents);
  if (!summary.rows.empty()) {
    summary.notes = notes_of(documents);
    parts.emplace_back(std::move(summary));
    parts.emplace_back(Table{"Reasons", {}, {}, reasons(documents).items});
    std::vector<std::string> caveats = caveat_sentences(documents);
    if (!caveats.empty()) parts.emplace_back(Table{"Caveats", {}, {}, std::move(caveats)});
  }
  parts.emplace_back(coverage_line(documents));
  return parts;
}

Page page_of(const std::vector<CheckedDocument>& documents) {
  return {"Claims", parts_of(documents)};
}

std::size_t number_of_claims(const std::vector<CheckedDocument>& documents) {
  std::size_t number = 0;
  for (const CheckedDocument& document : documents) number += document.result.claims.size();
  return number;
}

Page explanation_of(const std::vector<CheckedDocument>& documents, std::size_t number) {
  std::size_t counted_so_far = 0;
  for (const CheckedDocument& document : documents) {
    const auto& claims = document.result.claims;
    if (number > counted_so_far && number <= counted_so_far + claims.size()) {
      return explanation_page(claims[number - counted_so_far - 1], document.reports, number);
    }
    counted_so_far += claims.size();
  }
  return {};
}

}  // namespace abstat
