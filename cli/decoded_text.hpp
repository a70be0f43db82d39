// One file or stream as UTF-8 text, block by block.
#pragma once

#include "cli/byte_source.hpp"
#include "cli/inputs.hpp"
#include "cli/piece_text.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <abstat/decoder.hpp>

namespace abstat {

class DecodedText {
 public:
  using Take = std::function<void(std::string_view)>;

  // name is for problems.
  DecodedText(ByteSource source, std::string name);
  DecodedText(const DecodedText&) = delete;
  DecodedText& operator=(const DecodedText&) = delete;

  // Calls take with what comes next: one piece of text, several or none. False when nothing comes behind it.
  bool next(const Take& take);
  // The same behind the text that is there already; what needs no decoding is read straight to its place.
  bool append_to(PieceText& text);

  // How many bytes of text there are in all, where that can be known before they are read.
  [[nodiscard]] std::optional<std::size_t> size() const {
    return decoder_.passes_through() ? source_.size() : std::nullopt;
  }

  // At the end: why it came, when it is not that of the text.
  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  [[nodiscard]] bool decode(const Take& take, std::size_t most_bytes);
  [[nodiscard]] bool read_block();
  void finish();

  ByteSource source_;
  std::string_view block_;  // of it, what is not yet decoded
  Decoder decoder_;
  const Take* take_ = nullptr;
  bool ended_ = false;
  std::optional<Problem> problem_;
};

// take is called with the text until it returns false or the text ends. What cannot be read or decoded goes
// to complain; the text before it has been taken.
void read_text(Result<ByteSource> source, const std::string& name,
               const std::function<bool(std::string_view)>& take, const ProblemSink& complain);

// The whole text of a file that ought to be small; a longer one is a problem and comes cut to most_bytes.
[[nodiscard]] std::string read_small_text(const std::string& path, std::size_t most_bytes,
                                          const ProblemSink& complain);

}  // namespace abstat
