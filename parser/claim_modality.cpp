// Sentences and clauses that state no result of the document's reports: goals, plans, questions, other
// people's figures, general wisdom.
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

struct Modality {
  Word word;
  std::string_view reason;
};

// These hold for the clause they stand in …
constexpr std::array clause_modalities{
    Modality{Word::goal, "goal"},
    Modality{Word::plan, "plan"},
    Modality{Word::conditional, "condition"},
};
// … and these for the whole sentence.
constexpr std::array sentence_modalities{
    Modality{Word::elsewhere, "another source"},
    Modality{Word::question, "question"},
};

constexpr std::string_view denial = "what is not so";

// What a clause or sentence next to the claim may say that alters it, though the claim itself is read.
constexpr std::array doubts{
    Modality{Word::lost, "an older run or one that is not shown"},
    Modality{Word::doubt, "another time, machine or load"},
    Modality{Word::elsewhere, "another source or tool"},
    Modality{Word::conditional, "a condition"},
    Modality{Word::question, "a question"},
    Modality{Word::goal, "a goal"},
    Modality{Word::plan, "a plan"},
    Modality{Word::general, "what holds in general"},
    Modality{Word::negation, denial},
};

// "the mean of three runs", "a median of 5 tests"
bool is_over_runs(const Sentence& sentence) {
  constexpr std::size_t reach = 5;
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    const bool middle = token.kind == Word::average ||
                        (token.kind == Word::metric && (token.word->metric == ClaimMetric::median ||
                                                        token.word->metric == ClaimMetric::mean));
    if (middle && sentence.tokens[i + 1].kind == Word::of && sentence.has(Word::runs, i + 1, i + reach))
      return true;
  }
  return false;
}

}  // namespace

std::string_view doubt_of(const Sentence& sentence) {
  for (const auto& [word, reason] : doubts) {
    if (sentence.has(word)) return reason;
  }
  return is_over_runs(sentence) ? "an average over runs" : std::string_view{};
}

// "It took 12.5 s, so this is not a lucky moment" denies no figure.
std::string_view SentenceReader::doubt_at(std::size_t at) const {
  const Clause& clause = sentence_.clause_of(at);
  // "The tail is not better everywhere: the second run has a p99 of 96 ms"
  const auto colon = sentence_.find(Word::colon, clause.first, at);
  const std::size_t first = colon ? *colon : clause.first;
  const bool denied_elsewhere = doubt_ == denial && !sentence_.has(Word::negation, first, clause.last);
  return denied_elsewhere ? std::string_view{} : doubt_;
}

std::vector<std::string> doubt_words_of(const Sentence& sentence) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Word kind = sentence.tokens[i].kind;
    const bool doubtful = std::any_of(doubts.begin(), doubts.end(),
                                      [kind](const Modality& modality) { return modality.word == kind; });
    if (doubtful) found.push_back(sentence.text(i, i + 1));
  }
  return found;
}

// Words that only look like a requirement or a plan: "it needs 1.7 times as long", "Going to 256 costs 2 %".
void SentenceReader::settle_modal_words() {
  for (const Clause& clause : sentence_.clauses) {
    for (std::size_t i = clause.first; i < clause.last; ++i) {
      Token& word = sentence_.tokens[i];
      const bool gerund =
          word.kind == Word::plan && i == clause.first && sentence_.text(i, i + 1) == "going to";
      // 加上 nginx 以后: after it was done, not one day
      const bool since = word.kind == Word::plan && sentence_.text(i, i + 1) == "以后" &&
                         sentence_.has(Word::change, clause.first, i);
      // 两者的吞吐差不多: no number follows that it could hedge
      const bool alike = word.kind == Word::about && sentence_.text(i, i + 1) == "差不多" &&
                         !sentence_.has(Word::number, i, std::min(i + 3, clause.last));
      // "The reset endpoint is as fast as the other": no amount says how many times
      const bool equals = word.kind == Word::as && i > clause.first && token(i - 1).kind == Word::copula &&
                          sentence_.text(i, i + 1).starts_with("as ");
      if (alike || equals) word.kind = Word::same;
      if (word.kind == Word::other && sentence_.text(i, i + 1).ends_with("_timeout"))
        word.kind = Word::setting;
      // "schlugen 2 Anfragen fehl" beats nobody
      if (word.kind == Word::surpass && sentence_.text(i, i + 1).starts_with("schl") &&
          ends_in_fehl(i, clause))
        word.kind = Word::other;
      // "a lower latency is what the page needs"
      const bool wanted = word.kind == Word::goal && is_what_is_wanted(i, clause);
      if (gerund || since || wanted || (word.kind == Word::goal && takes_time(i, clause)))
        word.kind = Word::other;
    }
  }
}

bool SentenceReader::is_what_is_wanted(std::size_t at, const Clause& clause) const {
  for (std::size_t i = clause.first; i < at; ++i) {
    const bool relative = sentence_.text(i, i + 1) == "what";
    if (relative && i > clause.first && token(i - 1).kind == Word::copula) return true;
  }
  return false;
}

bool SentenceReader::ends_in_fehl(std::size_t at, const Clause& clause) const {
  for (std::size_t i = at; i < clause.last; ++i) {
    if (sentence_.text(i, i + 1) == "fehl") return true;
  }
  return false;
}

void SentenceReader::set_aside() {
  aside_.assign(sentence_.clauses.size(), {});
  for (std::size_t i = 0; i < sentence_.clauses.size(); ++i) {
    const Clause& clause = sentence_.clauses[i];
    for (const auto& [word, reason] : clause_modalities) {
      const auto found = sentence_.find(word, clause.first, clause.last);
      if (found && !(word == Word::conditional && ends_in_colon(*found, clause))) aside_[i] = reason;
    }
    if (aside_[i].empty() && is_hypothesis(clause)) aside_[i] = "hypothesis";
    // "We need head-room, i.e. at least 1,800 req/s."
    const bool wanted = i > 0 && (aside_[i - 1] == "goal" || aside_[i - 1] == "plan");
    if (wanted && aside_[i].empty() && only_explains(clause)) aside_[i] = aside_[i - 1];
    for (const auto& [word, reason] : sentence_modalities) {
      const auto found = sentence_.find(word, 0, sentence_.tokens.size());
      if (found && !(word == Word::elsewhere && comes_back(*found, i))) aside_[i] = reason;
    }
  }
}

// "A lot, if every request makes a connection: with TLS it is 1,374 req/s": the figures stand behind it.
bool SentenceReader::ends_in_colon(std::size_t condition, const Clause& clause) const {
  const auto colon = sentence_.find(Word::colon, condition, clause.last);
  return colon && std::none_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& amount) {
           return clause.holds(amount) && amount.first < *colon;
         });
}

// "They say coroutines are fast, but here the QPS is 2307": from the turn on the sentence is about the runs.
bool SentenceReader::comes_back(std::size_t elsewhere, std::size_t clause) const {
  constexpr std::array<std::string_view, 8> turns{"but",  "yet",  "however", "aber",
                                                  "mais", "pero", "но",      "但"};
  constexpr std::array<std::string_view, 14> own{"结果", "实测", "实际", "我们", "这里",     "here", "we",
                                                 "i",    "hier", "ich",  "ici",  "nosotros", "у",    "実測"};
  const auto is_one_of = [this](std::size_t at, const auto& words) {
    return std::find(words.begin(), words.end(), sentence_.text(at, at + 1)) != words.end();
  };
  for (std::size_t i = clause + 1; i-- > 0 && sentence_.clauses[i].first > elsewhere;) {
    const std::size_t first = sentence_.clauses[i].first;
    if (first < sentence_.clauses[i].last && (is_one_of(first, own) || is_one_of(first, turns))) return true;
    if (is_one_of(first - 1, turns)) return true;
  }
  return false;
}

bool SentenceReader::takes_time(std::size_t at, const Clause& clause) const {
  const std::string word = sentence_.text(at, at + 1);
  if (word != "needs" && word != "needed" && word != "requires") return false;
  return std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& amount) {
    return amount.first > at && amount.last <= clause.last &&
           (amount.unit == Word::times || amount.unit == Word::time_unit);
  });
}

bool SentenceReader::is_hypothesis(const Clause& clause) const {
  constexpr std::array<std::string_view, 12> words{
      "in theory",   "theoretically", "might",      "would",     "理论上",   "理論上",
      "theoretisch", "würde",         "en théorie", "en teoría", "в теории", "теоретически"};
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const bool listed = token(i).kind == Word::general &&
                        std::find(words.begin(), words.end(), sentence_.text(i, i + 1)) != words.end();
    if (listed) return true;
  }
  return false;
}

// A clause that begins with a hedge, a number or "i.e." goes on with what the one before says.
bool SentenceReader::only_explains(const Clause& clause) const {
  if (clause.first >= clause.last) return false;
  constexpr std::array<std::string_view, 6> words{"i.e.", "that is", "also", "d.h", "soit", "即"};
  const Word kind = token(clause.first).kind;
  return kind == Word::number || kind == Word::at_least || kind == Word::about || kind == Word::more_than ||
         std::find(words.begin(), words.end(), sentence_.text(clause.first, clause.first + 1)) != words.end();
}

// "Usually gevent is faster, …": what a clause or one before says of things in general; "…, which we could
// live with" behind it changes nothing.
bool SentenceReader::holds_in_general(std::size_t at) const {
  return sentence_.has(Word::general, 0, sentence_.clause_of(at).last);
}

bool SentenceReader::aside(std::size_t token) const {
  const Clause* clause = &sentence_.clause_of(token);
  return !aside_[static_cast<std::size_t>(clause - sentence_.clauses.data())].empty();
}

// The parentheses that open behind a figure of their clause and have figures of their own.
Clause SentenceReader::figures_in_parentheses_behind(std::size_t at) const {
  const auto open = sentence_.find(Word::open, at, sentence_.clause_of(at).last);
  if (!open || sentence_.has(Word::close, at, *open)) return {0, 0};
  const std::size_t count = sentence_.tokens.size();
  const std::size_t close = sentence_.find(Word::close, *open, count).value_or(count);
  const bool figures =
      std::any_of(sentence_.amounts.begin(), sentence_.amounts.end(), [&](const Amount& amount) {
        return amount.first > *open && amount.last <= close && amount.unit != Word::concurrency;
      });
  return figures ? Clause{*open, close} : Clause{0, 0};
}

// "It did 3,900, but I lost the output": clauses without figures speak of those beside them.
std::optional<std::size_t> SentenceReader::lost_word(std::size_t at) const {
  const Clause* const own = &sentence_.clause_of(at);
  // "We are back at 2,055 (last month it was 2,700; nobody kept that output)": said of the figure in there.
  const auto aside = figures_in_parentheses_behind(at);
  const auto lost = [&](const Clause& clause) -> std::optional<std::size_t> {
    const auto word = sentence_.find(Word::lost, clause.first, clause.last);
    const bool of_other = word && aside.first < *word && *word < aside.last;
    return of_other ? std::nullopt : word;
  };
  if (const auto word = lost(*own)) return word;
  const Clause* const begin = sentence_.clauses.data();
  const Clause* const end = begin + sentence_.clauses.size();
  for (const Clause* clause = own + 1; clause < end && !has_amount(*clause); ++clause) {
    if (const auto word = lost(*clause)) return word;
  }
  for (const Clause* clause = own; clause > begin && !has_amount(*(clause - 1)); --clause) {
    if (const auto word = lost(*(clause - 1))) return word;
  }
  return std::nullopt;
}

}  // namespace abstat
