// One comment for abstat, read by its grammar.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include <abstat/document_comments.hpp>

namespace abstat {

struct Comment {
  Pin pin;
  bool pinned = false;
  std::optional<Expectation> expectation;
  std::string begin;  // the table that is to begin
  bool end = false;
  std::string unknown_metric;
  std::size_t size = 0;  // bytes, with its marks
};

struct CommentError {
  std::size_t offset = 0;
  std::string expected;
};

// The comment that begins the text; nothing where it is not for abstat.
[[nodiscard]] tl::expected<std::optional<Comment>, CommentError> parse_comment(std::string_view text);

}  // namespace abstat
