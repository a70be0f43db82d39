// From the phrases of a sentence to its claims. Each reader takes the amounts it understands and marks them
// used; what is left at the end is skipped with a reason.
#pragma once

#include "claim_phrases.hpp"

#include <optional>
#include <string>
#include <vector>

#include <abstat/claim.hpp>

namespace abstat {

// What the surroundings of a sentence give it.
struct Surroundings {
  std::string file;
  std::size_t block = 0;
  std::size_t list = 0;
  int ordinal = 0;
  std::optional<Mention> metric;     // named by the list, the heading or the introduction
  std::vector<std::string> earlier;  // sentences before this one in its block, the nearest first
  std::string lead_in;               // "[A] runserver behind nginx:", what all of the block is about
  std::string topic;                 // what the nearest of them speaks of, without what it says
  bool rate_spoken_of = false;       // by a sentence before this one in its block
  bool rate_in_document = false;
  bool lost_behind = false;  // the next sentence says that the output is not here
  bool heading = false;
  bool label_and_number = false;  // "gevent: 2418" may stand without its metric
  std::string_view doubt;         // of the heading or the introduction, as Claim::introduced_doubt
};

class SentenceReader {
 public:
  SentenceReader(Sentence& sentence, const Surroundings& surroundings, ClaimsRead& out)
      : sentence_(sentence), around_(surroundings), out_(out) {}

  void read();

 private:
  void mark_levels();
  bool mark_half(Amount& amount);
  bool mark_tail(Amount& amount);
  void name_percentile(Amount& amount, int level);
  [[nodiscard]] bool is_other_request(std::size_t at) const;
  void mark_ranked_subjects();
  void mark_worst();
  bool times_in_next_clause(const Clause& clause);
  void sort_mentions();
  [[nodiscard]] bool leads_to_time(std::size_t at) const;
  // claim_modality.cpp: goals, plans, other people's figures, questions
  void set_aside();
  [[nodiscard]] std::string_view doubt_at(std::size_t at) const;
  [[nodiscard]] bool ends_in_colon(std::size_t condition, const Clause& clause) const;
  [[nodiscard]] bool comes_back(std::size_t elsewhere, std::size_t clause) const;
  void settle_modal_words();
  [[nodiscard]] bool is_what_is_wanted(std::size_t at, const Clause& clause) const;
  [[nodiscard]] bool ends_in_fehl(std::size_t at, const Clause& clause) const;
  [[nodiscard]] bool takes_time(std::size_t at, const Clause& clause) const;
  [[nodiscard]] bool is_hypothesis(const Clause& clause) const;
  [[nodiscard]] bool only_explains(const Clause& clause) const;
  [[nodiscard]] bool aside(std::size_t token) const;
  [[nodiscard]] bool holds_in_general(std::size_t at) const;
  [[nodiscard]] Clause figures_in_parentheses_behind(std::size_t at) const;
  // The word that says of what stands there that its output is not here.
  [[nodiscard]] std::optional<std::size_t> lost_word(std::size_t token) const;
  // claim_failures.cpp
  void read_failures();
  void read_failure_word(std::size_t token);
  [[nodiscard]] bool is_spelled_out(std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> zero_beside(std::size_t at) const;
  [[nodiscard]] bool counts_by_the_minute(std::size_t at) const;
  [[nodiscard]] bool is_none_of(const Amount& amount) const;
  [[nodiscard]] Amount* count_of_total(const Amount& total);
  bool read_spelled_count(std::size_t at, ClaimMetric metric);
  void read_success_word(std::size_t token);
  void add_count(Claim&& claim, const Clause& clause);
  [[nodiscard]] Amount* share_of_requests(std::size_t at);
  [[nodiscard]] int runs_spoken_of(std::size_t end) const;
  // claim_relations.cpp
  void read_relations();
  struct RelationForm {
    std::optional<std::size_t> word;  // "faster", 提升
    bool as = false;
    bool of = false;
    bool share = false;                // 是 B 的
    bool is_signed = false;            // -42 %
    Direction over = Direction::none;  // "1.7x over", "6 % below"
  };
  void read_relation(Amount& amount);
  [[nodiscard]] RelationForm relation_form(const Amount& amount) const;
  [[nodiscard]] bool is_no_relation(const Amount& amount, const RelationForm& form) const;
  void set_factor(Claim& claim, const Amount& amount, const RelationForm& form) const;
  void name_sides_by_change(Claim& claim, std::size_t of);
  bool name_sides_by_alternatives(Claim& claim) const;
  [[nodiscard]] bool only_names_metric(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::optional<std::size_t> topic_mark(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_ratio_verb(std::size_t first, std::size_t last) const;
  void resolve_pronouns(Claim& claim, const Amount& amount) const;
  [[nodiscard]] static bool ends_in_to(const Token& word);
  [[nodiscard]] std::optional<std::size_t> surpassed_by(const Amount& amount) const;
  [[nodiscard]] bool is_of_time(std::size_t word) const;
  [[nodiscard]] bool is_share_of(const Amount& amount) const;
  [[nodiscard]] bool is_times_what(const Amount& amount) const;
  [[nodiscard]] bool is_as_long(const Amount& amount) const;
  [[nodiscard]] bool is_part_of_a_second(const Amount& amount) const;
  [[nodiscard]] bool is_of_its_own(const Amount& amount) const;
  [[nodiscard]] bool takes_away(const Amount& amount) const;
  [[nodiscard]] bool is_enclosed(const Amount& amount) const;
  [[nodiscard]] std::optional<std::size_t> relation_word(const Amount& amount) const;
  // claim_agents.cpp
  [[nodiscard]] std::string agent_of(const Clause& clause) const;
  [[nodiscard]] std::string what_is_put_before(const Clause& clause) const;
  // claim_differences.cpp
  [[nodiscard]] bool is_bare_rate_change(const Amount& amount) const;
  bool read_difference(Amount& amount);
  [[nodiscard]] std::optional<std::size_t> stands_between(const Clause& clause, const Amount& amount) const;
  [[nodiscard]] Clause owner_behind(const Amount& amount) const;
  void name_loser(Claim& claim, const Amount& amount) const;
  [[nodiscard]] std::optional<std::size_t> loss_before(const Amount& amount) const;
  [[nodiscard]] std::optional<std::size_t> gap_word(const Amount& amount) const;
  [[nodiscard]] bool only_names(const Clause& clause, const Amount& amount) const;
  bool read_gap(Amount& amount, std::size_t word);
  bool read_ellipsis(Amount& amount);
  [[nodiscard]] Claim same_of_another(const Claim& before, const Amount& amount) const;
  bool read_percent_ellipsis(Amount& amount);
  void read_change_before(Amount& amount);
  [[nodiscard]] bool ends_named(const Amount& amount) const;
  // claim_orders.cpp
  void read_orders();
  void read_order(std::size_t token);
  [[nodiscard]] bool is_parted_superlative(std::size_t at) const;
  bool take_object_before(Claim& claim, std::size_t at) const;
  [[nodiscard]] bool is_of_runs(std::size_t at) const;
  [[nodiscard]] int field_of_superlative(std::size_t at) const;
  [[nodiscard]] bool is_same_thing(std::size_t at, const Clause& clause) const;
  [[nodiscard]] bool points_in_text(std::size_t at) const;
  [[nodiscard]] Clause part_of_superlative(std::size_t at) const;
  bool read_chain();
  bool read_ranking();
  // claim_figures.cpp
  void read_figures();
  [[nodiscard]] bool averages_runs() const;
  [[nodiscard]] bool names_a_run(const Mention& mention) const;
  [[nodiscard]] bool is_averaged(const Amount& amount) const;
  [[nodiscard]] bool bounds_runs(const Amount& amount) const;
  [[nodiscard]] bool bounds_all(const Amount& amount) const;
  [[nodiscard]] bool is_longest(const Amount& amount, ClaimMetric metric) const;
  [[nodiscard]] bool waits(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_of_one_request(const Amount& amount) const;
  [[nodiscard]] std::optional<std::size_t> nobody(std::size_t first, std::size_t last) const;
  // claim_lists.cpp
  struct Place {
    std::size_t index = 0;
    std::size_t count = 0;
    std::size_t first = 0;  // token of the first
  };
  [[nodiscard]] bool only_separates(std::size_t first, std::size_t last) const;
  [[nodiscard]] Place place_in_row(const Amount& amount) const;
  [[nodiscard]] std::optional<Mention> listed_mention(const Amount& amount) const;
  void place_in_row(Claim& claim, const Amount& amount) const;
  [[nodiscard]] bool follows_change(const Amount& amount) const;
  [[nodiscard]] bool follows_rate(const Amount& amount) const;
  bool read_with_unit(Amount& amount);
  [[nodiscard]] bool is_linked(const Amount& amount, const Mention& mention) const;
  [[nodiscard]] bool times_a_run(const Amount& amount) const;
  [[nodiscard]] bool is_load(const Amount& amount) const;
  [[nodiscard]] bool is_year(const Amount& amount) const;
  [[nodiscard]] bool counts_some_of(const Amount& amount) const;
  [[nodiscard]] bool is_status(const Amount& amount) const;
  bool read_bare(Amount& amount);
  [[nodiscard]] std::optional<Mention> time_beside(const Amount& amount) const;
  [[nodiscard]] std::optional<Mention> bare_metric(const Amount& amount, bool& named) const;
  bool read_setup(Amount& amount);
  [[nodiscard]] bool states_setup() const;
  [[nodiscard]] bool names_both_loads() const;
  [[nodiscard]] bool only_describes() const;
  void skip_rest();

  [[nodiscard]] const Token& token(std::size_t index) const { return sentence_.tokens[index]; }
  [[nodiscard]] const Amount* amount_at(std::size_t token) const;
  [[nodiscard]] bool has_amount(const Clause& clause) const;
  [[nodiscard]] Amount* free_amount_before(std::size_t token, std::size_t reach);
  [[nodiscard]] Amount* free_amount_behind(std::size_t token, std::size_t reach);
  // The mention an amount of time speaks of.
  [[nodiscard]] bool belongs_to_next(const Amount& amount, const Mention& mention) const;
  [[nodiscard]] bool leads_to(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_of_time_between(const Mention& mention, const Amount& amount) const;
  [[nodiscard]] bool is_of_special_kind(const Mention& mention) const;
  [[nodiscard]] std::optional<Mention> mention_for(const Amount& amount) const;
  [[nodiscard]] std::optional<Mention> throughput_for(const Amount& amount) const;
  [[nodiscard]] bool speaks_of_mean_times(std::size_t before) const;
  // The metric a relation between stacks is about.
  void name_relation_metric(Claim& claim, std::size_t token) const;

  [[nodiscard]] Claim draft(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool compares() const;
  [[nodiscard]] bool names_several_times() const;
  void take_number(Claim& claim, Amount& amount) const;
  // Words that may name the subject of what stands at tokens [first, last).
  [[nodiscard]] std::vector<std::string> scopes(std::size_t first, std::size_t last,
                                                Word unit = Word::other) const;
  // The same where the other side of a relation stands in the same clause.
  [[nodiscard]] std::vector<std::string> scopes_before(std::size_t first, std::size_t last) const;
  // Where "all", "each" or "the runs" are spoken of, only the clause itself can narrow them down.
  [[nodiscard]] std::vector<std::string> counted_scopes(const Amount* amount, std::size_t at) const;
  // Whether another amount of the same unit shares the clause.
  [[nodiscard]] std::string with_loads(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool crowded(const Amount& amount) const;
  [[nodiscard]] bool is_peer(const Amount& other, const Amount& amount) const;
  void cut_at_figures(Claim& claim, const Amount& amount) const;
  [[nodiscard]] std::vector<std::string> own_part(const Amount& amount) const;
  // Adds the sentences above, and drops the scopes without a word.
  void add_earlier(std::vector<std::string>& scopes) const;
  // What a relation that begins at `first` says was changed.
  void name_change(Claim& claim, std::size_t first) const;
  bool name_removal(Claim& claim) const;
  [[nodiscard]] std::size_t next_relation(std::size_t from, const Clause& clause) const;
  [[nodiscard]] std::size_t first_relation(const Clause& clause, std::size_t before) const;
  [[nodiscard]] Clause object_side(std::size_t first, std::size_t last) const;
  [[nodiscard]] Clause genitive_side(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::size_t end_of_first_name(std::size_t first, std::size_t last) const;
  void split_sides(Claim& claim, std::size_t first, std::size_t last) const;
  void add(Claim&& claim);
  void skip(const Token& number, std::string_view reason);

  Sentence& sentence_;
  const Surroundings& around_;
  ClaimsRead& out_;
  std::vector<std::string_view> aside_;    // a reason for each clause; empty: its numbers may be claims
  std::vector<std::size_t> ranked_;        // first tokens of clauses whose subject is named by its rank
  std::vector<std::size_t> related_;       // words of relations whose amount was read
  std::optional<std::size_t> last_ratio_;  // index of the claim of the sentence's last ratio
  std::vector<std::string> doubt_words_;
  std::string_view doubt_;  // what may make the sentence speak of something else, as Claim::doubt
};

}  // namespace abstat
