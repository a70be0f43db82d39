// Tells which Latin-script languages a document uses by counting their commonest words.
#include "claim_token.hpp"
#include "claim_token_grammar.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

constexpr std::array<std::string_view, 16> german_words{"der",   "die",  "das",  "und", "ist", "mit",
                                                        "nicht", "ein",  "eine", "für", "auf", "bei",
                                                        "wird",  "sind", "als",  "den"};
constexpr std::array<std::string_view, 16> french_words{"le",  "la",  "les",  "et",  "est",  "avec",
                                                        "une", "des", "du",   "sur", "pour", "dans",
                                                        "que", "pas", "sont", "qui"};
constexpr std::array<std::string_view, 16> spanish_words{"el",  "la",  "los", "las",  "es",  "con",
                                                         "una", "del", "por", "para", "que", "no",
                                                         "son", "sin", "se",  "un"};
constexpr std::array<std::string_view, 16> english_words{"the", "and", "is",   "with", "of", "for",
                                                         "are", "was", "this", "that", "on", "in",
                                                         "to",  "it",  "we",   "than"};

template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Counts {
  std::size_t german = 0;
  std::size_t french = 0;
  std::size_t spanish = 0;
  std::size_t english = 0;

  void add(std::string_view word) {
    german += among(german_words, word) ? 1 : 0;
    french += among(french_words, word) ? 1 : 0;
    spanish += among(spanish_words, word) ? 1 : 0;
    english += among(english_words, word) ? 1 : 0;
  }
  [[nodiscard]] bool seen() const { return german + french + spanish + english >= enough; }
  [[nodiscard]] bool speaks(std::size_t count) const {
    return count >= 2 && count * 2 >= std::max({german, french, spanish}) && count * 3 >= english;
  }
  static constexpr std::size_t enough = 2000;
};

void count_words(std::string_view text, Counts& counts) {
  while (!text.empty()) {
    const auto size = match_length<token_rules::letters>(text);
    if (size) counts.add(text.substr(0, *size));
    text.remove_prefix(std::max<std::size_t>(size.value_or(1), 1));
  }
}

}  // namespace

Languages languages_of(const Document& document) {
  Counts counts;
  for (const Block& block : document.blocks) {
    if (counts.seen()) break;
    if (block.kind == BlockKind::code) continue;
    count_words(make_passage(block.prose).text, counts);
    for (const auto& row : block.rows) count_words(make_passage(row).text, counts);
  }
  return {counts.speaks(counts.german), counts.speaks(counts.french), counts.speaks(counts.spanish)};
}

}  // namespace abstat
