// A file that is written aside and takes its name only when it is whole: whatever stops the program before
// leaves the file that was there.
//
// Where the file system can (O_TMPFILE), what is written aside has no name at all until then, so that not
// even SIGKILL leaves anything behind. Elsewhere it is a hidden file in the same folder, and a signal leaves
// that.
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
  // Everything written so far takes the file's name. The destructor does not do this: it drops what was
  // written aside.
  [[nodiscard]] Result<void> commit();

 private:
  OutputFile(std::string path, std::filesystem::path target);

  // Each returns 0 or an errno.
  [[nodiscard]] int open_aside();
  [[nodiscard]] int open_unnamed();
  [[nodiscard]] int open_hidden();
  [[nodiscard]] int name_unnamed();
  [[nodiscard]] int open_stream(const std::filesystem::path& file);

  std::string path_;  // as given, for messages
  std::filesystem::path target_;
  std::filesystem::path hidden_;  // written aside under this name; empty when it has none, and after commit
  int unnamed_ = -1;              // descriptor of what is written aside without a name
  std::ofstream stream_;
};

}  // namespace abstat
