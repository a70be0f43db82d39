#include "cli/byte_source.hpp"

#include "cli/input_problem.hpp"

#include <cerrno>
#include <fcntl.h>
#include <iostream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace abstat {

namespace {

// So that whoever writes into it can go on while what he has written is read: a pipe holds a quarter of a
// block unless somebody asks for more.
void widen_pipe([[maybe_unused]] int descriptor) {
#ifdef F_SETPIPE_SZ
  constexpr int wanted = 1 << 20;  // what everybody may have on Linux
  const int before = errno;        // of an output that failed, perhaps
  static_cast<void>(::fcntl(descriptor, F_SETPIPE_SZ, wanted));
  errno = before;
#endif
}

}  // namespace

ByteSource::ByteSource(std::string name, int descriptor, bool owned, std::istream* stream)
    : name_(std::move(name)), descriptor_(descriptor), owned_(owned), stream_(stream) {}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(std::exchange(other.owned_, false)),
      stream_(std::exchange(other.stream_, nullptr)),
      size_(other.size_),
      block_(std::move(other.block_)) {}

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(stream_, other.stream_);
  std::swap(size_, other.size_);
  std::swap(block_, other.block_);
  return *this;
}

ByteSource::~ByteSource() {
  if (owned_) ::close(descriptor_);
}

Result<ByteSource> ByteSource::open(const std::string& path) {
  int descriptor = -1;
  do {
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0) return tl::unexpected(cannot_read(path, errno));
  ByteSource source(path, descriptor, true, nullptr);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0) {
    if (S_ISDIR(status.st_mode)) return tl::unexpected(cannot_read(path, EISDIR));
    if (S_ISFIFO(status.st_mode)) widen_pipe(descriptor);
    if (S_ISREG(status.st_mode)) source.size_ = static_cast<std::size_t>(status.st_size);
  }
#ifdef POSIX_FADV_SEQUENTIAL
  if (source.size_.value_or(0) > block_bytes) ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
  return source;
}

ByteSource ByteSource::from(std::istream& in, std::string name) {
  if (&in != &std::cin) return {std::move(name), -1, false, &in};
  struct stat status {};
  if (::fstat(STDIN_FILENO, &status) == 0 && S_ISFIFO(status.st_mode)) widen_pipe(STDIN_FILENO);
  return {std::move(name), STDIN_FILENO, false, nullptr};
}

Result<std::string_view> ByteSource::next() {
  if (!block_) block_ = std::make_unique_for_overwrite<char[]>(block_bytes);
  return read_to({block_.get(), block_bytes}).map([this](std::size_t size) {
    return std::string_view(block_.get(), size);
  });
}

Result<std::size_t> ByteSource::read_to(std::span<char> place) {
  if (stream_ != nullptr) {
    stream_->read(place.data(), static_cast<std::streamsize>(place.size()));
    if (stream_->bad()) return tl::unexpected(cannot_read(name_, EIO));
    return static_cast<std::size_t>(stream_->gcount());
  }
  for (;;) {
    const ssize_t got = ::read(descriptor_, place.data(), place.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return tl::unexpected(cannot_read(name_, errno));
  }
}

}  // namespace abstat
