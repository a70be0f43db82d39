#include "cli/rewritten_file.hpp"

#include "cli/input_problem.hpp"
#include "cli/output_file.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string_view>

namespace abstat {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Result<void> rewrite_file(const Document& document, const std::string& text) {
  errno = 0;
  std::ifstream in(document.file, std::ios::binary);
  const std::string held{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return tl::unexpected(cannot_read(document.file, errno));
  const bool marked = held.starts_with(byte_order_mark);
  if (std::string_view(held).substr(marked ? byte_order_mark.size() : 0) != document.text) {
    return tl::unexpected(problem_in(document.file,
                                     "a file that can be rewritten: plain UTF-8, unchanged since it was read",
                                     "another encoding, compression or another text"));
  }
  auto file = OutputFile::open(document.file);
  if (!file) return tl::unexpected(file.error());
  (*file)->stream() << (marked ? byte_order_mark : std::string_view{}) << text;
  return (*file)->commit();
}

}  // namespace abstat
