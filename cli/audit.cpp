#include "cli/audited_reports.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/reports.hpp"
#include "cli/result_output.hpp"

namespace abstat {

ExitCode audit(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "audit",
      "Recomputes what ab guarantees from each report's own digits: a report that contradicts itself\n"
      "was edited, mixed up or misread. Exit code 1 when one does.",
      {{"abstat audit samples/web-stacks.md", "every report of a document"},
       {"abstat audit runs/ -f json", "for a program"}},
      {Format::github, Format::sarif});
  bool explain = false;
  line.app().add_flag("--explain", explain, "Say below what each check means that found something");
  if (const auto over = line.parse(args, io)) return *over;

  const ReadReports read = read_reports_of(line.common(), io);
  if (read.reports.empty()) return read.exit_code;
  const std::vector<AuditedReport> audited = audit_all(read.reports);
  ResultOutput output(line.common(), io);
  if (explain && output.for_people()) {
    output.write_page(explained(audited));
  } else {
    output.write(audited);
  }
  return worst(worst(read.exit_code, exit_code_of(audited)), output.finish());
}

}  // namespace abstat
