// Relations with an amount: "2.1x as fast", "30 % faster", "快 30%", "是 B 的 2 倍", "8.5 ms more".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

constexpr std::size_t relation_reach = 5;

bool ends_in_to(const Token& word) {
  const std::string_view text = word.word == nullptr ? std::string_view{} : word.word->text;
  const auto ends = [text](std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
  };
  return ends("到") || ends("至");
}

// "costs us", "kostet uns also", "nous coûte donc", "стоит нам"
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 12> words{"uns",  "also", "nous",  "donc", "alors", "нам",
                                                   "then", "thus", "damit", "так",  "so",    "dann"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "twice the workers", "4 倍的 worker": a factor of the set-up.
bool speaks_of_setup(Word kind) {
  return kind == Word::workers || kind == Word::hardware || kind == Word::concurrency || kind == Word::runs;
}

}  // namespace

void SentenceReader::read_relations() {
  if (sentence_.has(Word::general)) return;
  for (Amount& amount : sentence_.amounts) {
    if (amount.used || aside(amount.number)) continue;
    if (amount.unit == Word::percent || amount.unit == Word::times) {
      read_relation(amount);
    } else {
      read_difference(amount);
    }
  }
}

// "sync is ahead of gevent by 45 %": the word that takes the other side as its object, with nothing but that
// between.
std::optional<std::size_t> SentenceReader::surpassed_by(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  for (std::size_t i = amount.first; i > clause.first && i + relation_reach + 2 > amount.first;) {
    --i;
    if (token(i).kind == Word::surpass) return i;
    const Amount* other = amount_at(i);
    if (other != nullptr && other->unit == amount.unit) return surpassed_by(*other);
    if (token(i).kind == Word::relation || token(i).kind == Word::number || other != nullptr) break;
  }
  return std::nullopt;
}

// The relation an amount belongs to: the nearest in its clause, what follows before what precedes.
std::optional<std::size_t> SentenceReader::relation_word(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (const auto surpassing = surpassed_by(amount)) return surpassing;
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + 3); ++i) {
    if (token(i).kind == Word::relation) return i;
    if (token(i).kind == Word::number) break;
  }
  std::size_t from = amount.first;
  for (std::size_t i = amount.first; i > clause.first && i + relation_reach > from;) {
    --i;
    if (token(i).kind == Word::close) {  // быстрее gevent (4 воркера) в 1,72 раза
      const std::size_t close = i;
      while (i > clause.first && token(i).kind != Word::open) --i;
      from -= std::min(from, close - i + 1);
      continue;
    }
    if (token(i).kind == Word::relation) return i;
    // "costs 27 % with sync and 18 % with gevent": the second looks past the first.
    const Amount* other = amount_at(i);
    if (other != nullptr && other->unit == amount.unit) {
      from = i;
    } else if (token(i).kind == Word::number) {
      break;
    }
  }
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + relation_reach); ++i) {
    if (token(i).kind == Word::relation) return i;
    if (token(i).kind == Word::number) break;
  }
  return std::nullopt;
}

// What stands around an amount and says how it relates.
SentenceReader::RelationForm SentenceReader::relation_form(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  const Token& number = token(amount.number);
  const std::size_t behind = amount.last;
  RelationForm form;
  form.word = relation_word(amount);
  form.as = sentence_.find(Word::as, behind, std::min(clause.last, behind + 4)).has_value();
  form.of = behind < clause.last && token(behind).kind == Word::of;
  // 是 B 的 2 倍
  form.share = amount.first > clause.first && token(amount.first - 1).kind == Word::particle &&
               (sentence_.has(Word::copula, clause.first, amount.first) ||
                sentence_.has(Word::about, clause.first, amount.first));
  const bool number_sign = number.kind == Word::number && !number.number.text.empty();
  form.is_signed = number_sign && (number.number.text.front() == '+' || number.number.figure.negative);
  if (behind < clause.last &&
      (token(behind).kind == Word::more_than || token(behind).kind == Word::less_than)) {
    form.over = token(behind).kind == Word::more_than ? Direction::up : Direction::down;
  }
  if (behind < clause.last && sentence_.text(behind, behind + 1) == "behind") form.over = Direction::down;
  return form;
}

// "twice the workers", "4 倍的 worker", "three times" without anything to compare.
bool SentenceReader::is_no_relation(const Amount& amount, const RelationForm& form) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  // worker 翻倍之后
  const bool of_setup = token(amount.number).kind == Word::ratio_word && amount.first > clause.first &&
                        speaks_of_setup(token(amount.first - 1).kind);
  if (of_setup) return true;
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + 4); ++i) {
    const Word kind = token(i).kind;
    if (speaks_of_setup(kind)) return true;
    if (kind != Word::relation && kind != Word::as && kind != Word::particle && kind != Word::other) break;
    if (amount.unit == Word::percent && kind != Word::relation) break;
  }
  if (amount.unit == Word::percent)
    return !form.word && !form.is_signed && form.over == Direction::none && !form.as && !form.of &&
           !form.share;
  const bool spelled = token(amount.number).kind != Word::number ||
                       sentence_.passage->text[token(amount.last - 1).begin] == 't';
  const bool chinese =
      static_cast<unsigned char>(sentence_.passage->text[token(amount.last - 1).begin]) >= 0xE0;
  const bool named = std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& m) {
    return m.token >= clause.first && m.token < clause.last;
  });
  // "4,080 rps is more than five times Tuesday's number"
  const bool compares = sentence_.has(Word::copula, clause.first, amount.first) &&
                        amount.last < clause.last &&
                        (token(amount.last).kind == Word::other || token(amount.last).kind == Word::code);
  return spelled && !chinese && !form.word && !form.as && !form.of && form.over == Direction::none &&
         !named && !compares;
}

void SentenceReader::set_factor(Claim& claim, const Amount& amount, const RelationForm& form) const {
  const Token& number = token(amount.number);
  const bool is_ratio_word = number.kind == Word::ratio_word;
  const bool reached = form.word && ends_in_to(token(*form.word));
  const bool literal = is_ratio_word || form.as || form.of || form.share || !form.word || reached;
  claim.relation = literal ? Relation::times_as : Relation::times_more;
  // "half as fast" and 慢了一半 name the ratio itself; "as slow as" and "three times slower" turn it.
  const bool below_one = number.word != nullptr && number.word->value < 1;
  if (below_one && claim.direction == Direction::down) claim.direction = Direction::up;
  if (below_one && claim.direction == Direction::worse) claim.direction = Direction::better;
  if (!form.word && form.as && sentence_.text(amount.last, amount.last + 2).find("slow") != std::string::npos)
    claim.direction = Direction::worse;
}

void SentenceReader::read_relation(Amount& amount) {
  const Clause& clause = sentence_.clause_of(amount.number);
  const RelationForm form = relation_form(amount);
  if (is_no_relation(amount, form)) {
    read_ellipsis(amount);
    return;
  }
  if (form.word) related_.push_back(*form.word);
  Claim claim = draft(amount.number, amount.number + 1);
  name_relation_metric(claim, amount.number);
  claim.direction = form.word ? token(*form.word).word->direction : form.over;
  if (amount.unit == Word::times) {
    set_factor(claim, amount, form);
  } else {
    const bool share =
        (form.as && !form.word) || (!form.word && !form.is_signed && form.over == Direction::none);
    claim.relation =
        share || (form.word && ends_in_to(token(*form.word))) ? Relation::percent_as : Relation::percent;
    if (form.is_signed && !form.word) claim.direction = Direction::up;
  }
  std::size_t first = amount.first;
  std::size_t last = amount.last;
  if (form.word) {
    first = std::min(first, *form.word);
    last = std::max(last, *form.word + 1);
  }
  split_sides(claim, first, last);
  name_change(claim, first);
  // "its rate at 64": numbers of the other side are its set-up.
  for (Amount& other : sentence_.amounts) {
    const bool behind =
        other.first >= last && other.last <= clause.last && !sentence_.has(Word::open, last, other.first);
    if (behind && other.unit == Word::other && !claim.comparand.empty()) other.used = true;
  }
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  const bool several =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return &other != &amount && other.unit == amount.unit && clause.holds(other);
      });
  if (several && claim.comparand.empty()) claim.subject = own_part(amount);
  name_sides_by_change(claim);
  resolve_pronouns(claim, amount);
  last_ratio_ = out_.claims.size();
  add(std::move(claim));
}

// "sync answers 3.8 times as many requests as flask run, gevent only 2.4 times": the second says of another
// stack what the first says.
bool SentenceReader::read_ellipsis(Amount& amount) {
  if (!last_ratio_ || amount.unit != Word::times) return false;
  const Claim& before = out_.claims[*last_ratio_];
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool alike = before.relation == Relation::times_as || before.relation == Relation::times_more;
  if (!alike || before.comparand.empty() || amount.first == clause.first) return false;
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = before.relation;
  claim.direction = before.direction;
  claim.metric = before.metric;
  claim.metric_named = before.metric_named;
  claim.percentile = before.percentile;
  claim.comparand = before.comparand;
  claim.subject = {sentence_.text(clause.first, amount.first)};
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

// "the gap is 1522 requests per second", "12 ms apart", "from 24.2 to 36.6 ms, that is by 12.4 ms": says by
// how much, not which way.
std::optional<std::size_t> SentenceReader::gap_word(const Amount& amount) const {
  constexpr std::size_t reach = 4;
  const Clause& clause = sentence_.clause_of(amount.number);
  const std::size_t first = std::max(clause.first, amount.first - std::min(amount.first, reach));
  for (std::size_t i = first; i < std::min(clause.last, amount.last + 1); ++i) {
    const bool names = token(i).kind == Word::relation && token(i).word->direction == Direction::none;
    if (names) return i;
  }
  constexpr std::size_t few_words = 3;
  if (&clause == sentence_.clauses.data() || amount.first - clause.first > few_words) return std::nullopt;
  const Clause& before = *(&clause - 1);
  const bool changes =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return other.side == Side::to && before.holds(other) && other.unit == amount.unit;
      });
  const bool alone =
      std::none_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& m) {
        return m.token >= clause.first && m.token < clause.last && amount_at(m.token) == nullptr;
      });
  const auto word = sentence_.find(Word::relation, before.first, before.last);
  return changes && alone && !only_names(clause, amount) ? word : std::nullopt;
}

// Whether what stands before an amount may name a stack: ", gevent 36.6 ms" is a figure of its own.
bool SentenceReader::only_names(const Clause& clause, const Amount& amount) const {
  constexpr std::array<std::string_view, 12> explains{"also", "um",    "i.e.", "by", "soit", "c'est-à-dire",
                                                      "es",   "decir", "т.е.", "на", "即",   "也就是"};
  for (std::size_t i = clause.first; i < amount.first; ++i) {
    const bool explaining =
        std::find(explains.begin(), explains.end(), sentence_.text(i, i + 1)) != explains.end();
    if (explaining) return false;
  }
  return true;
}

bool SentenceReader::read_gap(Amount& amount, std::size_t word) {
  const Clause& clause = sentence_.clause_of(amount.number);
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = Relation::difference;
  name_relation_metric(claim, amount.number);
  if (amount.unit == Word::rate_unit) {
    claim.metric = ClaimMetric::throughput;
  } else if (!is_time(claim.metric)) {
    claim.metric = ClaimMetric::latency;
  }
  claim.metric_named = true;
  claim.subject = scopes(clause.first, clause.last);
  related_.push_back(word);
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

// "QPS 少了 1195": no unit, but the metric and the relation right before the number.
bool SentenceReader::is_bare_rate_change(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (amount.unit != Word::other || amount.first < clause.first + 2) return false;
  const Token& word = token(amount.first - 1);
  const bool changes =
      word.kind == Word::relation && !ends_in_to(word) && word.word->direction != Direction::none;
  const bool closes = amount.last >= clause.last || token(amount.last).kind == Word::stop;
  return changes && closes &&
         std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& m) {
           return m.metric == ClaimMetric::throughput && !m.average && m.token >= clause.first &&
                  m.token < amount.first;
         });
}

// "adds 2 ms", "多花大约 8.5 毫秒", "500 req/s more": the relation stands right beside the amount.
bool SentenceReader::read_difference(Amount& amount) {
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool rate = amount.unit == Word::rate_unit || is_bare_rate_change(amount);
  if (amount.side != Side::none || (amount.unit != Word::time_unit && !rate)) return false;
  std::optional<std::size_t> word;
  for (std::size_t i = amount.first; i > clause.first;) {
    --i;
    const Word kind = token(i).kind;
    if (kind == Word::relation) word = i;
    const bool joins =
        kind == Word::particle || kind == Word::of || kind == Word::from || kind == Word::about ||
        (kind == Word::other && (token(i).end - token(i).begin == 2 || is_filler(sentence_.text(i, i + 1))));
    if (!joins) break;
  }
  // 比自带服务器的中位数 92 毫秒还快: a figure of the other side, in Chinese a difference follows its word.
  const auto other = sentence_.find(Word::before_other, clause.first, amount.first);
  const bool of_other = other && sentence_.text(*other, *other + 1) == "比";
  if (!of_other && amount.last < clause.last && token(amount.last).kind == Word::relation) word = amount.last;
  // "1709 requests per second more than gevent"
  const bool before_name = amount.last + 1 < clause.last && token(amount.last + 1).kind != Word::number;
  const bool more = amount.last < clause.last && token(amount.last).kind == Word::more_than;
  const bool less = amount.last < clause.last && token(amount.last).kind == Word::less_than;
  if (!word && before_name && (more || less)) word = amount.last;
  if (!word) {
    const auto gap = gap_word(amount);
    return gap && read_gap(amount, *gap);
  }
  if (ends_in_to(token(*word))) return false;
  const Direction direction = more ? Direction::up : less ? Direction::down : token(*word).word->direction;
  if (direction == Direction::none) return read_gap(amount, *word);
  related_.push_back(*word);
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = Relation::difference;
  claim.direction = direction;
  name_relation_metric(claim, amount.number);
  if (rate) {
    claim.metric = ClaimMetric::throughput;
  } else if (!claim.metric_named || claim.metric == ClaimMetric::throughput) {
    claim.metric = ClaimMetric::latency;
  }
  claim.metric_named = true;
  split_sides(claim, std::min(amount.first, *word),
              more || less ? amount.last : std::max(amount.last, *word + 1));
  name_change(claim, std::min(amount.first, *word));
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

}  // namespace abstat
