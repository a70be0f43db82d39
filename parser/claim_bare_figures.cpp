// Numbers without a unit: "QPS 1252", "gevent: 2418" where a list says what is counted.
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

// What may stand right behind a number that is a result: anything but the noun it counts.
bool may_follow(const Token& next, const std::string& text) {
  const bool ideographs = !text.empty() && (text.front() & 0x80) != 0;
  if ((next.kind != Word::other || ideographs) && next.kind != Word::setting) return true;
  constexpr std::array<std::string_view, 24> words{
      "direct", "directly", "direkt", "directo", "in",     "on",    "for",     "by",
      "when",   "there",    "here",   "per",     "только", "bei",   "en",      "pour",
      "after",  "before",   "now",    "nachher", "vorher", "après", "después", "после"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

// "Python 3.12", "Django 4.2"
bool looks_like_a_version(const ClaimNumber& number) {
  constexpr double largest = 30;
  return number.figure.decimals > 0 && number.figure.decimals <= 2 && number.value() < largest;
}

// 3,900 and 4.2k look like requests per second even where nothing says so; 4096 does not.
bool looks_like_a_rate(const ClaimNumber& number, Hedge hedge, bool range) {
  const bool written_large =
      number.scale_decimals > 0 || number.text.find_first_of(",' ") != std::string::npos;
  return number.value() >= 100 && (written_large || hedge != Hedge::none || range);
}

// "nur knapp 1.800": where a point may group digits, a rate is likelier the larger number.
ClaimNumber larger_reading(ClaimNumber number) {
  if (number.other_reading && number.other_reading->value() > number.figure.value())
    number.figure = *number.other_reading;
  return number;
}

bool is_article(std::string_view word) {
  constexpr std::array<std::string_view, 8> articles{"las", "los", "les", "die", "den", "the", "os", "as"};
  return std::find(articles.begin(), articles.end(), word) != articles.end();
}

}  // namespace

// "p99 30 vs 53", "median: 22": the name of a time right before the number, or before one it is joined to.
std::optional<Mention> SentenceReader::time_beside(const Amount& amount) const {
  std::size_t at = amount.first;
  constexpr std::size_t reach = 8;
  for (std::size_t steps = 0; at > 0 && steps < reach; ++steps) {
    --at;
    const Word kind = token(at).kind;
    const bool joins = kind == Word::versus || kind == Word::conjunction || kind == Word::enumeration ||
                       kind == Word::copula || kind == Word::colon || kind == Word::of ||
                       kind == Word::number || kind == Word::about;
    for (const Mention& mention : sentence_.mentions) {
      if (mention.token == at && !mention.average && is_time(mention.metric) &&
          mention.metric != ClaimMetric::time_taken && mention.metric != ClaimMetric::latency &&
          mention.metric != ClaimMetric::connect_mean)
        return mention;
    }
    if (!joins) return std::nullopt;
  }
  return std::nullopt;
}

// The metric of a number without a unit: the one beside it, the one its list is about, or none.
std::optional<Mention> SentenceReader::bare_metric(const Amount& amount, bool& named) const {
  const Token* before = amount.first > 0 ? &token(amount.first - 1) : nullptr;
  const ClaimNumber number = larger_reading(token(amount.number).number);
  named = true;
  if (auto mention = listed_mention(amount)) return mention;
  if (auto mention = time_beside(amount)) return mention;
  if (auto mention = throughput_for(amount)) {
    const bool carried = mention->token < sentence_.clause_of(amount.number).first;
    // "performance notes for 2.3"
    const bool loose = carried || (before != nullptr && before->kind == Word::other);
    return loose && number.value() < 10 ? std::nullopt : mention;
  }
  // "sync does 4347 req/s, gevent reaches 2418"
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool ends_clause = amount.last >= clause.last || token(amount.last).kind == Word::stop ||
                           token(amount.last).kind == Word::close;
  const bool closes = ends_clause || token(amount.last).kind == Word::copula ||
                      token(amount.last).kind == Word::compared || token(amount.last).kind == Word::versus;
  const bool behind_verb =
      before != nullptr && (before->kind == Word::copula || before->kind == Word::to ||
                            ((before->kind == Word::other || before->kind == Word::workers) && closes));
  const bool rate_before = std::any_of(
      sentence_.amounts.begin(), sentence_.amounts.end(),
      [&](const Amount& other) { return other.unit == Word::rate_unit && other.last <= amount.first; });
  // "4128 peticiones por segundo, frente a las 2532 de Node"
  if (before != nullptr && rate_before && is_article(sentence_.text(amount.first - 1, amount.first)) &&
      amount.last < clause.last && number.value() >= 10 &&
      (token(amount.last).kind == Word::of || token(amount.last).kind == Word::from))
    return Mention{};
  // "con sync 3967 peticiones por segundo; con gevent, 2542"
  const bool whole_clause = amount.first == clause.first && ends_clause;
  const bool average = before != nullptr && before->kind == Word::average && closes;
  if (average && rate_before && number.value() >= 10) return Mention{};
  if ((behind_verb || whole_clause) && rate_before && number.value() >= 10) return Mention{};
  const bool large = number.value() >= 10 || number.figure.decimals > 0;
  if (before != nullptr && before->kind == Word::other && looks_like_a_version(number)) return std::nullopt;
  if (around_.label_and_number && around_.metric && large) {
    const bool labelled = before == nullptr || before->kind == Word::colon || before->kind == Word::open;
    const bool ends = amount.last == sentence_.tokens.size() || before == nullptr ||
                      before->kind == Word::copula || before->kind == Word::clause;
    const bool rate =
        around_.metric->metric == ClaimMetric::throughput || around_.metric->metric == ClaimMetric::goodput;
    if (labelled && before != nullptr && before->kind == Word::open) named = false;
    if (labelled || (ends && rate)) return around_.metric;
    // "gevent 反而掉到 2431，…": a rate if it is one of the reports'.
    named = false;
    if (rate && ends_clause && number.value() >= 100) return around_.metric;
  }
  named = false;
  if (looks_like_a_rate(number, amount.hedge, amount.upper.has_value())) return Mention{};
  // "It goes from 4383 to 3188 req/s with sync. With gevent it goes from 2576 to 2123."
  if (around_.rate_spoken_of && number.value() >= 100) return Mention{};
  // "With the proxy it is 2460 against 1613", where paragraphs above speak of rates
  const bool stated = before != nullptr && (before->kind == Word::copula || before->kind == Word::to ||
                                            before->kind == Word::compared || before->kind == Word::versus);
  if (around_.rate_in_document && stated && closes && number.value() >= 100) return Mention{};
  return std::nullopt;
}

// Whether nothing but links and names stands between a number and the name of its metric: "it makes no
// difference to the throughput whether 16 or 128" gives no figure of the throughput.
bool SentenceReader::is_linked(const Amount& amount, const Mention& mention) const {
  if (mention.token >= amount.first) return true;
  for (std::size_t i = mention.token + 1; i < amount.first; ++i) {
    const Word kind = token(i).kind;
    const bool breaks = kind == Word::conditional || sentence_.text(i, i + 1) == "whether" ||
                        sentence_.text(i, i + 1) == "ob" || kind == Word::same;
    if (breaks) return false;
  }
  return true;
}

// "2,458 req/s at 128"
bool SentenceReader::is_load(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  return sentence_.text(amount.first - 1, amount.first) == "at" &&
         sentence_.has(Word::rate_unit, clause.first, amount.first);
}

// "1 100 requêtes par seconde en 2024"
bool SentenceReader::is_year(const Amount& amount) const {
  constexpr std::array<std::string_view, 15> prepositions{"term",  "semester", "year",   "edition", "in",
                                                          "en",    "im",       "since",  "seit",    "depuis",
                                                          "desde", "spring",   "summer", "jahr",    "sommer"};
  const ClaimNumber& number = token(amount.number).number;
  const bool four_digits = number.text.size() == 4 && number.figure.decimals == 0 &&
                           number.figure.digits >= 1990 && number.figure.digits < 2100;
  return four_digits && std::find(prepositions.begin(), prepositions.end(),
                                  sentence_.text(amount.first - 1, amount.first)) != prepositions.end();
}

// "100 of 300 responses came back truncated"
bool SentenceReader::counts_some_of(const Amount& amount) const {
  constexpr std::size_t reach = 2;  // of the, of its
  return amount.last < sentence_.tokens.size() && token(amount.last).kind == Word::of &&
         std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& total) {
           return total.unit == Word::requests && total.first > amount.last &&
                  total.first <= amount.last + reach;
         });
}

// "404 errors", 503 エラー: what the server answered.
bool SentenceReader::is_status(const Amount& amount) const {
  constexpr std::array<std::string_view, 6> nouns{"error", "errors", "response", "エラー", "错误", "响应"};
  const ClaimNumber& number = token(amount.number).number;
  const bool in_range = number.figure.decimals == 0 && number.figure.digits >= 300 &&
                        number.figure.digits < 600 && amount.hedge == Hedge::none;
  if (!in_range || amount.last >= sentence_.tokens.size()) return false;
  const std::string behind = sentence_.text(amount.last, std::min(amount.last + 2, sentence_.tokens.size()));
  return std::any_of(nouns.begin(), nouns.end(),
                     [&](std::string_view noun) { return behind.starts_with(noun); });
}

// A number without a unit is a figure beside "QPS", or behind a label where the list says what is counted.
bool SentenceReader::read_bare(Amount& amount) {
  if (amount.unit != Word::other || is_status(amount) || counts_some_of(amount)) return false;
  const Clause& clause = sentence_.clause_of(amount.number);
  if (amount.first > clause.first) {
    const Word before = token(amount.first - 1).kind;
    if (before == Word::setting || before == Word::option || is_load(amount) || is_year(amount)) return false;
  }
  if (amount.last < clause.last &&
      !may_follow(token(amount.last), sentence_.text(amount.last, amount.last + 1)))
    return false;
  bool named = true;
  const auto mention = bare_metric(amount, named);
  if (!mention) return false;
  Claim claim = draft(amount.number, amount.upper ? *amount.upper + 1 : amount.number + 1);
  claim.metric = mention->metric;
  claim.metric_named = named;
  claim.metric_carried = mention->token < clause.first || !is_linked(amount, *mention);
  claim.of_change = amount.side != Side::none;
  claim.crowded = crowded(amount);
  claim.percentile = mention->percentile;
  const bool averaged = is_averaged(amount);
  if (averaged && claim.metric == ClaimMetric::throughput) claim.aggregate = Aggregate::average;
  claim.subject = own_part(amount);
  cut_at_figures(claim, amount);
  place_in_row(claim, amount);
  take_number(claim, amount);
  add(std::move(claim));
  return true;
}

}  // namespace abstat
