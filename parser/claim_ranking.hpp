// Orders that lists and tables imply: names below a word such as "Ranking", rows below "sorted by
// throughput".
#pragma once

#include "claim_phrases.hpp"

#include <optional>
#include <string>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/document.hpp>

namespace abstat {

class RankingReader {
 public:
  explicit RankingReader(ClaimsRead& out) : out_(out) {}

  // A block of text: its last sentence may announce a ranking, and a list item go on with one.
  void follow(const Block& block, std::size_t index, const std::vector<Sentence>& sentences,
              const std::string& file);
  // A table whose claims are those from `first` on: its rows are in the order announced.
  void follow_table(std::size_t first);
  // Nothing more belongs to what was announced.
  void finish();

 private:
  void announce(const Sentence& sentence, std::size_t word, std::size_t index, const std::string& file);
  void add_name(const std::string& name);

  ClaimsRead& out_;
  std::optional<Claim> ranking_;
};

}  // namespace abstat
