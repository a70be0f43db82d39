#include "claim_clauses.hpp"

namespace abstat {

namespace {

constexpr char code(Word word) {
  return static_cast<char>(word);
}

// "sync, direct: 4,383": what stands before the colon is one name.
std::size_t end_of_lead_in(std::string_view kinds) {
  const std::size_t colon = kinds.find(code(Word::colon));
  const std::size_t number = kinds.find(code(Word::number));
  return colon != std::string_view::npos && (number == std::string_view::npos || colon < number) ? colon : 0;
}

// "gunicorn (gevent, 4 workers)": the comma parts no clauses, as no figure stands in the parentheses.
bool inside_name(std::string_view kinds, std::size_t comma) {
  constexpr std::size_t reach = 12;
  constexpr std::string_view figures_and_claims = "umb%xRQ^=F";
  const std::size_t open = kinds.find_last_of("()", comma);
  const std::size_t close = kinds.find_first_of("()", comma);
  if (open == std::string_view::npos || close == std::string_view::npos) return false;
  if (kinds[open] != '(' || kinds[close] != ')' || close - open > reach) return false;
  return kinds.substr(open, close - open).find_first_of(figures_and_claims) == std::string_view::npos;
}

}  // namespace

std::vector<Clause> cut_clauses(std::string_view kinds) {
  std::vector<Clause> clauses;
  std::size_t first = 0;
  const std::size_t lead_in = end_of_lead_in(kinds);
  for (std::size_t i = 0; i <= kinds.size(); ++i) {
    if (i < kinds.size() && (kinds[i] != code(Word::clause) || i < lead_in || inside_name(kinds, i)))
      continue;
    // "медленнее, чем", "schneller, als"
    if (i + 1 < kinds.size() && kinds[i + 1] == code(Word::than)) continue;
    clauses.push_back({first, i});
    first = i + 1;
  }
  return clauses;
}

}  // namespace abstat
