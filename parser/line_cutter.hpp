// Cuts a stream that arrives in pieces of any size into lines. Nothing is copied but the line that two pieces
// share; of a line longer than any of ab's, the reader gets the pieces as they come.
#pragma once

#include <string>
#include <string_view>

#include <abstat/limits.hpp>

namespace abstat {

template <typename Reader>
class LineCutter {
 public:
  explicit LineCutter(Reader& reader) : reader_(reader) {}

  void feed(std::string_view bytes) {
    if (long_ || !waiting_.empty()) {
      const std::size_t end = bytes.find('\n');
      wait(bytes.substr(0, end));
      if (end == std::string_view::npos) return;
      bytes.remove_prefix(end + 1);
      end_line();
    }
    const std::size_t whole = bytes.rfind('\n') + 1;  // 0 when there is none
    reader_.read(bytes.substr(0, whole));
    wait(bytes.substr(whole));
  }

  // The last line has no end.
  void finish() {
    if (long_) {
      reader_.finish_long_line();
    } else {
      reader_.finish(waiting_);
    }
    waiting_.clear();
    long_ = false;
  }

  [[nodiscard]] bool is_between_lines() const { return !long_ && waiting_.empty(); }

 private:
  void wait(std::string_view bytes) {
    if (!long_ && waiting_.size() + bytes.size() <= limits::line_bytes) {
      waiting_.append(bytes);
      return;
    }
    if (!long_) reader_.read_long_line(waiting_);
    long_ = true;
    waiting_.clear();
    reader_.read_long_line(bytes);
  }

  void end_line() {
    if (long_) {
      reader_.end_long_line();
    } else {
      waiting_.push_back('\n');
      reader_.read(waiting_);
    }
    waiting_.clear();
    long_ = false;
  }

  Reader& reader_;
  std::string waiting_;
  bool long_ = false;  // the line is longer than limits::line_bytes, and the reader has its beginning
};

}  // namespace abstat
