#include "cli/output_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace abstat {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Problem> cannot_write(const std::string& path, int error) {
  return tl::unexpected(
      problem_in(path, "a file that can be written", std::generic_category().message(error)));
}

// The permissions a file would have had without the detour, or those of the file it replaces.
void take_over_permissions(const fs::path& from, const fs::path& to) {
  struct stat old {};
  const mode_t mask = umask(0);
  umask(mask);
  const mode_t mode = stat(from.c_str(), &old) == 0 ? old.st_mode & 07777U : 0666U & ~mask;
  // Where it cannot be set the file is merely more private than it might be.
  if (chmod(to.c_str(), mode) != 0) errno = 0;
}

}  // namespace

OutputFile::OutputFile(std::string path, fs::path target, fs::path temporary)
    : path_(std::move(path)), target_(std::move(target)), temporary_(std::move(temporary)) {
  stream_.open(temporary_.empty() ? target_ : temporary_, std::ios::binary | std::ios::trunc);
}

OutputFile::~OutputFile() {
  if (temporary_.empty()) return;
  std::error_code ignored;
  fs::remove(temporary_, ignored);
}

Result<std::unique_ptr<OutputFile>> OutputFile::open(const std::string& path) {
  std::error_code error;
  // A symbolic link stays one: what it leads to is replaced.
  fs::path target = fs::weakly_canonical(path, error);
  if (error) target = path;
  const fs::file_status status = fs::status(target, error);
  if (fs::is_directory(status)) return cannot_write(path, EISDIR);
  std::string temporary;
  if (!fs::exists(status) || fs::is_regular_file(status)) {
    if (fs::exists(status) && access(target.c_str(), W_OK) != 0) return cannot_write(path, errno);
    temporary = (target.parent_path() / ".abstat-XXXXXX").string();
    const int descriptor = mkstemp(temporary.data());
    if (descriptor < 0) return cannot_write(path, errno);
    close(descriptor);
    take_over_permissions(target, temporary);
  }
  errno = 0;
  std::unique_ptr<OutputFile> file(new OutputFile(path, std::move(target), temporary));
  if (!file->stream_.is_open()) return cannot_write(path, errno);
  return file;
}

Result<void> OutputFile::commit() {
  stream_.close();
  if (!stream_) return cannot_write(path_, errno != 0 ? errno : EIO);
  if (temporary_.empty()) return {};
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return cannot_write(path_, errno);
  temporary_.clear();
  return {};
}

}  // namespace abstat
