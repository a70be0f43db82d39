// What a sentence says was added and did something: "nginx costs 23 %", "put nginx in front of sync".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

// "behind nginx", "nginx 的": no subject of what follows.
bool is_place_or_owner(std::string_view text) {
  constexpr std::array<std::string_view, 14> prepositions{
      "behind ", "with ",     "without ", "through ", "via ", "hinter ", "mit ",
      "ohne ",   "derrière ", "avec ",    "sans ",    "con ", "sin ",    "за "};
  return text.ends_with("的") || std::any_of(prepositions.begin(), prepositions.end(),
                                             [text](std::string_view p) { return text.starts_with(p); });
}

}  // namespace

bool is_pronoun(std::string_view text) {
  constexpr std::array<std::string_view, 16> pronouns{"it",   "this", "that", "es",   "er", "sie",
                                                      "das",  "il",   "elle", "cela", "ça", "eso",
                                                      "esto", "это",  "он",   "它"};
  return std::find(pronouns.begin(), pronouns.end(), text) != pronouns.end();
}

// What a clause says did something; "it" is what the sentence before spoke of.
std::string SentenceReader::agent_of(const Clause& clause) const {
  std::string placed = what_is_put_before(clause);
  if (!placed.empty()) return placed;
  const std::string agent = sentence_.text(clause.first, sentence_.end_of_subject(clause));
  if (is_place_or_owner(agent)) return {};
  return is_pronoun(agent) ? around_.topic : agent;
}

// "Put nginx in front of the sync workers and …", "nginx 放在 sync 前面，…", "nginx 让 gevent 的吞吐量 …"
std::string SentenceReader::what_is_put_before(const Clause& clause) const {
  constexpr std::array<std::string_view, 14> marks{
      " in front of ", " devant ", " delante de ", " перед ",  "放在",   "放到", "挡在",
      "套在",          "让",       "使",           "を前段に", "を前に", "を挟", "を間に"};
  constexpr std::string_view before = "の前に";
  for (const Clause* part = sentence_.clauses.data(); part <= &clause; ++part) {
    const std::string text = sentence_.text(part->first, part->last);
    // sync の前に nginx を置くと
    if (const std::size_t at = text.find(before); at != std::string::npos) {
      const std::size_t begin = at + before.size();
      return text.substr(begin, text.find("を", begin) - begin);
    }
    for (const std::string_view mark : marks) {
      const std::size_t at = text.find(mark);
      if (at != std::string::npos && at > 0) return text.substr(0, at);
    }
  }
  return {};
}

}  // namespace abstat
