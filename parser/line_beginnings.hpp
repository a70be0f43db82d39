// How the lines of ab begin, to tell a line that was cut off from prose that follows a report.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace abstat {

inline constexpr auto line_beginnings = std::to_array<std::string_view>({"This is ApacheBench, Version ",
                                                                         "Copyright ",
                                                                         "Licensed to The Apache",
                                                                         "Benchmarking ",
                                                                         "Completed ",
                                                                         "Finished ",
                                                                         "Server Software:",
                                                                         "Server Hostname:",
                                                                         "Server Port:",
                                                                         "SSL/TLS Protocol:",
                                                                         "Server Temp Key:",
                                                                         "TLS Server Name:",
                                                                         "Document Path:",
                                                                         "Document Length:",
                                                                         "Number of workers:",
                                                                         "Concurrency Level:",
                                                                         "Concurrency achieved:",
                                                                         "Rampup delay:",
                                                                         "Time taken for tests:",
                                                                         "Number of requests:",
                                                                         "Complete requests:",
                                                                         "Failed requests:",
                                                                         "   (Connect: ",
                                                                         "Write errors:",
                                                                         "Broken pipe errors:",
                                                                         "Non-2xx responses:",
                                                                         "Keep-Alive ",
                                                                         "Total transferred:",
                                                                         "Total POSTed:",
                                                                         "Total PUT:",
                                                                         "Total body sent:",
                                                                         "HTML transferred:",
                                                                         "Requests per second:",
                                                                         "Time per request:",
                                                                         "Transfer rate:",
                                                                         "Connection Times (ms)",
                                                                         "              min",
                                                                         "Connect:",
                                                                         "Processing:",
                                                                         "Waiting:",
                                                                         "Total:",
                                                                         "ERROR: The median",
                                                                         "WARNING: The median",
                                                                         "       deviation",
                                                                         "Percentage of the requests",
                                                                         "  50%",
                                                                         "  66%",
                                                                         "  75%",
                                                                         "  80%",
                                                                         "  90%",
                                                                         "  95%",
                                                                         "  98%",
                                                                         "  99%",
                                                                         " 100%"});

inline constexpr std::array<bool, 256> first_letter_of_a_line = [] {
  std::array<bool, 256> table{};
  for (const std::string_view beginning : line_beginnings)
    table.at(static_cast<unsigned char>(beginning.front())) = true;
  return table;
}();

// One of them begins the text, or the text ends before it is whole.
[[nodiscard]] inline bool begins_like_a_line(std::string_view text) {
  if (text.empty()) return true;
  if (!first_letter_of_a_line[static_cast<unsigned char>(text.front())]) return false;
  return std::any_of(line_beginnings.begin(), line_beginnings.end(), [text](std::string_view beginning) {
    return text.front() == beginning.front() && (text.starts_with(beginning) || beginning.starts_with(text));
  });
}

}  // namespace abstat
