// From a claim to the reports it is judged by, and the verdict on it.
#pragma once

#include "binding.hpp"
#include "claims_accusation.hpp"
#include "claims_figure.hpp"
#include "claims_relation.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <abstat/document_comments.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// One report a figure may be that of, with the verdict it would give.
struct Option {
  Fit fit;
  Judgement judgement;
};

// A figure, bound, range or count: which report, and does it hold.
class FigureBinding {
 public:
  FigureBinding(const Binder& binder, const Claim& claim);

  // The verdict when the reports in `taken` are other claims' of the same list.
  [[nodiscard]] Ruling choose(const std::set<std::size_t>& taken) const;
  // The verdict when another claim has shown that it is of this report.
  [[nodiscard]] Ruling at(std::size_t report) const;
  // Neither its own part of the sentence nor its clause has a name.
  [[nodiscard]] bool names_nothing_itself() const;
  [[nodiscard]] bool names_another(std::size_t report) const;
  [[nodiscard]] const ClaimLabel& label() const { return label_; }
  // The score of the report chosen; for who of two claims has the better right to it.
  [[nodiscard]] double score_of(std::size_t report) const;
  [[nodiscard]] bool perfect_at(std::size_t report) const;

 private:
  // Reports are looked through by value where a document has no more than this.
  static constexpr std::size_t most_ends = 64;
  using Options = std::vector<const Option*>;
  [[nodiscard]] Judgement explained(const Option& option) const;
  [[nodiscard]] Ruling bound(const Options& options, const Judgement& judgement) const;
  [[nodiscard]] Ruling unsupported(std::string reason, const Options& near) const;
  [[nodiscard]] Ruling ambiguous(const Options& options) const;
  [[nodiscard]] Ruling choose_named(const Options& perfect) const;
  [[nodiscard]] Ruling choose_partial(const Options& options) const;
  [[nodiscard]] Ruling choose_by_value(const Options& options) const;
  [[nodiscard]] Options those_with_some(const Options& options) const;
  [[nodiscard]] Ruling choose_all(const Options& options) const;
  [[nodiscard]] Ruling unless_of_some(Ruling judged, const Options& all) const;
  [[nodiscard]] Ruling choose_average(const Options& options) const;
  [[nodiscard]] std::optional<Ruling> choose_average_of_stack(const Options& options) const;
  [[nodiscard]] Ruling choose_placed() const;
  [[nodiscard]] Ruling choose_end(const Ruling& by_words) const;
  // claims_misreading.cpp
  [[nodiscard]] Ruling unless_misread(const Ruling& judged) const;
  [[nodiscard]] Ruling unless_server_time(Ruling judged) const;
  [[nodiscard]] Ruling unless_doubtful(Ruling judged) const;
  [[nodiscard]] std::string doubt_about_subject(const Ruling& judged) const;
  [[nodiscard]] std::optional<Judgement> as_another_figure(std::size_t report) const;
  [[nodiscard]] std::optional<std::size_t> figure_of_another(std::size_t bound) const;
  [[nodiscard]] std::string as_difference(std::size_t bound) const;
  [[nodiscard]] bool figure_is_of_one(std::size_t report) const;
  // Whose the figure may be as well, with why.
  [[nodiscard]] Ruling as_of_another(Ruling judged, std::size_t other) const;
  [[nodiscard]] bool is_named_around(std::size_t report) const;
  [[nodiscard]] bool speaks_of_all() const;
  [[nodiscard]] std::optional<std::size_t> part_of_its_own() const;
  [[nodiscard]] bool is_swapped_with(std::size_t report) const;
  [[nodiscard]] bool is_beyond(std::size_t report) const;

  const Binder& binder_;
  const Claim& claim_;
  bool averaged_;  // the figure is the mean of several runs
  // Which part of Claim::between_figures names it, where each figure of its sentence has a name of its own.
  std::optional<std::size_t> own_part_;
  ClaimLabel label_;
  std::optional<std::size_t> placed_;  // the report of its section, where its own sentence names none
  std::vector<Option> options_;
};

[[nodiscard]] Ruling judge_relation(const Binder& binder, const Claim& claim);

// Caveats that a bound report brings: tainted, label-differs.
void add_report_caveats(const Binder& binder, const std::vector<Component>& lacking, Ruling& judged);

// A claim stated for machines. What cannot be computed, or names a stack that is not there, is unsupported.
[[nodiscard]] JudgedClaim judge_expectation(const Binder& binder, const Expectation& expectation);

// `ab -n 1000 -c 100` in a document against the reports it governs.
[[nodiscard]] Ruling judge_setup_command(const Binder& binder, const Claim& claim,
                                         std::size_t next_command_line);

}  // namespace abstat
