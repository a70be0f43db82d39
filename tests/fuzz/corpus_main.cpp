// Feeds stored files to a fuzz target: every file below the given folders, whole, cut in half, and from its
// middle. Each input is copied into a buffer of exactly its size, so that a sanitizer sees one byte too many.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 64 * 1024;

void feed(std::string_view bytes) {
  const auto exact = std::make_unique<std::uint8_t[]>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), exact.get());
  LLVMFuzzerTestOneInput(exact.get(), bytes.size());
}

void feed_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::string_view whole = bytes;
  feed(whole);
  feed(whole.substr(0, whole.size() / 2));
  feed(whole.substr(whole.size() / 2));
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t files = 0;
  const std::vector<std::string> folders(argv + 1, argv + argc);
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file() || entry.file_size() > largest_file) continue;
      feed_file(entry.path());
      ++files;
    }
  }
  std::cout << files << " files\n";
  return files == 0 ? 1 : 0;
}
