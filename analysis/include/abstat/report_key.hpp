// By what to group reports: --group-by and --block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/position.hpp>
#include <abstat/stack.hpp>

namespace abstat {

//   FIELD[,FIELD…]   names of the JSON output or their last parts: "concurrency", "stack,concurrency"
//   heading:LEVEL    the heading of that level above the report; needs the documents
//   path:REGEX       what the first group of a POSIX extended regular expression matches of the file's path,
//   or
//                    all that it matches where it has no group; 256 bytes at most
// A report that has no such field, heading or match keeps its stack's name.
[[nodiscard]] Result<ReportKey> parse_report_key(std::string_view text,
                                                 const std::vector<Document>& documents = {});

// Every field that --group-by, --block and --where know, by its full name.
[[nodiscard]] const std::vector<std::string>& field_names();

}  // namespace abstat
