#include "cli/byte_source.hpp"

#include "cli/input_problem.hpp"

#include <cerrno>
#include <fcntl.h>
#include <iostream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace abstat {

ByteSource::ByteSource(std::string name, int descriptor, bool owned, std::istream* stream)
    : name_(std::move(name)),
      descriptor_(descriptor),
      owned_(owned),
      stream_(stream),
      block_(std::make_unique_for_overwrite<char[]>(block_bytes)) {}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(std::exchange(other.owned_, false)),
      stream_(std::exchange(other.stream_, nullptr)),
      block_(std::move(other.block_)) {}

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(stream_, other.stream_);
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
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    return tl::unexpected(cannot_read(path, EISDIR));
  }
#ifdef POSIX_FADV_SEQUENTIAL
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
  return source;
}

ByteSource ByteSource::from(std::istream& in, std::string name) {
  if (&in == &std::cin) return {std::move(name), STDIN_FILENO, false, nullptr};
  return {std::move(name), -1, false, &in};
}

Result<std::string_view> ByteSource::next() {
  if (stream_ == nullptr) return next_of_descriptor();
  stream_->read(block_.get(), static_cast<std::streamsize>(block_bytes));
  if (stream_->bad()) return tl::unexpected(cannot_read(name_, EIO));
  return std::string_view(block_.get(), static_cast<std::size_t>(stream_->gcount()));
}

Result<std::string_view> ByteSource::next_of_descriptor() {
  for (;;) {
    const ssize_t got = ::read(descriptor_, block_.get(), block_bytes);
    if (got >= 0) return std::string_view(block_.get(), static_cast<std::size_t>(got));
    if (errno != EINTR) return tl::unexpected(cannot_read(name_, errno));
  }
}

}  // namespace abstat
