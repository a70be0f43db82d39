// The reader of -w files: any bytes, and the same reports however they are cut.
#include "cut_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include <abstat/finding.hpp>
#include <abstat/html_report.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::vector<abstat::Report> whole = abstat::read_html_reports(text, "fuzz");
  std::vector<abstat::Report> pieces;
  abstat::HtmlReportReader reader("fuzz",
                                  [&](abstat::Report&& report) { pieces.push_back(std::move(report)); });
  abstat::testing::feed_in_two(reader, text);
  reader.finish();
  if (whole != pieces) std::abort();
  for (const abstat::Report& report : whole) static_cast<void>(abstat::audit(report));
  return 0;
}
