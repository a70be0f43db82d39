#include "cli/decoded_text.hpp"

#include <fmt/format.h>
#include <utility>

#include <abstat/decoder.hpp>

namespace abstat {

void read_text(Result<ByteSource> source, const std::string& name,
               const std::function<bool(std::string_view)>& take, const ProblemSink& complain) {
  if (!source) return complain({ExitCode::io, source.error()});
  bool wanted = true;
  Decoder decoder(name, [&](std::string_view text) { wanted = wanted && take(text); });
  while (wanted) {
    const Result<std::string_view> block = source->next();
    if (!block) {
      complain({ExitCode::io, block.error()});
      break;
    }
    if (block->empty() || !decoder.feed(*block)) break;
  }
  const auto damage = decoder.finish();
  if (damage && wanted) complain({ExitCode::io, *damage});
}

std::string read_small_text(const std::string& path, std::size_t most_bytes, const ProblemSink& complain) {
  std::string whole;
  read_text(
      ByteSource::open(path), path,
      [&](std::string_view text) {
        const std::size_t room = most_bytes - whole.size();
        whole.append(text.substr(0, room));
        if (text.size() <= room) return true;
        complain({ExitCode::ok, problem_in(path, fmt::format("at most {} bytes", most_bytes), "more")});
        return false;
      },
      complain);
  return whole;
}

}  // namespace abstat
