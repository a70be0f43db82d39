#include "decompressor.hpp"
#include "text_encoding.hpp"

#include <utility>

#include <abstat/decoder.hpp>

namespace abstat {

namespace {

// The first bytes of a stream, held back until there are enough of them to decide what it is.
class Opening {
 public:
  explicit Opening(std::size_t needed) : needed_(needed) {}

  // What there is to decide on, or nothing yet.
  [[nodiscard]] std::optional<std::string_view> take(std::string_view bytes) {
    if (held_.empty() && bytes.size() >= needed_) return bytes;
    held_.append(bytes);
    if (held_.size() < needed_) return std::nullopt;
    return std::string_view(held_);
  }
  [[nodiscard]] std::string_view held() const { return held_; }

 private:
  std::size_t needed_;
  std::string held_;
};

}  // namespace

struct Decoder::State {
  std::string file;
  Sink sink;

  Opening raw_opening{4};
  bool compression_known = false;
  std::unique_ptr<Decompressor> decompressor;  // empty: not compressed

  Opening text_opening{encoding_sample_bytes};
  bool encoding_known = false;
  std::optional<Utf16Reader> utf16;  // empty: UTF-8
  std::string utf8;                  // reused for each piece of UTF-16

  std::optional<Damage> damage;

  void take_raw(std::string_view bytes) {
    if (decompressor) {
      damage = decompressor->feed(bytes, [this](std::string_view text) { take_text(text); });
    } else {
      take_text(bytes);
    }
  }

  void start_raw(std::string_view opening) {
    compression_known = true;
    const Compression compression = compression_of(opening);
    if (compression != Compression::none) decompressor = make_decompressor(compression);
    take_raw(opening);
  }

  void take_text(std::string_view bytes) {
    if (encoding_known) return hand_over(bytes);
    if (const auto opening = text_opening.take(bytes)) start_text(*opening);
  }

  void start_text(std::string_view opening) {
    encoding_known = true;
    const EncodingGuess guess = encoding_of(opening);
    if (guess.encoding != TextEncoding::utf8) utf16.emplace(guess.encoding == TextEncoding::utf16_big);
    hand_over(opening.substr(guess.mark_bytes));
  }

  void hand_over(std::string_view text) {
    if (!utf16) {
      if (!text.empty()) sink(text);
      return;
    }
    utf8.clear();
    utf16->feed(text, utf8);
    if (!utf8.empty()) sink(utf8);
  }

  void finish_text() {
    if (!encoding_known) start_text(text_opening.held());
    if (!utf16) return;
    utf8.clear();
    utf16->finish(utf8);
    if (!utf8.empty()) sink(utf8);
  }
};

Decoder::Decoder(std::string file, Sink sink) : state_(std::make_unique<State>()) {
  state_->file = std::move(file);
  state_->sink = std::move(sink);
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

bool Decoder::feed(std::string_view bytes) {
  if (state_->damage) return false;
  if (state_->compression_known) {
    state_->take_raw(bytes);
  } else if (const auto opening = state_->raw_opening.take(bytes)) {
    state_->start_raw(*opening);
  }
  return !state_->damage;
}

bool Decoder::passes_through() const {
  return state_->compression_known && !state_->decompressor && state_->encoding_known && !state_->utf16;
}

std::optional<Problem> Decoder::finish() {
  if (!state_->compression_known) state_->start_raw(state_->raw_opening.held());
  if (!state_->damage && state_->decompressor) state_->damage = state_->decompressor->finish();
  state_->finish_text();
  if (!state_->damage) return std::nullopt;
  return problem_in(state_->file, state_->damage->expected, state_->damage->found);
}

}  // namespace abstat
