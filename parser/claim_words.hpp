// The words of claims as data: what a word is, and what it carries. One table a language; a new word is a
// new row. Words are written in lower case with ASCII digits and punctuation, as the lexer sees them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <abstat/claim.hpp>

namespace abstat {

// The kinds of tokens. The phrase grammar reads one character a token, so each kind has its own.
enum class Word : char {
  number = 'n',
  number_word = 'N',  // two, 两: value
  ratio_word = 't',   // twice, half, 翻倍: value is the ratio
  part = '9',         // a third, 三分之一: of the other side, or what is added to it or taken away
  rate_unit = 'u',    // req/s
  time_unit = 'm',    // value: to milliseconds
  byte_rate = 'b',    // value: to KiB/s
  byte_unit = 'y',
  percent = '%',
  times = 'x',
  requests = 'q',
  concurrency = 'c',
  workers = 'w',
  hardware = 'h',
  runs = 'k',
  metric = 'M',
  percentile = 'P',  // "p95": value 95; "percentile" behind a number: value 0
  failed = 'F',
  succeeded = 'S',
  zero = '0',
  every = 'A',
  about = '~',
  at_least = 'g',
  more_than = 'G',
  at_most = 'l',
  less_than = 'L',
  just_over = 'o',
  almost = 'a',
  plus = '+',
  range = '-',
  between = 'B',
  conjunction = '&',
  from = 'V',
  to = 'T',
  arrow = '>',
  relation = 'R',      // faster, 提升: direction
  surpass = 'Q',       // beats, 优于: the comparand is its object
  superlative = '^',   // fastest: direction
  same = '=',          // on par, 没有影响
  as = 's',            // as fast as
  than = 'H',          // the comparand follows
  before_other = 'J',  // 比, より: the comparand follows, the relation behind it
  compared = 'K',      // compared to
  versus = '|',
  of = 'O',
  particle = 'D',  // 的
  copula = 'i',
  average = 'e',
  goal = 'z',
  general = 'Z',
  elsewhere = 'E',  // other people's, other tools' figures
  lost = 'X',       // no longer there, an older run
  doubt = 'd',      // another time, machine, load or way of counting: says nothing by itself
  plan = 'p',
  conditional = 'f',
  negation = '!',
  setting = 'j',
  removal = 'C',  // removing: what it names is on the other side only
  change = 'U',   // adding, switching to: what follows is on one side only
  ranking = 'r',
  respectively = 'v',
  option = '*',
  code = '`',
  identifier = '#',  // version, date, id: text says which
  stop = '.',
  question = '?',
  clause = ',',
  enumeration = ';',
  colon = ':',
  open = '(',
  close = ')',
  newline = '/',
  other = 'W',
};

struct WordEntry {
  std::string_view text;
  Word kind;
  ClaimMetric metric = ClaimMetric::throughput;
  double value = 0;
  Direction direction = Direction::none;
};

namespace words {

constexpr WordEntry metric(std::string_view text, ClaimMetric which) {
  return {text, Word::metric, which, 0, Direction::none};
}
constexpr WordEntry percentile(std::string_view text) {
  return {text, Word::percentile, ClaimMetric::percentile, 0, Direction::none};
}
constexpr WordEntry failed(std::string_view text, ClaimMetric which = ClaimMetric::failed) {
  return {text, Word::failed, which, 0, Direction::none};
}
constexpr WordEntry valued(std::string_view text, Word kind, double value) {
  return {text, kind, ClaimMetric::throughput, value, Direction::none};
}
constexpr WordEntry directed(std::string_view text, Word kind, Direction direction) {
  return {text, kind, ClaimMetric::throughput, 0, direction};
}
constexpr WordEntry part(std::string_view text, double value) {
  return valued(text, Word::part, value);
}
constexpr WordEntry better(std::string_view text) {
  return directed(text, Word::relation, Direction::better);
}
constexpr WordEntry worse(std::string_view text) {
  return directed(text, Word::relation, Direction::worse);
}
constexpr WordEntry up(std::string_view text) {
  return directed(text, Word::relation, Direction::up);
}
constexpr WordEntry down(std::string_view text) {
  return directed(text, Word::relation, Direction::down);
}
constexpr WordEntry plain(std::string_view text, Word kind) {
  return {text, kind, ClaimMetric::throughput, 0, Direction::none};
}

}  // namespace words

// Which languages a document is written in. The words of the languages below are only looked for in texts
// that use their most common words: "a", "de" and "gut" mean other things elsewhere.
struct Languages {
  bool german = false;
  bool french = false;
  bool spanish = false;
};

// The longest word that begins at text[0]; nullptr when there is none. A word of letters ends where letters
// end; Chinese and Japanese need no such end.
[[nodiscard]] const WordEntry* longest_word(std::string_view text, const Languages& languages);

}  // namespace abstat
