// The tokens of a passage: words and numbers with what they mean and where they stand.
#pragma once

#include "claim_words.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/document.hpp>

namespace abstat {

struct Token {
  Word kind = Word::other;
  std::size_t begin = 0;  // bytes of Passage::text
  std::size_t end = 0;
  const WordEntry* word = nullptr;  // of a known word
  ClaimNumber number;               // of a number, and of "2 倍" words through word->value
  bool quiet = false;               // in a link, struck out: read, but never a claim
};

// Prose of one block as one text in lower case with ASCII digits and punctuation, and where each of its
// bytes stands in the file.
struct Passage {
  std::string text;
  std::vector<std::uint32_t> offset;  // of each byte of text, into `source`
  std::string source;                 // the lines as written, joined by line feeds
  std::vector<std::size_t> line_start;
  std::vector<std::size_t> line_number;
  std::vector<std::size_t> line_column;

  [[nodiscard]] Position place(std::size_t at, const std::string& file) const;
  // As written, from byte `begin` to byte `end` of text.
  [[nodiscard]] std::string written(std::size_t begin, std::size_t end) const;
};

[[nodiscard]] Passage make_passage(const std::vector<ProseLine>& lines);
[[nodiscard]] Languages languages_of(const Document& document);

[[nodiscard]] std::vector<Token> read_tokens(const Passage& passage, const Languages& languages);

}  // namespace abstat
