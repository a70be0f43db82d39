// Relations with an amount: "2.1x as fast", "30 % faster", "快 30%", "是 B 的 2 倍", "8.5 ms more".
#include "claim_sentence.hpp"

#include <algorithm>

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

// "twice the workers", "4 倍的 worker": a factor of the set-up.
bool speaks_of_setup(Word kind) {
  return kind == Word::workers || kind == Word::hardware || kind == Word::concurrency || kind == Word::runs ||
         kind == Word::requests;
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

// The relation an amount belongs to: the nearest in its clause, what follows before what precedes.
std::optional<std::size_t> SentenceReader::relation_word(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + 3); ++i) {
    if (token(i).kind == Word::relation) return i;
    if (token(i).kind == Word::number) break;
  }
  for (std::size_t i = amount.first; i > clause.first && i + relation_reach > amount.first;) {
    --i;
    if (token(i).kind == Word::relation) return i;
    if (token(i).kind == Word::number) break;
  }
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + relation_reach); ++i) {
    if (token(i).kind == Word::relation) return i;
    if (token(i).kind == Word::number) break;
  }
  return std::nullopt;
}

void SentenceReader::name_relation_metric(Claim& claim, std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  claim.metric_named = false;
  // "a new connection per request" speaks of no time.
  const auto usable = [this](const Mention& mention) {
    return !mention.average && mention.metric != ClaimMetric::time_taken &&
           sentence_.text(mention.token, mention.token + 1) != "per request";
  };
  std::size_t best = static_cast<std::size_t>(-1);
  for (const Mention& mention : sentence_.mentions) {
    if (!usable(mention) || mention.token >= clause.last) continue;
    const bool inside = mention.token >= clause.first;
    const std::size_t distance =
        (mention.token < at ? at - mention.token : mention.token - at) + (inside ? 0 : 1000);
    if (distance >= best) continue;
    best = distance;
    claim.metric = mention.metric;
    claim.percentile = mention.percentile;
    claim.metric_named = true;
  }
}

// Cuts the clause around a relation into subject and comparand. [first, last) are the tokens of the relation
// itself, amount included.
void SentenceReader::split_sides(Claim& claim, std::size_t first, std::size_t last) const {
  const Clause& clause = sentence_.clause_of(first);
  const auto other_side = [&](std::size_t from, std::size_t to) {
    const std::string text = sentence_.text(from, to);
    if (!text.empty()) claim.comparand.push_back(text);
  };
  for (std::size_t i = last; i < clause.last && token(i).kind != Word::open; ++i) {
    const Word kind = token(i).kind;
    const bool marks =
        kind == Word::than || kind == Word::compared || kind == Word::as || kind == Word::versus ||
        ((kind == Word::of || kind == Word::more_than || kind == Word::less_than) && i < last + 2);
    if (!marks) continue;
    const auto paren = sentence_.find(Word::open, i + 1, clause.last);
    other_side(i + 1, paren && *paren > i + 1 ? *paren : clause.last);
    claim.subject = scopes_before(clause.first, first);
    return;
  }
  for (std::size_t i = first; i > clause.first;) {
    --i;
    const Word kind = token(i).kind;
    if (kind == Word::before_other || kind == Word::compared || kind == Word::than) {
      const bool trailing = i + 1 >= first;
      if (trailing) break;
      other_side(i + 1, first);
      claim.subject = scopes_before(clause.first, i);
      return;
    }
  }
  // A 是 B 的 2 倍; "A is B's …" has no such particle.
  const auto copula = sentence_.find(Word::copula, clause.first, first);
  if (copula && first > clause.first && token(first - 1).kind == Word::particle && *copula + 1 < first) {
    other_side(*copula + 1, first - 1);
    claim.subject = scopes_before(clause.first, *copula);
    return;
  }
  // 与 B 相比，A …: the clause before holds the other side.
  if (&clause != sentence_.clauses.data()) {
    const Clause& before = *(&clause - 1);
    const auto mark = sentence_.find(Word::before_other, before.first, before.last);
    const auto compared = sentence_.find(Word::compared, before.first, before.last);
    const auto found = mark ? mark : compared;
    if (found) {
      const bool trailing = *found + 1 == before.last;
      other_side(trailing ? before.first : *found + 1, trailing ? *found : before.last);
      claim.subject = {sentence_.text(clause.first, clause.last)};
      claim.subject.insert(claim.subject.end(), around_.earlier.begin(), around_.earlier.end());
      return;
    }
  }
  claim.subject = scopes(clause.first, clause.last);
}

void SentenceReader::name_change(Claim& claim, std::size_t first) const {
  for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
    if (token(i).kind != Word::change || aside(i)) continue;
    // "B with nginx" on the other side changes nothing here.
    if (i > first && !claim.comparand.empty()) return;
    const Clause& clause = sentence_.clause_of(i);
    std::size_t end = i + 1;
    while (end < clause.last && token(end).kind != Word::relation && token(end).kind != Word::number) ++end;
    const std::string text = sentence_.text(i + 1, end);
    if (!text.empty()) claim.changed.push_back(text);
  }
}

void SentenceReader::read_relation(Amount& amount) {
  const Clause& clause = sentence_.clause_of(amount.number);
  const auto word = relation_word(amount);
  const Token& number = token(amount.number);
  for (std::size_t i = amount.last; i < std::min(clause.last, amount.last + 3); ++i) {
    if (speaks_of_setup(token(i).kind)) return;
    if (token(i).kind == Word::relation) break;
  }
  const bool times = amount.unit == Word::times;
  const bool is_signed = number.kind == Word::number && !number.number.text.empty() &&
                         (number.number.text.front() == '+' || number.number.figure.negative);
  const auto as = sentence_.find(Word::as, amount.last, std::min(clause.last, amount.last + 4));
  const bool of = amount.last < clause.last && token(amount.last).kind == Word::of;
  const bool particle = amount.first > clause.first && token(amount.first - 1).kind == Word::particle;
  const bool is_copula = sentence_.has(Word::copula, clause.first, amount.first);
  const std::size_t hedge_at = amount.last;
  const bool over = hedge_at < clause.last &&
                    (token(hedge_at).kind == Word::more_than || token(hedge_at).kind == Word::less_than);
  Claim claim = draft(amount.number, amount.number + 1);
  name_relation_metric(claim, amount.number);
  claim.direction = word   ? token(*word).word->direction
                    : over ? (token(hedge_at).kind == Word::more_than ? Direction::up : Direction::down)
                           : Direction::up;
  if (times) {
    const bool literal =
        as || of || number.kind == Word::ratio_word || !word || *word < amount.first
            ? !(word && *word < amount.first && !ends_in_to(token(*word)) && number.kind != Word::ratio_word)
            : false;
    claim.relation = literal || (particle && is_copula) ? Relation::times_as : Relation::times_more;
    if (number.kind == Word::ratio_word) claim.relation = Relation::times_as;
    // "as slow as" turns the ratio; "half as fast" and 降到一半 do not.
    const bool falling = claim.direction == Direction::down || (claim.direction == Direction::worse && !as);
    const bool below_one = number.word != nullptr && number.word->value < 1;
    if (falling && below_one)
      claim.direction = claim.direction == Direction::down ? Direction::up : Direction::better;
    if (as && token(*as).word != nullptr && token(*as).word->text.find("slow") != std::string_view::npos)
      claim.direction = Direction::worse;
  } else {
    if (!word && !is_signed && !over && !as && !of && !(particle && is_copula)) return;
    const bool share = !word && !is_signed && !over && (as || of || (particle && is_copula));
    claim.relation = share || (as && !word) ? Relation::percent_as : Relation::percent;
    if (word && ends_in_to(token(*word))) claim.relation = Relation::percent_as;
    if (is_signed && !word) claim.direction = Direction::up;
  }
  std::size_t first = amount.first;
  std::size_t last = amount.last;
  if (word) {
    first = std::min(first, *word);
    last = std::max(last, *word + 1);
  }
  split_sides(claim, first, last);
  name_change(claim, first);
  // "its rate at 64": numbers of the other side are its set-up.
  for (Amount& other : sentence_.amounts) {
    const bool behind = other.first >= last && other.last <= clause.last && !sentence_.has(Word::open, last, other.first);
    if (behind && other.unit == Word::other && !claim.comparand.empty()) other.used = true;
  }
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  // "from 4 to 8": the sides are named by what was changed.
  const Amount* from = nullptr;
  const Amount* to = nullptr;
  for (const Amount& other : sentence_.amounts) {
    if (other.side == Side::from && !other.used) from = &other;
    if (other.side == Side::to && !other.used) to = &other;
  }
  if (from != nullptr && to != nullptr && claim.comparand.empty()) {
    const bool connections = sentence_.has(Word::concurrency);
    const std::string_view noun = connections ? " connections" : " workers";
    claim.comparand = {token(from->number).number.figure.text() + std::string(noun)};
    claim.subject.insert(claim.subject.begin(), token(to->number).number.figure.text() + std::string(noun));
  }
  add(std::move(claim));
}

// "adds 2 ms", "多花大约 8.5 毫秒", "500 req/s more": the relation stands right beside the amount.
bool SentenceReader::read_difference(Amount& amount) {
  if (amount.side != Side::none || (amount.unit != Word::time_unit && amount.unit != Word::rate_unit))
    return false;
  const Clause& clause = sentence_.clause_of(amount.number);
  std::optional<std::size_t> word;
  for (std::size_t i = amount.first; i > clause.first;) {
    --i;
    const Word kind = token(i).kind;
    if (kind == Word::relation) word = i;
    if (kind != Word::particle && !(kind == Word::other && token(i).end - token(i).begin == 2)) break;
  }
  if (amount.last < clause.last && token(amount.last).kind == Word::relation) word = amount.last;
  if (!word || ends_in_to(token(*word)) || token(*word).word->direction == Direction::none) return false;
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = Relation::difference;
  claim.direction = token(*word).word->direction;
  name_relation_metric(claim, amount.number);
  if (amount.unit == Word::rate_unit) {
    claim.metric = ClaimMetric::throughput;
  } else if (!claim.metric_named || claim.metric == ClaimMetric::throughput) {
    claim.metric = ClaimMetric::latency;
  }
  claim.metric_named = true;
  split_sides(claim, std::min(amount.first, *word), std::max(amount.last, *word + 1));
  name_change(claim, std::min(amount.first, *word));
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

}  // namespace abstat
