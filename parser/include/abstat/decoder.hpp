// Raw bytes as they come from a file or pipe, to UTF-8 text: gzip and zstd are recognised by their first
// bytes whatever the file is called, then UTF-16 by its byte order mark or by the zero bytes of ASCII in it
// (PowerShell's `ab … > run.log` writes it), and a UTF-8 byte order mark is dropped. Memory does not grow
// with the input.
//
// NUL bytes and invalid UTF-8 are passed on: what to make of them is the readers' decision. An unpaired
// surrogate of UTF-16 becomes U+FFFD.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <abstat/position.hpp>

namespace abstat {

class Decoder {
 public:
  using Sink = std::function<void(std::string_view utf8)>;

  // Problems carry `file`; it is not opened.
  Decoder(std::string file, Sink sink);
  ~Decoder();
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  // Bytes cut anywhere. False when nothing more can be read: the compressed data is damaged or expands beyond
  // limits::decompression_ratio. Everything before that place has gone to the sink.
  bool feed(std::string_view bytes);
  // Whatever is fed from now on would go to the sink as it is: it need not be fed.
  [[nodiscard]] bool passes_through() const;
  // The input has ended; hands over what was held back. The problem says why the text is not whole.
  [[nodiscard]] std::optional<Problem> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace abstat
