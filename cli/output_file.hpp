// A file that is written aside and takes its name only when it is whole: whatever stops the program before
// leaves the file that was there.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <abstat/position.hpp>

namespace abstat {

class OutputFile {
 public:
  // A device or pipe is written in place: there is nothing to keep.
  [[nodiscard]] static Result<std::unique_ptr<OutputFile>> open(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream() { return stream_; }
  // Everything written so far takes the file's name. The destructor does not do this: it takes the temporary
  // file away.
  [[nodiscard]] Result<void> commit();

 private:
  OutputFile(std::string path, std::filesystem::path target, std::filesystem::path temporary);

  std::string path_;  // as given, for messages
  std::filesystem::path target_;
  std::filesystem::path temporary_;  // empty when written in place, and after commit
  std::ofstream stream_;
};

}  // namespace abstat
