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
  [[nodiscard]] JudgedClaim choose(const std::set<std::size_t>& taken) const;
  // The verdict when another claim has shown that it is of this report.
  [[nodiscard]] JudgedClaim at(std::size_t report) const;
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
  [[nodiscard]] JudgedClaim bound(const Options& options, const Judgement& judgement) const;
  [[nodiscard]] JudgedClaim unsupported(std::string reason, const Options& near) const;
  [[nodiscard]] JudgedClaim ambiguous(const Options& options) const;
  [[nodiscard]] JudgedClaim choose_named(const Options& perfect) const;
  [[nodiscard]] JudgedClaim choose_partial(const Options& options) const;
  [[nodiscard]] JudgedClaim choose_by_value(const Options& options) const;
  [[nodiscard]] Options those_with_some(const Options& options) const;
  [[nodiscard]] JudgedClaim choose_all(const Options& options) const;
  [[nodiscard]] JudgedClaim unless_of_some(JudgedClaim judged, const Options& all) const;
  [[nodiscard]] JudgedClaim choose_average(const Options& options) const;
  [[nodiscard]] std::optional<JudgedClaim> choose_average_of_stack(const Options& options) const;
  [[nodiscard]] JudgedClaim choose_placed() const;
  [[nodiscard]] JudgedClaim choose_end(const JudgedClaim& by_words) const;
  // claims_misreading.cpp
  [[nodiscard]] JudgedClaim unless_misread(const JudgedClaim& judged) const;
  [[nodiscard]] JudgedClaim unless_server_time(JudgedClaim judged) const;
  [[nodiscard]] JudgedClaim unless_doubtful(JudgedClaim judged) const;
  [[nodiscard]] std::string doubt_about_subject(const JudgedClaim& judged) const;
  [[nodiscard]] std::optional<Judgement> as_another_figure(std::size_t report) const;
  [[nodiscard]] std::optional<std::size_t> figure_of_another(std::size_t bound) const;
  [[nodiscard]] std::string as_difference(std::size_t bound) const;
  [[nodiscard]] bool figure_is_of_one(std::size_t report) const;
  // Whose the figure may be as well, with why.
  [[nodiscard]] JudgedClaim as_of_another(JudgedClaim judged, std::size_t other) const;
  [[nodiscard]] bool is_named_around(std::size_t report) const;
  [[nodiscard]] bool speaks_of_all() const;

  const Binder& binder_;
  const Claim& claim_;
  bool averaged_;  // the figure is the mean of several runs
  ClaimLabel label_;
  std::optional<std::size_t> placed_;  // the report of its section, where its own sentence names none
  std::vector<Option> options_;
};

[[nodiscard]] JudgedClaim judge_relation(const Binder& binder, const Claim& claim);

// Caveats that a bound report brings: tainted, label-differs.
void add_report_caveats(const Binder& binder, const std::vector<Component>& lacking, JudgedClaim& judged);

// A claim stated for machines. What cannot be computed, or names a stack that is not there, is unsupported.
[[nodiscard]] JudgedClaim judge_expectation(const Binder& binder, const Expectation& expectation);

// `ab -n 1000 -c 100` in a document against the reports it governs.
[[nodiscard]] JudgedClaim judge_setup_command(const Binder& binder, const Claim& claim,
                                              std::size_t next_command_line);

}  // namespace abstat
