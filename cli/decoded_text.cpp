#include "cli/decoded_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace abstat {

namespace {

// Compressed bytes that are decoded at once: they may become a thousand times as many.
constexpr std::size_t decoded_at_once = std::size_t{4} * 1024;

}  // namespace

DecodedText::DecodedText(ByteSource source, std::string name)
    : source_(std::move(source)),
      decoder_(std::move(name), [this](std::string_view text) { (*take_)(text); }) {}

bool DecodedText::next(const Take& take) {
  return decode(take, ByteSource::block_bytes);
}

bool DecodedText::append_to(PieceText& text) {
  if (!block_.empty() || !decoder_.passes_through())
    return decode([&text](std::string_view more) { text.append(more); }, decoded_at_once);
  if (ended_) return false;
  const Result<std::size_t> size =
      source_.read_to({text.room_for(ByteSource::block_bytes), ByteSource::block_bytes});
  if (!size) problem_ = size.error();
  if (size) text.filled(*size);
  ended_ = !size || *size == 0;
  return !ended_;
}

bool DecodedText::decode(const Take& take, std::size_t most_bytes) {
  if (ended_) return false;
  take_ = &take;
  const bool more = !block_.empty() || read_block();
  const std::string_view bytes = block_.substr(0, most_bytes);
  block_.remove_prefix(bytes.size());
  if (!more || !decoder_.feed(bytes)) finish();
  return !ended_;
}

bool DecodedText::read_block() {
  const Result<std::string_view> block = source_.next();
  if (!block) problem_ = block.error();
  if (block) block_ = *block;
  return !block_.empty();
}

// What the decoder held back is text too.
void DecodedText::finish() {
  ended_ = true;
  std::optional<Problem> damage = decoder_.finish();
  if (!problem_) problem_ = std::move(damage);
}

void read_text(Result<ByteSource> source, const std::string& name,
               const std::function<bool(std::string_view)>& take, const ProblemSink& complain) {
  if (!source) return complain({ExitCode::io, source.error()});
  DecodedText text(std::move(*source), name);
  bool wanted = true;
  const DecodedText::Take take_wanted = [&](std::string_view piece) { wanted = wanted && take(piece); };
  while (wanted && text.next(take_wanted)) continue;
  if (wanted && text.problem()) complain({ExitCode::io, *text.problem()});
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
