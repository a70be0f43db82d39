// Claims, binding, verdicts, and the corrections that follow from them.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/document.hpp>
#include <abstat/repair.hpp>
#include <abstat/report_reader.hpp>
#include <abstat/verdict.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<abstat::Report> reports = abstat::read_reports(text, "fuzz");
  const abstat::Document document = abstat::read_document(text, "fuzz", reports);
  abstat::name_stacks(reports, document);
  const abstat::CheckResult result =
      abstat::check_claims(abstat::read_claims(document, reports), reports, document);
  static_cast<void>(abstat::apply_edits(text, abstat::suggest_edits(result)));
  return 0;
}
