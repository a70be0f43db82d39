// What every relation needs: the stacks that may be its sides, and what a verdict on them carries.
#pragma once

#include "claims_binding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace abstat {

// A stack that may be one side of a relation, by its best fitting run.
struct SideFit {
  std::size_t stack = 0;
  Fit fit;
};

// Fits closer than this are equally good.
inline constexpr double equal_side_score = 0.45;

class RelationSides {
 public:
  RelationSides(const Binder& binder, const Claim& claim);

 protected:
  // The stacks that a label names, best first; those alike to the claim's section where the label is silent.
  [[nodiscard]] std::vector<SideFit> sides(const ClaimLabel& label) const;
  [[nodiscard]] std::vector<SideFit> any_stack() const;
  [[nodiscard]] Side runs(std::size_t stack) const;
  void add_side(std::size_t stack, const std::string& evidence, Ruling& judged) const;
  void add_relation_caveats(const RelationJudgement& judgement, Ruling& judged) const;
  [[nodiscard]] Ruling unsupported(std::string reason) const;

  const Binder& binder_;
  const Claim& claim_;
  ClaimLabel subject_label_;
  Label changed_;  // what was added or switched to

 private:
  void read_change();
  [[nodiscard]] bool tells(const Component& component) const;
  void take_change(const Component& component);
  [[nodiscard]] bool is_condition(const Component& component) const;
};

// The only report that these words name.
[[nodiscard]] std::optional<std::size_t> only_report(const Binder& binder, const ClaimLabel& label,
                                                     std::size_t block);

// An amount between two reports, whichever of them is the subject; nothing where they do not print the
// figure.
[[nodiscard]] std::optional<Ruling> judge_between(const Binder& binder, const Claim& claim, std::size_t first,
                                                  std::size_t second);

// One stack against another: an amount, an order, "the same".
[[nodiscard]] Ruling judge_pair(const Binder& binder, const Claim& claim);

// A superlative, a chain or a place in a ranking: one stack against several.
[[nodiscard]] Ruling judge_field(const Binder& binder, const Claim& claim);

}  // namespace abstat
