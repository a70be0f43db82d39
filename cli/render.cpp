#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/input_problem.hpp"
#include "cli/reports.hpp"
#include "cli/result_output.hpp"
#include "cli/rewritten_file.hpp"

#include <fmt/format.h>

#include <abstat/document_comments.hpp>
#include <abstat/repair.hpp>

namespace abstat {

namespace {

struct Rendered {
  const Document* document;
  std::string text;
};

// The documents with their tables as the reports have them; what is wrong with their marks is said on stderr.
std::vector<Rendered> render_documents(const ReadReports& read, Streams& io, ExitCode& code) {
  auto reports_of = reports_by_file(read.reports);
  std::vector<Rendered> rendered;
  for (const Document& document : read.documents) {
    DocumentComments comments = read_document_comments(document);
    if (comments.tables.empty() && comments.problems.empty())
      comments.problems.push_back(
          problem_in(document.file, "<!-- abstat:begin rank --> … <!-- abstat:end -->", "none"));
    for (const Problem& problem : comments.problems) io.err << message_of(problem) << "\n";
    if (!comments.problems.empty()) code = worst(code, ExitCode::cannot_judge);
    const auto text = apply_edits(document.text, table_edits(document, comments, reports_of[document.file]));
    if (text && !comments.tables.empty()) rendered.push_back({&document, *text});
  }
  return rendered;
}

ExitCode write_in_place(const std::vector<Rendered>& rendered, Streams& io) {
  ExitCode code = ExitCode::ok;
  for (const auto& [document, text] : rendered) {
    if (text == document->text) continue;
    if (const auto written = rewrite_file(*document, text); !written) {
      io.err << message_of(written.error()) << "\n";
      code = ExitCode::io;
    }
  }
  return code;
}

}  // namespace

ExitCode render(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "render",
      "Writes the tables between <!-- abstat:begin rank --> (or compare) and <!-- abstat:end -->\n"
      "anew from the document's own reports. abstat check says when one is stale.",
      {{"abstat render NOTE.md --write", "renew the tables of a document in place"},
       {"abstat render NOTE.md -o RESULTS.md", "leave the document as it is"}},
      {}, CommandLine::Reads::documents);
  bool write = false;
  line.app().add_flag("--write", write, "Write each document back to its file");
  if (const auto over = line.parse(args, io)) return *over;
  if (write && !line.common().output.empty()) {
    io.err << "abstat: render: expected one of --write and -o, found both\n";
    return ExitCode::usage;
  }
  const ReadReports read = read_reports_of(line.common(), io, KeepDocuments::yes);
  if (read.reports.empty()) return read.exit_code;
  if (!write && read.documents.size() > 1) {
    io.err << fmt::format("abstat: render: expected one document or --write, found {}\n",
                          read.documents.size());
    return ExitCode::usage;
  }
  ExitCode code = read.exit_code;
  const std::vector<Rendered> rendered = render_documents(read, io, code);
  if (write) return worst(code, write_in_place(rendered, io));
  ResultOutput output(line.common(), io);
  for (const Rendered& one : rendered) output.stream() << one.text;
  return worst(code, output.finish());
}

}  // namespace abstat
