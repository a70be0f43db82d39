// What the words around a number make of it: a factor, a rate, a year, the unit of its neighbour.
#pragma once

#include "claim_phrases.hpp"

namespace abstat {

// 同時接続数 100, "concurrency 100"
[[nodiscard]] bool counts_connections(const Sentence& sentence, std::size_t at);
[[nodiscard]] bool counts_each_second(const Sentence& sentence, std::size_t at);
// Gives amounts in a row the unit that only the last one carries.
void share_units(Sentence& sentence);
void imply_loads(Sentence& sentence, bool clients_counted);

}  // namespace abstat
