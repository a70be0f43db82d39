#include "line_reader.hpp"
#include "report_actions_run.hpp"
#include "report_actions_times.hpp"

namespace abstat {

// Each of these is one function without calls but of what many lines share (rules::called): the other rules
// are so small that calling them costs more than they do. With a sanitizer's checks between them, such a
// function takes minutes to compile.
#ifdef ABSTAT_SANITIZED
#define ABSTAT_WITHOUT_CALLS
#else
#define ABSTAT_WITHOUT_CALLS [[gnu::flatten]]
#endif

ABSTAT_WITHOUT_CALLS std::size_t LineReader::read_plain(const char* begin, const char* end) {
  LineInput in(begin, end, "");
  pegtl::parse<rules::plain_report<rules::unprefixed>, rules::action>(in, assembler_);
  return static_cast<std::size_t>(in.current() - begin);
}

ABSTAT_WITHOUT_CALLS std::size_t LineReader::read_prefixed(const char* begin, const char* end) {
  LineInput in(begin, end, "");
  pegtl::parse<rules::plain_report<rules::prefixed>, rules::action>(in, assembler_);
  // Where another line with the prefix follows, its prefix has been read, and there is more behind it.
  const std::size_t lead = in.empty() ? 0 : assembler_.learned.size();
  return static_cast<std::size_t>(in.current() - begin) - lead;
}

}  // namespace abstat
