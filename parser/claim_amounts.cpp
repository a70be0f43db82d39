// What stands around a number and tells what it counts.
#include "claim_amounts.hpp"

#include <algorithm>
#include <array>

namespace abstat {

bool counts_connections(const Sentence& sentence, std::size_t at) {
  constexpr std::array<std::string_view, 13> nouns{
      "stufe",    "palier", "niveau", "nivel",       "уровень",           "同時接続数",
      "同時接続", "并发数", "并发量", "concurrency", "concurrency level", "nebenläufigkeit",
      "并发"};
  if (at > 0 && sentence.tokens[at - 1].kind == Word::copula) --at;
  return at > 0 && std::find(nouns.begin(), nouns.end(), sentence.text(at - 1, at)) != nouns.end() &&
         (at < 2 || sentence.tokens[at - 2].kind != Word::number);
}

// 每秒能处理 3967 个请求
bool counts_each_second(const Sentence& sentence, std::size_t at) {
  constexpr std::array<std::string_view, 11> each{"每秒",        "秒間",        "毎秒",       "一秒",
                                                  "1秒",         "1 秒",        "per second", "pro sekunde",
                                                  "par seconde", "por segundo", "в секунду"};
  constexpr std::size_t reach = 4;
  for (std::size_t i = at; i > 0 && i + reach > at;) {
    --i;
    const Token& token = sentence.tokens[i];
    const std::string text = sentence.text(i, i + 1);
    if (std::any_of(each.begin(), each.end(), [&](std::string_view span) { return text.starts_with(span); }))
      return true;
    // 每秒少处理 722 个请求
    const bool goes_on = token.kind == Word::other || token.kind == Word::about ||
                         token.kind == Word::copula || token.kind == Word::relation ||
                         token.kind == Word::clause || token.kind == Word::more_than;
    if (!goes_on) return false;
  }
  return false;
}

namespace {

// QPS 只有 2923，95% 的请求…: the rate has its name
bool is_named_rate(const Sentence& sentence, const Amount& amount) {
  constexpr std::size_t reach = 3;
  for (std::size_t i = amount.first; i > 0 && i + reach > amount.first;) {
    --i;
    const Token& token = sentence.tokens[i];
    const bool rate = token.kind == Word::rate_unit ||
                      (token.kind == Word::metric && token.word->metric == ClaimMetric::throughput);
    if (rate) return true;
    if (token.kind != Word::copula && token.kind != Word::about && token.kind != Word::colon) return false;
  }
  return false;
}

}  // namespace

// "4,347 and 2,418 req/s": the unit of the last holds for those before it.
void share_units(Sentence& sentence) {
  auto& amounts = sentence.amounts;
  for (std::size_t i = amounts.size(); i-- > 1;) {
    const Amount& later = amounts[i];
    Amount& earlier = amounts[i - 1];
    const bool unitless =
        earlier.unit == Word::other && (later.unit == Word::rate_unit || later.unit == Word::time_unit ||
                                        later.unit == Word::byte_rate || later.unit == Word::percent);
    const Word behind = sentence.tokens[earlier.last].kind;
    const bool joined =
        later.first == earlier.last + 1 &&
        std::string_view("&,;/|>T!K").find(static_cast<char>(behind)) != std::string_view::npos;
    const bool sides = earlier.side == Side::from && later.side == Side::to;
    // "from 1 to 16 connections", "whether 16 or 128 clients are connected": both are the load.
    const bool again =
        later.first == earlier.last + 2 && (sentence.tokens[earlier.last + 1].kind == Word::copula ||
                                            sentence.tokens[earlier.last + 1].kind == Word::change);
    const bool alternatives = (joined || again) && behind == Word::conjunction;
    const bool counted = (sides || alternatives) && earlier.unit == Word::other &&
                         (later.unit == Word::concurrency || later.unit == Word::workers ||
                          later.unit == Word::hardware || later.unit == Word::requests);
    if (later.unit != Word::rate_unit && is_named_rate(sentence, earlier)) continue;
    if (!counted && (!unitless || !(joined || sides))) continue;
    earlier.unit = later.unit;
    earlier.factor = later.factor;
  }
}

// "8 clients do 4320, back at 3952 with 256": where clients are counted, a bare number behind a preposition
// is of clients, too.
void imply_loads(Sentence& sentence, bool clients_counted) {
  if (!clients_counted) return;
  constexpr std::array<std::string_view, 16> prepositions{"with", "at",  "from", "to",       "for", "mit",
                                                          "bei",  "von", "auf",  "avec",     "à",   "de",
                                                          "con",  "a",   "при",  "with only"};
  constexpr double most = 1024;
  for (Amount& amount : sentence.amounts) {
    const Token& number = sentence.tokens[amount.number];
    const bool bare = amount.unit == Word::other && amount.hedge == Hedge::none && !amount.upper &&
                      number.kind == Word::number && amount.first == amount.number && amount.first > 0;
    if (!bare || number.number.figure.decimals > 0 || number.number.value() > most ||
        number.number.text.size() > 4)
      continue;
    const std::string before = sentence.text(amount.first - 1, amount.first);
    if (std::find(prepositions.begin(), prepositions.end(), before) == prepositions.end()) continue;
    amount.unit = Word::concurrency;
    amount.implied_load = true;
  }
}

}  // namespace abstat
