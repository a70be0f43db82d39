#include "cli/picture.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace abstat {

namespace {

constexpr const char* program = "rsvg-convert";

// A file without a name, in memory: no pipe can fill up while the other end waits.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : descriptor_(memfd_create(name, 0)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

  [[nodiscard]] bool fill(const std::string& bytes) const {
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t written = write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      done += static_cast<std::size_t>(written);
    }
    return lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  [[nodiscard]] std::string contents() const {
    std::string bytes;
    std::array<char, 1U << 16U> block;
    if (lseek(descriptor_, 0, SEEK_SET) != 0) return bytes;
    for (;;) {
      const ssize_t got = read(descriptor_, block.data(), block.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return bytes;
      bytes.append(block.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

tl::unexpected<Problem> no_picture(std::string why) {
  return tl::unexpected(
      problem_in("", fmt::format("{} (Debian: librsvg2-bin) to make a PNG", program), std::move(why)));
}

// 0, or an errno.
int spawn(const MemoryFile& in, const MemoryFile& out, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 5> words{program, "--format", "png", "--zoom", "2"};
  std::array<char*, 6> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments.at(i) = words.at(i).data();
  const int failure = posix_spawnp(&child, program, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

}  // namespace

Result<std::string> png_of(const std::string& svg) {
  const MemoryFile in("svg");
  const MemoryFile out("png");
  if (in.descriptor() < 0 || out.descriptor() < 0 || !in.fill(svg)) {
    return no_picture(std::generic_category().message(errno));
  }
  pid_t child = 0;
  if (const int failure = spawn(in, out, child); failure != 0) {
    return no_picture(failure == ENOENT ? "no such program" : std::generic_category().message(failure));
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return no_picture("it failed");
  return out.contents();
}

}  // namespace abstat
