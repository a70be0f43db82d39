// The structure of a text, and what its author wrote in it for abstat.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/document_comments.hpp>
#include <abstat/report_reader.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::vector<abstat::Report> reports = abstat::read_reports(text, "fuzz");
  const abstat::Document document = abstat::read_document(text, "fuzz", reports);
  static_cast<void>(abstat::read_document_comments(document));
  return 0;
}
