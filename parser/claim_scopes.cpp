// The words around a claim that may name what it speaks of, the nearest first.
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

void SentenceReader::add_earlier(std::vector<std::string>& scopes) const {
  scopes.push_back(around_.lead_in);
  scopes.insert(scopes.end(), around_.earlier.begin(), around_.earlier.end());
  std::erase(scopes, std::string{});
}

void SentenceReader::add(Claim&& claim) {
  const auto& earlier = around_.earlier;
  const bool with_earlier = claim.subject.size() >= earlier.size() &&
                            std::equal(earlier.rbegin(), earlier.rend(), claim.subject.rbegin());
  claim.own_subjects = claim.subject.size() - (with_earlier ? earlier.size() : 0);
  const std::string& topic = around_.topic;
  if (claim.own_subjects > 0 && !topic.empty() && claim.subject[claim.own_subjects - 1] == topic)
    --claim.own_subjects;
  out_.claims.push_back(std::move(claim));
}

// The words of a part, with the noun that a load leaves away.
std::string SentenceReader::with_loads(std::size_t first, std::size_t last) const {
  std::string text = sentence_.text(first, last);
  for (const Amount& amount : sentence_.amounts) {
    if (amount.implied_load && amount.first >= first && amount.last <= last)
      text += " " + token(amount.number).number.figure.text() + " connections";
  }
  return text;
}

// `unit`: what is asked for. A later clause with an amount of that unit speaks of its own subject: "the
// longest took 127 ms, against 98 ms for gevent".
std::vector<std::string> SentenceReader::scopes(std::size_t first, std::size_t last, Word unit) const {
  const auto has_own = [this, unit](const Clause& other) {
    return unit != Word::other &&
           std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(),
                       [&](const Amount& amount) { return amount.unit == unit && other.holds(amount); });
  };
  std::vector<std::string> found{with_loads(first, last)};
  const Clause& clause = sentence_.clause_of(first);
  if (std::find(ranked_.begin(), ranked_.end(), clause.first) != ranked_.end()) return found;
  found.push_back(with_loads(clause.first, clause.last));  // also where both are the same: it counts more
  for (const Clause* before = &clause; before != sentence_.clauses.data();) {
    --before;
    found.push_back(without_comparand(sentence_, *before));
  }
  const bool refers_back = is_pronoun(sentence_.text(clause.first, clause.first + 1));
  for (const Clause* behind = &clause + 1;
       !refers_back && behind != sentence_.clauses.data() + sentence_.clauses.size(); ++behind) {
    if (!has_own(*behind)) found.push_back(without_comparand(sentence_, *behind));
  }
  add_earlier(found);
  return found;
}

std::vector<std::string> SentenceReader::scopes_before(std::size_t first, std::size_t last) const {
  std::vector<std::string> found{with_loads(first, last)};
  for (const Clause* before = &sentence_.clause_of(first); before != sentence_.clauses.data();) {
    --before;
    found.push_back(sentence_.text(before->first, sentence_.end_of_subject(*before)));
    found.push_back(without_comparand(sentence_, *before));
  }
  found.push_back(around_.topic);
  add_earlier(found);
  return found;
}

std::vector<std::string> SentenceReader::counted_scopes(const Amount* amount, std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  std::string own = sentence_.text(clause.first, amount == nullptr ? at : amount->first);
  own += " " + sentence_.text(amount == nullptr ? at + 1 : amount->last, clause.last);
  const bool universal = sentence_.has(Word::every, clause.first, clause.last) ||
                         sentence_.has(Word::runs, clause.first, clause.last);
  const bool of_its_own = (" " + own).find(" its ") != std::string::npos;  // all of its 200 requests
  if (universal && !of_its_own) return {own};
  std::vector<std::string> found{own};
  for (const Clause* before = &clause; before != sentence_.clauses.data();) {
    --before;
    found.push_back(sentence_.text(before->first, before->last));
  }
  // In running text "there were no failures" is about everything, "2 requests failed" about what was
  // spoken of; in an item both are about what the item is about.
  const bool some = amount != nullptr && token(amount->number).number.figure.digits != 0 &&
                    (amount->unit == Word::percent || token(at).kind == Word::failed);
  if (around_.list != 0 || some) {
    add_earlier(found);
  } else {
    std::erase(found, std::string{});
  }
  return found;
}

namespace {

// "34 ms (sync)", "27 % with sync", "39 ms for sync", "2,510 before and 4,112 after"
bool leads_to_name(const Token& token, std::string_view text) {
  constexpr std::array<std::string_view, 16> words{"for",    "für",     "bei",    "pour",    "para",  "для",
                                                   "before", "after",   "vorher", "nachher", "avant", "après",
                                                   "antes",  "después", "до",     "после"};
  return token.kind == Word::change || token.kind == Word::open ||
         std::find(words.begin(), words.end(), text) != words.end();
}

bool is_large_number(const Token& number) {
  constexpr double least = 100;
  return number.kind == Word::number && number.number.value() >= least;
}

bool names_something(const Token& token) {
  return token.kind == Word::other || token.kind == Word::code || token.kind == Word::option ||
         token.kind == Word::workers;
}

}  // namespace

// The unit may stand behind one of them only: "sync does 4347 req/s and gevent 2418".
bool SentenceReader::is_peer(const Amount& other, const Amount& amount) const {
  if (other.unit == amount.unit) return true;
  const auto bare_rate = [this](const Amount& rate, const Amount& bare) {
    return rate.unit == Word::rate_unit && bare.unit == Word::other && is_large_number(token(bare.number));
  };
  return bare_rate(other, amount) || bare_rate(amount, other);
}

// In "sync does 4347 and gevent 2418" the second figure belongs to what stands between the two, in "4347 with
// sync and 2418 with gevent" to what follows it.
bool SentenceReader::crowded(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool anywhere = sentence_.has(Word::respectively);
  return std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& other) {
    return other.number != amount.number && is_peer(other, amount) && (clause.holds(other) || anywhere);
  });
}

// "sync does 4347 req/s and gevent 2418 req/s" is cut at 4347 and 2418.
void SentenceReader::cut_at_figures(Claim& claim, const Amount& amount) const {
  constexpr std::size_t most_figures = 16;  // of one sentence; with more none is told whose it is
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (const Amount& other : sentence_.amounts) {
    if (!is_peer(other, amount)) continue;
    if (parts.size() == most_figures) return;
    if (other.number == amount.number) claim.figures_before = parts.size();
    parts.push_back(sentence_.text(from, other.first));
    from = other.last;
  }
  if (parts.size() < 2) return;
  claim.named_behind = amount.last < sentence_.tokens.size() && token(amount.last).kind != Word::open &&
                       token(amount.last).kind != Word::change &&
                       leads_to_name(token(amount.last), sentence_.text(amount.last, amount.last + 1));
  parts.push_back(sentence_.text(from, sentence_.tokens.size()));
  claim.between_figures = std::move(parts);
}

std::vector<std::string> SentenceReader::own_part(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  std::size_t before = clause.first;
  std::size_t behind = clause.last;
  std::size_t first_amount = clause.last;
  std::size_t last_amount = clause.first;
  std::size_t peers = 0;
  for (const Amount& other : sentence_.amounts) {
    if (!clause.holds(other) || !is_peer(other, amount)) continue;
    ++peers;
    first_amount = std::min(first_amount, other.first);
    last_amount = std::max(last_amount, other.last);
    if (other.last <= amount.first) before = other.last;
    if (other.first >= amount.last && behind == clause.last) behind = other.first;
  }
  if (peers < 2) {
    // "It does 12,094 requests, which is slower than the plain page": the other side is no name of it.
    const bool compared = sentence_.has(Word::than, amount.last, clause.last) ||
                          sentence_.has(Word::before_other, amount.last, clause.last);
    const std::size_t end = compared ? amount.last : next_relation(amount.last, clause);
    return end < clause.last ? scopes_before(clause.first, end)
                             : scopes(clause.first, clause.last, amount.unit);
  }
  // "34 ms (sync)", "27 % with sync"
  const bool followed = amount.last < clause.last &&
                        leads_to_name(token(amount.last), sentence_.text(amount.last, amount.last + 1));
  if (followed) return scopes(amount.first, behind);
  const auto names = [this](std::size_t first, std::size_t last) {
    const auto begin = sentence_.tokens.begin();
    return std::any_of(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
                       names_something);
  };
  const bool names_first = names(clause.first, first_amount) && !names(last_amount, clause.last);
  return names_first ? scopes(before, amount.last) : scopes(amount.first, behind);
}

}  // namespace abstat
