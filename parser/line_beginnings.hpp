// How the lines of ab begin, to tell a line that was cut off from prose that follows a report.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
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

// The same by their first letters, and where those of each letter begin among them.
struct BeginningsByLetter {
  std::array<std::string_view, line_beginnings.size()> beginnings = line_beginnings;
  std::array<std::uint8_t, 257> first{};

  constexpr BeginningsByLetter() {
    const auto letter = [](std::string_view text) { return static_cast<unsigned char>(text.front()); };
    std::sort(beginnings.begin(), beginnings.end(), [&](auto a, auto b) { return letter(a) < letter(b); });
    for (const std::string_view beginning : beginnings) {
      for (std::size_t above = letter(beginning) + 1U; above < first.size(); ++above) ++first.at(above);
    }
  }
  [[nodiscard]] constexpr std::span<const std::string_view> of(char letter) const {
    const auto code = static_cast<unsigned char>(letter);
    return std::span(beginnings).subspan(first[code], std::size_t{first[code + 1U]} - first[code]);
  }
};
inline constexpr BeginningsByLetter beginnings_by_letter;

// Two letters of one of them begin the text, which is all that most other lines fail in.
[[nodiscard]] inline bool may_begin_like_a_line(std::string_view text) {
  const auto beginnings = beginnings_by_letter.of(text.front());
  return text.size() < 2 ? !beginnings.empty()
                         : std::any_of(beginnings.begin(), beginnings.end(),
                                       [text](auto beginning) { return beginning[1] == text[1]; });
}

// One of them begins the text, or the text ends before it is whole.
[[nodiscard]] inline bool begins_like_a_line(std::string_view text) {
  if (text.empty()) return true;
  const auto beginnings = beginnings_by_letter.of(text.front());
  return std::any_of(beginnings.begin(), beginnings.end(), [text](std::string_view beginning) {
    if (text.size() > 1 && text[1] != beginning[1]) return false;
    return text.starts_with(beginning) || beginning.starts_with(text);
  });
}

}  // namespace abstat
