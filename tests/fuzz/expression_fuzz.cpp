// The expressions of --where, and those of comments, each line of the input as one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <abstat/document.hpp>
#include <abstat/document_comments.hpp>
#include <abstat/filter.hpp>
#include <abstat/report.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto filter = abstat::parse_filter(text)) static_cast<void>(filter->matches(abstat::Report{}));
  std::string comments;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    comments.append("<!-- abstat: ").append(text.substr(begin, end - begin)).append(" -->\n\n");
    begin = end + 1;
  }
  static_cast<void>(abstat::read_document_comments(abstat::read_document(comments, "fuzz", {})));
  return 0;
}
