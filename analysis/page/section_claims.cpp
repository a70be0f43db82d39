#include "claim_text.hpp"
#include "result_cells.hpp"
#include "sections.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace abstat {

namespace {

// A book would fill the page; its paragraphs without a claim are left out, and claims beyond these told of.
constexpr std::size_t whole_text_bytes = 40'000;
constexpr std::size_t most_claims = 200;

std::size_t bytes_of(const Document& document) {
  std::size_t bytes = 0;
  for (const Block& block : document.blocks) {
    for (const ProseLine& line : block.prose) bytes += line.text.size();
    for (const auto& row : block.rows) {
      for (const ProseLine& cell : row) bytes += cell.text.size();
    }
  }
  return bytes;
}

// What is left of a fence around a report: its marks.
bool says_nothing(const Block& block) {
  const auto blank = [](const ProseLine& line) {
    return line.text.find_first_not_of("`~ \t") == std::string::npos;
  };
  return block.rows.empty() && std::all_of(block.prose.begin(), block.prose.end(), blank);
}

// A report stands where it stood in the text, in the one line that matters.
void write_report(Markup& markup, const Report& report, std::size_t document) {
  markup.open("div", {{"class", "piece"}});
  markup.open("div", {{"class", "said report"}, {"id", report_anchor(document, report.source.first_line)}});
  markup.text("Report of ").element("bdi", report.stack.empty() ? report.source.file : report.stack);
  markup.text(fmt::format(", lines {}–{}", report.source.first_line, report.source.last_line));
  if (report.requests_per_second)
    markup.text(fmt::format(": Requests per second {}", report.requests_per_second->text()));
  if (report.requests.failed) markup.text(fmt::format(", Failed requests {}", *report.requests.failed));
  if (report.requests.non_2xx) markup.text(fmt::format(", Non-2xx responses {}", *report.requests.non_2xx));
  markup.close().close();
}

class DocumentWriter {
 public:
  DocumentWriter(HtmlWriter& html, const CheckedDocument& checked, std::size_t document,
                 std::size_t first_claim)
      : html_(html), checked_(checked), document_(document), first_claim_(first_claim) {
    for (std::size_t i = 0; i < checked.result.claims.size(); ++i) {
      claims_of_block_[checked.result.claims[i].claim.block].push_back(i);
    }
  }

  void write() {
    const bool whole = bytes_of(checked_.document) <= whole_text_bytes;
    html_.heading(checked_.file);
    if (!whole) html_.paragraph("The text is long: what carries no claim is left out.", "lead");
    html_.markup().open("div", {{"class", "note"}});
    std::size_t next_report = 0;
    for (std::size_t i = 0; i < checked_.document.blocks.size(); ++i) {
      const Block& block = checked_.document.blocks[i];
      write_reports_before(block.first_line, next_report);
      const auto claims = claims_of_block_.find(i);
      const bool has_claims = claims != claims_of_block_.end();
      if (!whole && !has_claims && block.kind != BlockKind::heading) continue;
      write_block(block, has_claims ? claims->second : std::vector<std::size_t>());
    }
    write_reports_before(static_cast<std::size_t>(-1), next_report);
    html_.markup().close();
    if (written_ < checked_.result.claims.size()) {
      html_.paragraph(fmt::format("{} more claims are not shown here; abstat check lists them all.",
                                  checked_.result.claims.size() - written_));
    }
    html_.list(checked_.result.notes, "notes");
  }

 private:
  void write_reports_before(std::size_t line, std::size_t& next) {
    while (next < checked_.reports.size() && checked_.reports[next].source.first_line < line) {
      write_report(html_.markup(), checked_.reports[next++], document_);
    }
  }

  void write_block(const Block& block, const std::vector<std::size_t>& claims) {
    std::vector<NumberedClaim> shown;
    for (const std::size_t claim : claims) {
      if (written_ == most_claims) break;
      shown.push_back({first_claim_ + claim, &checked_.result.claims[claim]});
      ++written_;
    }
    if (shown.empty() && says_nothing(block)) return;
    Markup& markup = html_.markup();
    markup.open("div", {{"class", shown.empty() ? "piece" : "piece judging"}});
    write_text(markup, block, shown);
    if (!shown.empty()) write_verdicts(markup, shown, checked_.reports, document_);
    markup.close();
  }

  HtmlWriter& html_;
  const CheckedDocument& checked_;
  std::size_t document_;
  std::size_t first_claim_;
  std::size_t written_ = 0;
  std::map<std::size_t, std::vector<std::size_t>> claims_of_block_;
};

}  // namespace

void write_claims(HtmlWriter& html, const ReportPage& page) {
  const auto& documents = page.overview.documents;
  html.begin_section("claims", "Does the text hold?");
  const std::size_t claims = number_of_claims(documents);
  if (documents.empty()) {
    html.paragraph("There is no text to check: the inputs are logs.", "answer");
    return html.end_section();
  }
  html.paragraph(sentence_on(documents), "answer");
  if (claims > 0) {
    html.markup().open("p").text("Marked in the text: ");
    write_verdict_key(html.markup());
    html.markup().text(" An exclamation mark: read what stands beside it.").close();
  }
  std::size_t number = 1;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (documents[i].result.claims.empty()) continue;
    DocumentWriter(html, documents[i], i + 1, number).write();
    number += documents[i].result.claims.size();
  }
  html.end_section();
}

}  // namespace abstat
