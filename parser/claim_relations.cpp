// Relations with an amount: "2.1x as fast", "30 % faster", "快 30%", "是 B 的 2 倍", "8.5 ms more".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

constexpr std::size_t relation_reach = 5;

// "twice the workers", "4 倍的 worker": a factor of the set-up.
bool speaks_of_setup(Word kind) {
  return kind == Word::workers || kind == Word::hardware || kind == Word::concurrency || kind == Word::runs;
}

}  // namespace

// 提升到: what follows is reached, not added.
bool SentenceReader::ends_in_to(const Token& word) {
  const std::string_view text = word.word == nullptr ? std::string_view{} : word.word->text;
  const auto ends = [text](std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
  };
  return ends("到") || ends("至");
}

void SentenceReader::read_relations() {
  for (Amount& amount : sentence_.amounts) {
    if (amount.used || aside(amount.number) || holds_in_general(amount.number)) continue;
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
    if (other != nullptr && speaks_of_setup(other->unit)) continue;  // edge out 8 workers by 18 %
    if (token(i).kind == Word::relation || token(i).kind == Word::number || other != nullptr) break;
  }
  return std::nullopt;
}

// (23 %)
bool SentenceReader::is_enclosed(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  return amount.first > clause.first && token(amount.first - 1).kind == Word::open &&
         amount.last < clause.last && token(amount.last).kind == Word::close;
}

// The relation an amount belongs to: the nearest in its clause, what follows before what precedes.
std::optional<std::size_t> SentenceReader::relation_word(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (const auto surpassing = surpassed_by(amount)) return surpassing;
  if (const auto loss = loss_before(amount)) return loss;
  const bool enclosed = is_enclosed(amount);
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + 3); ++i) {
    if (enclosed && token(i).kind == Word::close) break;
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
    // "costs 9 ms of latency and 23 % of throughput" too.
    const Amount* other = amount_at(i);
    const bool joined = other != nullptr && sentence_.has(Word::conjunction, other->last, amount.first);
    if (other != nullptr && (other->unit == amount.unit || joined)) {
      from = i;
    } else if (token(i).kind == Word::number) {
      break;
    }
  }
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + relation_reach); ++i) {
    if (enclosed && token(i).kind == Word::close) break;
    if (token(i).kind == Word::relation) return i;
    if (token(i).kind == Word::number) break;
  }
  return std::nullopt;
}

// "takes a third longer per request"
bool SentenceReader::is_of_time(std::size_t word) const {
  constexpr std::array<std::string_view, 12> words{"longer",     "länger", "plus long", "plus longue",
                                                   "más largo",  "дольше", "shorter",   "kürzer",
                                                   "plus court", "长く",   "長く",      "長くなり"};
  return std::find(words.begin(), words.end(), sentence_.text(word, word + 1)) != words.end();
}

// "18 times as long as one for the small page"
bool SentenceReader::is_as_long(const Amount& amount) const {
  return sentence_.text(amount.last, amount.last + 2).find("long") != std::string::npos;
}

// "開発サーバーのおよそ5倍です": the verb stands behind, so nothing but the other side precedes.
bool SentenceReader::is_share_of(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool ends = amount.last >= clause.last || token(amount.last).kind == Word::copula ||
                    token(amount.last).kind == Word::stop;
  const bool figure =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return other.first >= clause.first && other.last <= amount.first &&
               (other.unit == Word::rate_unit || other.unit == Word::time_unit ||
                other.unit == Word::percent);
      });
  return ends && amount.first > clause.first + 1 && !figure &&
         !sentence_.has(Word::metric, clause.first, amount.first);
}

// "530 req/s, fifteen times what the first run gave", "…, 88 times the first run"
bool SentenceReader::is_times_what(const Amount& amount) const {
  if (amount.unit != Word::times || token(amount.number).kind == Word::ratio_word) return false;
  const std::string next = sentence_.text(amount.last, amount.last + 1);
  const bool of_a_figure =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return other.last <= amount.first && (other.unit == Word::rate_unit || other.unit == Word::time_unit);
      });
  return next == "what" || (next == "the" && of_a_figure);
}

// "It takes 25% of the throughput from the sync workers."
bool SentenceReader::takes_away(const Amount& amount) const {
  constexpr std::array<std::string_view, 9> verbs{"takes", "take",     "took",   "eats",     "eat",
                                                  "ate",   "swallows", "steals", "took away"};
  constexpr std::size_t near = 4;  // of the throughput
  const Clause& clause = sentence_.clause_of(amount.number);
  return amount.first > clause.first &&
         std::find(verbs.begin(), verbs.end(), sentence_.text(amount.first - 1, amount.first)) !=
             verbs.end() &&
         sentence_.has(Word::metric, amount.last, std::min(amount.last + near, clause.last));
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
  const bool particle = amount.first > clause.first && token(amount.first - 1).kind == Word::particle;
  form.share = particle && (sentence_.has(Word::copula, clause.first, amount.first) ||
                            sentence_.has(Word::about, clause.first, amount.first) || is_share_of(amount));
  const bool number_sign = number.kind == Word::number && !number.number.text.empty();
  form.is_signed = number_sign && (number.number.text.front() == '+' || number.number.figure.negative);
  if (behind < clause.last &&
      (token(behind).kind == Word::more_than || token(behind).kind == Word::less_than)) {
    form.over = token(behind).kind == Word::more_than ? Direction::up : Direction::down;
  }
  const std::string next = behind < clause.last ? sentence_.text(behind, behind + 1) : std::string{};
  if (next == "behind" || next == "off") form.over = Direction::down;
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
    if (kind == Word::runs && is_times_what(amount)) break;  // 88 times the first run
    if (speaks_of_setup(kind)) return true;
    if (kind != Word::relation && kind != Word::as && kind != Word::particle && kind != Word::other) break;
    if (amount.unit == Word::percent && kind != Word::relation) break;
  }
  if (amount.unit == Word::percent)
    return !form.word && !form.is_signed && form.over == Direction::none && !form.as && !form.of &&
           !form.share;
  if (token(amount.number).kind == Word::part) {
    const bool counts = amount.last < clause.last && token(amount.last).kind == Word::other &&
                        (sentence_.passage->text[token(amount.last).begin] & 0x80) == 0;  // "a third option"
    const std::string whose = sentence_.text(amount.last, std::min(amount.last + 2, clause.last));
    const bool of_own = whose == "of its" || whose == "of their";  // "two thirds of its answers"
    return counts || of_own ||
           (!form.word && !form.as && !form.of && !form.share && form.over == Direction::none);
  }
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
         !named && !compares && !is_times_what(amount);
}

void SentenceReader::set_factor(Claim& claim, const Amount& amount, const RelationForm& form) const {
  const Token& number = token(amount.number);
  const bool is_ratio_word = number.kind == Word::ratio_word || number.kind == Word::part;
  const bool reached = form.word && ends_in_to(token(*form.word));
  const bool multiplies = form.word && (sentence_.text(*form.word, *form.word + 1).find("multipl") == 0 ||
                                        sentence_.text(*form.word, *form.word + 1).find("divi") == 0);
  const bool literal =
      multiplies || is_ratio_word || form.as || form.of || form.share || !form.word || reached;
  claim.relation = literal ? Relation::times_as : Relation::times_more;
  // "half as fast" and 慢了一半 name the ratio itself; "as slow as" and "three times slower" turn it.
  const bool below_one = number.word != nullptr && number.word->value < 1;
  if (below_one && claim.direction == Direction::down) claim.direction = Direction::up;
  if (below_one && claim.direction == Direction::worse) claim.direction = Direction::better;
  if (!form.word && form.as && sentence_.text(amount.last, amount.last + 2).find("slow") != std::string::npos)
    claim.direction = Direction::worse;
}

// "It delivers two thirds of its answers."
bool SentenceReader::is_of_its_own(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  const std::string whose = sentence_.text(amount.last, std::min(amount.last + 2, clause.last));
  return token(amount.number).kind == Word::part && (whose == "of its" || whose == "of their") &&
         !sentence_.has(Word::metric, amount.last, clause.last);
}

// "It is half a millisecond."
bool SentenceReader::is_part_of_a_second(const Amount& amount) const {
  const std::size_t end = std::min(amount.last + 2, sentence_.tokens.size());
  return amount.unit == Word::times && token(amount.number).kind != Word::number &&
         sentence_.has(Word::time_unit, amount.last, end);
}

void SentenceReader::read_relation(Amount& amount) {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (is_of_its_own(amount) || is_part_of_a_second(amount)) return;
  const RelationForm form = relation_form(amount);
  if (is_no_relation(amount, form)) {
    if (!read_ellipsis(amount)) read_change_before(amount);
    return;
  }
  if (form.word) related_.push_back(*form.word);
  Claim claim = draft(amount.number, amount.number + 1);
  name_relation_metric(claim, amount.number);
  const bool of_time = (form.word && is_of_time(*form.word)) || (form.as && is_as_long(amount));
  if (of_time && !is_time(claim.metric)) {
    claim.metric = ClaimMetric::latency;
    claim.metric_named = true;
  }
  claim.direction = form.word ? token(*form.word).word->direction : form.over;
  const bool of_part = token(amount.number).kind == Word::part && form.word && !form.as;
  if (amount.unit == Word::times && !of_part) {
    set_factor(claim, amount, form);
  } else if (of_part) {
    claim.relation = Relation::percent;  // "a third slower" is 33 % slower
  } else if (form.of && !form.word && takes_away(amount)) {
    claim.relation = Relation::percent;
    claim.direction = Direction::down;
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
  if (of_part) claim.number->figure = rounded_figure(100 * token(amount.number).word->value, 2);
  claim.kind = ClaimKind::ratio;
  const bool several =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
        return &other != &amount && other.unit == amount.unit && clause.holds(other);
      });
  claim.crowded = several;
  // nginx 对 sync 的影响（23%）比对 gevent 的影响（11%）大: each is of what stands before it
  if (several && is_enclosed(amount)) claim.comparand.clear();
  if (several && claim.comparand.empty()) claim.subject = own_part(amount);
  if (claim.comparand.empty()) claim.agent = agent_of(clause);
  name_loser(claim, amount);
  name_sides_by_change(claim, amount.number);
  resolve_pronouns(claim, amount);
  last_ratio_ = out_.claims.size();
  add(std::move(claim));
}

}  // namespace abstat
