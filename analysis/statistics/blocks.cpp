#include "pair_test.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace abstat {

namespace {

using Labels = std::set<std::string_view>;

Labels labels_of(const Stack& stack) {
  Labels labels;
  for (const Run& run : stack.runs) labels.insert(run.block);
  return labels;
}

}  // namespace

bool is_blocked(const std::vector<Stack>& stacks) {
  std::optional<Labels> common;
  std::size_t replicated = 0;
  for (const Stack& stack : stacks) {
    if (stack.runs.size() < 2) continue;
    ++replicated;
    Labels labels = labels_of(stack);
    if (labels.size() != stack.runs.size() || (common && *common != labels)) return false;
    if (!common) common = std::move(labels);
  }
  return replicated > 1;
}

BlockPairs pair_by_block(const Sample& a, const Sample& b) {
  std::map<std::string_view, Eigen::Index> in_b;
  for (std::size_t i = 0; i < b.blocks.size(); ++i) in_b.emplace(b.blocks[i], static_cast<Eigen::Index>(i));
  std::vector<double> differences;
  for (std::size_t i = 0; i < a.blocks.size(); ++i) {
    const auto it = in_b.find(a.blocks[i]);
    if (it == in_b.end()) continue;
    differences.push_back(a.logs[static_cast<Eigen::Index>(i)] - b.logs[it->second]);
    in_b.erase(it);
  }
  const std::size_t paired = differences.size();
  return {Eigen::Map<Eigen::ArrayXd>(differences.data(), static_cast<Eigen::Index>(paired)),
          a.blocks.size() + b.blocks.size() - 2 * paired};
}

}  // namespace abstat
