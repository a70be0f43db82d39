#include "cli/output_file.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
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
void take_over_permissions(const fs::path& from, int descriptor) {
  struct stat old {};
  const mode_t mask = umask(0);
  umask(mask);
  const mode_t mode = stat(from.c_str(), &old) == 0 ? old.st_mode & 07777U : 0666U & ~mask;
  // Where it cannot be set the file is merely more private than it might be.
  if (fchmod(descriptor, mode) != 0) errno = 0;
}

fs::path path_of(int descriptor) {
  return "/proc/self/fd/" + std::to_string(descriptor);
}

// No signal comes between a file getting a name and that name being the right one.
class WithoutSignals {
 public:
  WithoutSignals() {
    sigset_t all{};
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  ~WithoutSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  WithoutSignals(const WithoutSignals&) = delete;
  WithoutSignals& operator=(const WithoutSignals&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace

OutputFile::OutputFile(std::string path, fs::path target)
    : path_(std::move(path)), target_(std::move(target)) {}

OutputFile::~OutputFile() {
  if (unnamed_ >= 0) close(unnamed_);
  std::error_code ignored;
  if (!hidden_.empty()) fs::remove(hidden_, ignored);
}

Result<std::unique_ptr<OutputFile>> OutputFile::open(const std::string& path) {
  std::error_code error;
  // A symbolic link stays one: what it leads to is replaced.
  fs::path target = fs::weakly_canonical(path, error);
  if (error) target = path;
  const fs::file_status status = fs::status(target, error);
  if (fs::is_directory(status)) return cannot_write(path, EISDIR);
  std::unique_ptr<OutputFile> file(new OutputFile(path, std::move(target)));
  const bool in_place = fs::exists(status) && !fs::is_regular_file(status);
  if (!in_place && fs::exists(status) && access(file->target_.c_str(), W_OK) != 0) {
    return cannot_write(path, errno);
  }
  const int failure = in_place ? file->open_stream(file->target_) : file->open_aside();
  if (failure != 0) return cannot_write(path, failure);
  return file;
}

int OutputFile::open_aside() {
  return open_unnamed() == 0 ? 0 : open_hidden();
}

int OutputFile::open_unnamed() {
  const int descriptor = ::open(target_.parent_path().c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) return errno;
  take_over_permissions(target_, descriptor);
  const int failure = open_stream(path_of(descriptor));
  if (failure == 0) {
    unnamed_ = descriptor;
  } else {
    close(descriptor);
  }
  return failure;
}

int OutputFile::open_hidden() {
  std::string name = (target_.parent_path() / ".abstat-XXXXXX").string();
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return errno;
  hidden_ = name;
  take_over_permissions(target_, descriptor);
  close(descriptor);
  return open_stream(hidden_);
}

int OutputFile::open_stream(const fs::path& file) {
  errno = 0;
  stream_.open(file, std::ios::binary | std::ios::trunc);
  if (stream_.is_open()) return 0;
  return errno != 0 ? errno : EIO;
}

// A link never replaces a file, so the name is a hidden one first.
int OutputFile::name_unnamed() {
  for (unsigned attempt = 0;; ++attempt) {
    hidden_ = target_.parent_path() / (".abstat-" + std::to_string(getpid()) + "-" + std::to_string(attempt));
    if (linkat(AT_FDCWD, path_of(unnamed_).c_str(), AT_FDCWD, hidden_.c_str(), AT_SYMLINK_FOLLOW) == 0)
      return 0;
    if (errno == EEXIST) continue;
    hidden_.clear();
    return errno;
  }
}

Result<void> OutputFile::commit() {
  stream_.close();  // errno may be of an earlier write: a stream that failed does not try again
  if (!stream_) return cannot_write(path_, errno != 0 ? errno : EIO);
  const WithoutSignals quiet;
  if (unnamed_ >= 0) {
    if (const int failure = name_unnamed(); failure != 0) return cannot_write(path_, failure);
  }
  if (hidden_.empty()) return {};
  if (std::rename(hidden_.c_str(), target_.c_str()) != 0) return cannot_write(path_, errno);
  hidden_.clear();
  return {};
}

}  // namespace abstat
