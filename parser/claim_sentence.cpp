#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

void SentenceReader::read() {
  if (sentence_.tokens.empty()) return;
  settle_modal_words();
  set_aside();
  doubt_ = doubt_of(sentence_);
  doubt_words_ = doubt_words_of(sentence_);
  mark_levels();
  mark_ranked_subjects();
  mark_worst();
  read_failures();
  read_relations();
  read_figures();
  read_orders();
  skip_rest();
}

bool SentenceReader::has_amount(const Clause& clause) const {
  return std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(),
                     [&](const Amount& amount) { return clause.holds(amount); });
}

void SentenceReader::sort_mentions() {
  std::stable_sort(sentence_.mentions.begin(), sentence_.mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.token < b.token; });
}

// 最慢 28ms, "the slowest took 33 ms"
bool SentenceReader::leads_to_time(std::size_t at) const {
  constexpr std::size_t reach = 7;
  return std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& amount) {
    if (amount.unit != Word::time_unit || amount.first <= at || amount.first > at + reach) return false;
    for (std::size_t i = at + 1; i < amount.first; ++i) {
      const Word kind = token(i).kind;
      const bool filler = kind == Word::copula || kind == Word::colon || kind == Word::other ||
                          kind == Word::about || kind == Word::particle || kind == Word::number_word ||
                          kind == Word::requests ||
                          (kind == Word::metric && token(i).word->metric == ClaimMetric::time_taken);
      if (!filler) return false;
    }
    return true;
  });
}

// "The fastest setup needs 44.6 ms, the slowest one 109 ms": a stack is named by its rank, nobody is said to
// be the fastest, and what was named before is not meant.
void SentenceReader::mark_ranked_subjects() {
  constexpr std::array<std::string_view, 12> nouns{"one",     "setup",         "stack",     "server",
                                                   "variant", "configuration", "config",    "option",
                                                   "version", "combination",   "framework", "candidate"};
  for (const Clause& clause : sentence_.clauses) {
    if (!has_amount(clause)) continue;
    for (std::size_t i = clause.first; i + 2 < clause.last; ++i) {
      if (token(i).kind != Word::superlative || token(i + 2).kind == Word::copula) continue;
      const bool leads = i == clause.first || sentence_.text(i - 1, i) == "the";
      if (!leads || is_other_request(i + 1)) continue;
      if (std::find(nouns.begin(), nouns.end(), sentence_.text(i + 1, i + 2)) == nouns.end()) continue;
      sentence_.tokens[i].quiet = true;
      ranked_.push_back(clause.first);
    }
  }
}

// 最慢的一个请求出现在 nginx, 耗时 93 毫秒: the next clause only says how long it took.
bool SentenceReader::times_in_next_clause(const Clause& clause) {
  const Clause* const next = &clause + 1;
  if (next == sentence_.clauses.data() + sentence_.clauses.size()) return false;
  const bool timed = std::any_of(
      sentence_.amounts.begin(), sentence_.amounts.end(),
      [&](const Amount& amount) { return amount.unit == Word::time_unit && next->holds(amount); });
  for (Mention& mention : sentence_.mentions) {
    const bool leads = mention.token == next->first &&
                       (mention.metric == ClaimMetric::time_taken || mention.metric == ClaimMetric::latency);
    if (!timed || !leads || mention.average) continue;
    mention.metric = ClaimMetric::max;
    return true;
  }
  return false;
}

// "5% of the requests took longer than 4.3 s, and the worst one waited 61 s"
bool SentenceReader::is_other_request(std::size_t at) const {
  if (at >= sentence_.tokens.size() || sentence_.text(at, at + 1) != "one") return false;
  if (sentence_.has(Word::requests, 0, at)) return true;
  return std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [at](const Mention& mention) {
    return mention.metric == ClaimMetric::percentile && mention.token < at;
  });
}

// "worst response 118 ms", "la requête la plus longue": a superlative of one request is the maximum, no
// order.
void SentenceReader::mark_worst() {
  const auto is_request = [this](std::size_t at) {
    return at < sentence_.tokens.size() && token(at).kind == Word::requests;
  };
  for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
    Token& word = sentence_.tokens[i];
    const bool worst = word.kind == Word::superlative && word.word != nullptr &&
                       (word.word->direction == Direction::worse || word.word->direction == Direction::up);
    if (!worst || word.quiet) continue;
    const Clause& clause = sentence_.clause_of(i);
    constexpr std::size_t near = 5;  // the slowest of all gevent requests
    // "Envoy comes last and makes every request wait"
    const std::size_t joined = sentence_.find(Word::conjunction, i + 1, clause.last).value_or(clause.last);
    const bool of_request = sentence_.has(Word::requests, i + 1, std::min(i + near, joined)) ||
                            is_other_request(i + 1) || is_request(i + 1) || is_request(i + 2) ||
                            (i > 0 && is_request(i - 1)) || leads_to_time(i);
    const bool timed =
        std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& amount) {
          return amount.unit == Word::time_unit && amount.first >= clause.first &&
                 amount.last <= clause.last + 2;
        });
    if (of_request && !timed && times_in_next_clause(clause)) word.quiet = true;
    if (!of_request || !timed) continue;
    word.quiet = true;
    sentence_.mentions.push_back({i, ClaimMetric::max, std::nullopt, false});
  }
  sort_mentions();
}

const Amount* SentenceReader::amount_at(std::size_t at) const {
  for (const Amount& amount : sentence_.amounts) {
    if (amount.first <= at && at < amount.last) return &amount;
  }
  return nullptr;
}

Amount* SentenceReader::free_amount_before(std::size_t at, std::size_t reach) {
  Amount* found = nullptr;
  const Clause& clause = sentence_.clause_of(at);
  for (Amount& amount : sentence_.amounts) {
    if (!amount.used && amount.last <= at && amount.last + reach >= at && amount.first >= clause.first)
      found = &amount;
  }
  return found;
}

Amount* SentenceReader::free_amount_behind(std::size_t at, std::size_t reach) {
  const Clause& clause = sentence_.clause_of(at);
  for (Amount& amount : sentence_.amounts) {
    if (!amount.used && amount.first > at && amount.first <= at + 1 + reach && amount.last <= clause.last)
      return &amount;
  }
  return nullptr;
}

Claim SentenceReader::draft(std::size_t first, std::size_t last) const {
  Claim claim;
  const Passage& passage = *sentence_.passage;
  claim.where = passage.place(token(first).begin, around_.file);
  claim.carrier = passage.written(token(first).begin, token(last - 1).end);
  claim.text = sentence_.written();
  claim.block = around_.block;
  claim.list = around_.list;
  claim.ordinal = around_.ordinal;
  claim.in_prose = true;
  const auto lost = lost_word(first);
  claim.unreported = around_.lost_behind || lost.has_value();
  if (lost && !around_.lost_behind) claim.lost_word = sentence_.text(*lost, *lost + 1);
  claim.doubt = doubt_at(first);
  claim.doubt_words = doubt_words_;
  claim.introduced_doubt = around_.doubt;
  claim.compares = compares();
  claim.other_times = names_several_times();
  claim.mean_named = sentence_.has(Word::average) ||
                     std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [](const Mention& m) {
                       return m.average || m.metric == ClaimMetric::latency ||
                              m.metric == ClaimMetric::mean || m.metric == ClaimMetric::median ||
                              m.metric == ClaimMetric::time_per_request;
                     });
  if (sentence_.has(Word::every)) claim.aggregate = Aggregate::each;
  return claim;
}

bool SentenceReader::compares() const {
  return std::any_of(sentence_.tokens.begin(), sentence_.tokens.end(), [](const Token& token) {
    switch (token.kind) {
      case Word::relation:
      case Word::surpass:
      case Word::change:
      case Word::removal:
      case Word::before_other:
      case Word::compared:
      case Word::than:
      case Word::versus:
      case Word::from:
        return true;
      default:
        return false;
    }
  });
}

bool SentenceReader::names_several_times() const {
  const auto times = std::count_if(sentence_.amounts.begin(), sentence_.amounts.end(),
                                   [](const Amount& amount) { return amount.unit == Word::time_unit; });
  if (times < 2) return false;
  const Mention* first = nullptr;
  for (const Mention& mention : sentence_.mentions) {
    if (!is_time(mention.metric) && !mention.average) continue;
    if (first == nullptr) first = &mention;
    const bool alike = mention.metric == first->metric && mention.percentile == first->percentile &&
                       mention.average == first->average;
    if (!alike) return true;
  }
  return false;
}

void SentenceReader::take_number(Claim& claim, Amount& amount) const {
  const Token& number = token(amount.number);
  claim.number = number.number;
  if (number.word != nullptr) {
    claim.number->figure =
        number.word->value < 1 ||
                number.word->value != static_cast<double>(static_cast<int>(number.word->value))
            ? rounded_figure(number.word->value, 2)
            : whole_figure(static_cast<std::int64_t>(number.word->value));
    claim.number->text = sentence_.passage->written(number.begin, number.end);
  }
  claim.number->unit_factor = amount.factor;
  if (amount.upper) {
    claim.upper = token(*amount.upper).number;
    claim.upper->unit_factor = amount.factor;
    // "50-60k": the suffix of the last end holds for both.
    if (claim.number->scale_decimals == 0 && claim.upper->scale_decimals != 0 &&
        claim.number->value() < claim.upper->figure.value()) {
      claim.number->scale_decimals = claim.upper->scale_decimals;
    }
    claim.kind = ClaimKind::range;
  } else if (amount.hedge != Hedge::none && amount.hedge != Hedge::about) {
    claim.kind = ClaimKind::bound;
  }
  claim.hedge = amount.hedge;
  amount.used = true;
}

void SentenceReader::skip(const Token& number, std::string_view reason) {
  out_.skipped.push_back({sentence_.passage->place(number.begin, around_.file),
                          sentence_.passage->written(number.begin, number.end), reason});
}

namespace {

std::string_view reason_of(Word unit) {
  switch (unit) {
    case Word::hardware:
      return "hardware";
    case Word::workers:
      return "setting";
    case Word::byte_unit:
      return "size";
    case Word::concurrency:
    case Word::requests:
      return "condition";
    case Word::percentile:
      return "percentile";
    case Word::runs:
      return "count of runs";
    default:
      return "no metric";
  }
}

}  // namespace

void SentenceReader::skip_rest() {
  for (const Amount& amount : sentence_.amounts) {
    const Token& number = token(amount.number);
    if (number.kind != Word::number) continue;
    ++out_.numbers;
    const bool claimed = amount.used && amount.unit != Word::percentile && !number.quiet;
    if (claimed) continue;
    if (number.quiet) {
      skip(number, "link or struck out");
    } else if (aside(amount.number)) {
      const Clause* clause = &sentence_.clause_of(amount.number);
      skip(number, aside_[static_cast<std::size_t>(clause - sentence_.clauses.data())]);
    } else if (amount.first > 0 && token(amount.first - 1).kind == Word::setting) {
      skip(number, "setting");
    } else {
      skip(number, reason_of(amount.unit));
    }
  }
  for (const Token& other : sentence_.tokens) {
    if (other.kind != Word::identifier && other.kind != Word::option) continue;
    ++out_.numbers;
    skip(other, other.kind == Word::option ? "option" : "version, date or id");
  }
}

}  // namespace abstat
