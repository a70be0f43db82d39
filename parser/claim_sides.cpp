// The two sides of a relation and what it is about: who is compared with whom, by which metric, what was
// changed.
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

void SentenceReader::name_relation_metric(Claim& claim, std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  claim.metric_named = false;
  // "a new connection per request" speaks of no time.
  const auto usable = [this](const Mention& mention) {
    return !mention.average && mention.metric != ClaimMetric::time_taken &&
           sentence_.text(mention.token, mention.token + 1) != "per request";
  };
  std::size_t best = static_cast<std::size_t>(-1);
  // "9 ms of latency and 23 % of throughput": what follows "of" is meant
  const Amount* amount = amount_at(at);
  const bool of = amount != nullptr && amount->last < clause.last && token(amount->last).kind == Word::of;
  if (of && sentence_.text(amount->last + 1, amount->last + 2) == "the throughput of") {
    claim.metric = ClaimMetric::throughput;
    claim.metric_named = true;
    return;
  }
  for (const Mention& mention : sentence_.mentions) {
    if (!usable(mention) || mention.token >= clause.last) continue;
    constexpr std::size_t beside = 2;
    if (of && mention.token > amount->last && mention.token <= amount->last + beside) {
      claim.metric = mention.metric;
      claim.percentile = mention.percentile;
      claim.metric_named = true;
      return;
    }
    const bool inside = mention.token >= clause.first;
    const std::size_t distance =
        (mention.token < at ? at - mention.token : mention.token - at) + (inside ? 0 : 1000);
    if (distance >= best) continue;
    best = distance;
    claim.metric = mention.metric;
    claim.percentile = mention.percentile;
    claim.metric_named = true;
  }
  if (best == static_cast<std::size_t>(-1) && speaks_of_mean_times(at)) {
    claim.metric = ClaimMetric::latency;
    claim.metric_named = true;
  }
}

// "On average sync takes 24.6 ms, runserver 124.8 ms, five times as much"
bool SentenceReader::speaks_of_mean_times(std::size_t before) const {
  const auto has_unit = [this, before](Word unit) {
    return std::any_of(
        sentence_.amounts.begin(), sentence_.amounts.end(),
        [unit, before](const Amount& amount) { return amount.unit == unit && amount.last <= before; });
  };
  return sentence_.has(Word::average, 0, before) && has_unit(Word::time_unit) && !has_unit(Word::rate_unit);
}

namespace {

// The first byte of kana and Chinese characters in UTF-8 is at least this one.
constexpr unsigned char first_of_han = 0xE3;

// 变成原来的 9.7 倍: the side that was just spoken of.
bool refers_back(std::string_view text) {
  constexpr std::array<std::string_view, 5> words{"原来", "原先", "之前", "原来的", "原本"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_of_relation(const Amount& amount) {
  return amount.unit == Word::percent || amount.unit == Word::times;
}

}  // namespace

// "4.2 times as fast as A and 80 % faster than B": where the next relation begins …
std::size_t SentenceReader::next_relation(std::size_t from, const Clause& clause) const {
  std::size_t end = clause.last;
  for (const Amount& amount : sentence_.amounts) {
    const bool behind = is_of_relation(amount) && amount.first > from && amount.last <= clause.last;
    if (behind) end = std::min(end, amount.first);
  }
  return end;
}

// … and where the first one did: both have the subject before it.
std::size_t SentenceReader::first_relation(const Clause& clause, std::size_t before) const {
  std::size_t first = before;
  for (const Amount& amount : sentence_.amounts) {
    const bool earlier = is_of_relation(amount) && amount.first > clause.first && amount.first < first;
    if (earlier) first = amount.first;
  }
  for (const std::size_t word : related_) {  // быстрее сервера в 4,2 раза и на 28 % быстрее, чем …
    if (word > clause.first && word < first) first = word;
  }
  return first;
}

// "ahead of gevent by 45 %", "38 % behind the sync workers".
Clause SentenceReader::object_side(std::size_t first, std::size_t last) const {
  const Clause& clause = sentence_.clause_of(first);
  for (std::size_t at = first; at < last; ++at) {
    const bool takes_object = token(at).kind == Word::surpass || sentence_.text(at, at + 1) == "ahead of";
    if (!takes_object) continue;
    std::size_t begin = at + 1;
    for (const Amount& amount : sentence_.amounts) {
      // "beats A by 80 % and B by 29 %"
      if (is_of_relation(amount) && amount.first > at && amount.last < last) begin = amount.last + 1;
    }
    std::size_t end = begin;
    const auto goes_on = [&](std::size_t i) {
      const Word kind = token(i).kind;
      const bool letter = kind == Word::open && i + 2 < clause.last && token(i + 2).kind == Word::close &&
                          token(i + 1).end - token(i + 1).begin == 1;
      return letter || (kind != Word::number && kind != Word::open && kind != Word::about &&
                        kind != Word::almost && kind != Word::conjunction);
    };
    while (end < clause.last && goes_on(end)) ++end;
    return {begin, end};
  }
  return {last, last};
}

// быстрее gevent в 1,7 раза: Russian needs no "than", the other side follows in the genitive.
Clause SentenceReader::genitive_side(std::size_t first, std::size_t last) const {
  constexpr std::array<std::string_view, 3> comparative_ends{"ее", "ше", "же"};
  constexpr std::array<std::string_view, 3> prepositions{"в", "на", "по"};
  const Clause& clause = sentence_.clause_of(first);
  const auto is_comparative = [this, &comparative_ends](std::size_t at) {
    return token(at).kind == Word::relation &&
           std::any_of(comparative_ends.begin(), comparative_ends.end(),
                       [&](std::string_view end) { return sentence_.text(at, at + 1).ends_with(end); });
  };
  for (std::size_t at = first; at < last; ++at) {
    if (!is_comparative(at)) continue;
    std::size_t end = at + 1;
    const auto names = [&](std::size_t i) {
      const Word kind = token(i).kind;
      const bool word = kind == Word::other || kind == Word::code || kind == Word::workers;
      return word && std::find(prepositions.begin(), prepositions.end(), sentence_.text(i, i + 1)) ==
                         prepositions.end();
    };
    while (end < clause.last && names(end)) ++end;
    return {at + 1, end};
  }
  return {last, last};
}

// "doubles", "halved": what follows is what it is done to, no other side.
bool SentenceReader::is_ratio_verb(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (token(i).kind != Word::ratio_word) continue;
    const std::string word = sentence_.text(i, i + 1);
    return word.ends_with("les") || word.ends_with("led") || word.ends_with("lves") ||
           word.ends_with("lved") || word == "verdoppelt" || word == "halbiert" || word == "verdreifacht" ||
           word == "удваивает" || word == "удвоил";
  }
  return false;
}

// "costs 36 % of the throughput", "29 % of its speed"
bool SentenceReader::only_names_metric(std::size_t first, std::size_t last) const {
  constexpr std::array<std::string_view, 16> articles{"the", "its", "their", "our", "der", "des", "la", "le",
                                                      "les", "el",  "los",   "las", "su",  "son", "sa", "du"};
  bool named = false;
  for (std::size_t i = first; i < last; ++i) {
    const Word kind = token(i).kind;
    const std::string word = sentence_.text(i, i + 1);
    named = named || kind == Word::metric || kind == Word::requests;
    const bool empty = kind == Word::metric || kind == Word::requests || kind == Word::stop ||
                       kind == Word::particle ||
                       std::find(articles.begin(), articles.end(), word) != articles.end();
    if (!empty) return false;
  }
  return named;
}

// The last 是 or は before `last`: "sync は 3181 req/s で、gevent は sync の 55%".
std::optional<std::size_t> SentenceReader::topic_mark(std::size_t first, std::size_t last) const {
  constexpr std::array<std::string_view, 5> marks{"は", "が", "是", "为", "只有"};
  for (std::size_t i = last; i > first;) {
    --i;
    const bool mark = token(i).kind == Word::copula &&
                      std::find(marks.begin(), marks.end(), sentence_.text(i, i + 1)) != marks.end();
    if (mark) return i;
  }
  return std::nullopt;
}

// Where the other side ends that begins at `first`: at the verb, or behind its one word where there is none
// (По сравнению с gevent sync быстрее); at `last` where it is all.
std::size_t SentenceReader::end_of_first_name(std::size_t first, std::size_t last) const {
  const auto lead = static_cast<unsigned char>(sentence_.text(first - 1, first).front());
  const bool two_names = lead < first_of_han && first + 2 <= last && last <= first + 3 &&
                         token(first).kind == Word::other && token(first + 1).kind == Word::other;
  if (two_names) return first + 1;
  for (std::size_t i = first; i < last; ++i) {
    if (token(i).kind == Word::copula) return i;
  }
  return last;
}

// Cuts the clause around a relation into subject and comparand. [first, last) are the tokens of the relation
// itself, amount included.
void SentenceReader::split_sides(Claim& claim, std::size_t first, std::size_t last) const {
  const Clause& clause = sentence_.clause_of(first);
  const auto other_side = [&](std::size_t from, std::size_t to) {
    const std::string text = sentence_.text(from, to);
    if (!text.empty() && !refers_back(text) && !only_names_metric(from, to)) claim.comparand.push_back(text);
  };
  const bool acts = is_ratio_verb(first, last);
  const Amount* own = amount_at(first);
  const bool times_what = own != nullptr && is_times_what(*own);
  if (const auto [from, to] = genitive_side(first, last); from < to) {
    other_side(from, to);
    claim.subject = scopes_before(clause.first, first);
    return;
  }
  for (std::size_t i = last; i < clause.last && token(i).kind != Word::open; ++i) {
    const Word kind = token(i).kind;
    if (acts && kind == Word::of) continue;  // "doubles the throughput of small.html"
    const bool marks =
        kind == Word::than || kind == Word::compared || kind == Word::as || kind == Word::versus ||
        (i == last && (sentence_.text(i, i + 1) == "behind" || times_what)) ||
        ((kind == Word::of || kind == Word::more_than || kind == Word::less_than) && i < last + 2);
    if (!marks) continue;
    const auto paren = sentence_.find(Word::open, i + 1, clause.last);
    other_side(i + 1, std::min(paren && *paren > i + 1 ? *paren : clause.last, next_relation(i + 1, clause)));
    claim.subject = scopes_before(clause.first, first_relation(clause, first));
    return;
  }
  if (const auto [from, to] = object_side(first, last); from < to) {
    other_side(from, to);
    claim.subject = scopes_before(clause.first, first);
    return;
  }
  for (std::size_t i = first; i > clause.first;) {
    --i;
    const Word kind = token(i).kind;
    if (kind == Word::before_other || kind == Word::compared || kind == Word::than) {
      if (i + 1 >= first) {
        // A は B より 速い, B と比べると 2.1 倍: the other side stands before the word.
        const bool trails = static_cast<unsigned char>(sentence_.text(i, i + 1).front()) >= first_of_han;
        if (!trails) break;
        const auto topic = sentence_.find(Word::copula, clause.first, i);
        std::size_t begin = topic ? *topic + 1 : clause.first;
        for (const Amount& amount : sentence_.amounts) {
          if (amount.first >= begin && amount.last < i && amount.unit != Word::workers) begin = amount.last;
        }
        other_side(begin, i);
        claim.subject = scopes_before(clause.first, topic.value_or(clause.first));
        return;
      }
      // "Gegenüber gevent ist sync 1,8-mal schneller": the subject stands behind the verb.
      const std::size_t end = i == clause.first ? end_of_first_name(i + 1, first) : first;
      other_side(i + 1, end);
      claim.subject = end < first ? scopes_before(end, first) : scopes_before(clause.first, i);
      return;
    }
  }
  // A 是 B 的 2 倍; "A is B's …" has no such particle.
  auto copula = topic_mark(clause.first, first);
  if (!copula) copula = sentence_.find(Word::copula, clause.first, first);
  if (!copula) copula = sentence_.find(Word::about, clause.first, first);  // 约为
  if (copula && first > clause.first && token(first - 1).kind == Word::particle && *copula + 1 < first) {
    other_side(*copula + 1, first - 1);
    std::size_t begin = clause.first;  // its own part of a list
    for (const Amount& amount : sentence_.amounts) {
      const bool load = amount.unit == Word::workers || amount.unit == Word::concurrency;
      if (clause.holds(amount) && amount.last < *copula && !load) begin = amount.last;
    }
    claim.subject = scopes_before(begin, *copula);
    return;
  }
  if (!copula && first > clause.first + 1 && token(first - 1).kind == Word::particle &&
      !sentence_.has(Word::relation, first, last)) {
    other_side(clause.first, first - 1);
    claim.subject = scopes_before(clause.first, clause.first);
    return;
  }
  // 与 B 相比，A …: the clause before holds the other side.
  if (&clause != sentence_.clauses.data()) {
    const Clause& before = *(&clause - 1);
    const auto mark = sentence_.find(Word::before_other, before.first, before.last);
    const auto compared = sentence_.find(Word::compared, before.first, before.last);
    const auto found = mark ? mark : compared;
    // gevent 比 sync 慢 45%，再加一层 nginx 又慢 11%: the first part has its own amount.
    const bool complete =
        std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(),
                    [&](const Amount& amount) { return is_of_relation(amount) && before.holds(amount); });
    if (found && !complete) {
      const bool trailing = *found + 1 == before.last;
      other_side(trailing ? before.first : *found + 1, trailing ? *found : before.last);
      claim.subject = {sentence_.text(clause.first, clause.last)};
      claim.subject.insert(claim.subject.end(), around_.earlier.begin(), around_.earlier.end());
      return;
    }
  }
  claim.subject = scopes(clause.first, clause.last);
}

// "Removing nginx gains 22 %", "把前面的 nginx 去掉": a clause of Chinese or Japanese may name it first.
bool SentenceReader::name_removal(Claim& claim) const {
  for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
    if (token(i).kind != Word::removal || aside(i)) continue;
    const Clause& clause = sentence_.clause_of(i);
    std::size_t end = i + 1;
    while (end < clause.last && token(end).kind != Word::relation && token(end).kind != Word::number) ++end;
    std::string removed = sentence_.text(i + 1, end);
    const std::string before = sentence_.text(clause.first, i);
    if (const std::size_t object = before.rfind("把"); object != std::string::npos)
      removed = before.substr(object + std::string_view("把").size());
    if (removed.empty()) removed = before;
    claim.changed = {removed};
    claim.removal = true;
    return true;
  }
  return false;
}

void SentenceReader::name_change(Claim& claim, std::size_t first) const {
  if (claim.comparand.empty() && name_removal(claim)) return;
  for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
    if (token(i).kind != Word::change || aside(i)) continue;
    // "B with nginx" on the other side changes nothing here.
    if (i > first && !claim.comparand.empty()) return;
    const Clause& clause = sentence_.clause_of(i);
    std::size_t end = i + 1;
    const auto names = [this](std::size_t at) {
      const Word kind = token(at).kind;
      return kind != Word::relation && kind != Word::number && kind != Word::surpass && kind != Word::same &&
             kind != Word::superlative;
    };
    while (end < clause.last && names(end)) ++end;
    const std::string text = sentence_.text(i + 1, end);
    if (!text.empty()) claim.changed.push_back(text);
  }
}

}  // namespace abstat
