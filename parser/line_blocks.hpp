// A stream cut anywhere, as blocks of whole lines. Nothing is copied but the line that two pieces share, and
// of a line without end only its beginning is kept.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <abstat/limits.hpp>

namespace abstat {

class LineBlocks {
 public:
  // take(std::string_view) is called with one or more whole lines, line ends included.
  template <typename Take>
  void feed(std::string_view bytes, Take&& take) {
    if (!carried_.empty()) {
      const std::size_t end = bytes.find('\n');
      carry(bytes.substr(0, end));
      if (end == std::string_view::npos) return;
      carried_.push_back('\n');
      take(std::string_view(carried_));
      carried_.clear();
      bytes.remove_prefix(end + 1);
    }
    const std::size_t whole = bytes.rfind('\n') + 1;  // 0 when there is none
    if (whole > 0) take(bytes.substr(0, whole));
    carry(bytes.substr(whole));
  }

  // The last line, when it has no end.
  template <typename Take>
  void finish(Take&& take) {
    if (!carried_.empty()) take(std::string_view(carried_));
    carried_.clear();
  }

 private:
  void carry(std::string_view bytes) {
    const std::size_t room = limits::line_bytes - std::min(limits::line_bytes, carried_.size());
    carried_.append(bytes.substr(0, room));
  }

  std::string carried_;
};

}  // namespace abstat
