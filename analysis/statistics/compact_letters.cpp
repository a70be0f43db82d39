#include "compact_letters.hpp"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace abstat {

namespace {

constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
// Separations that follow no order can make columns by the thousand; more than letters will not do anyway.
constexpr std::size_t most_columns = 1024;

using Group = std::bitset<alphabet.size()>;  // the stacks that share one letter

bool contains(const Group& outer, const Group& inner) {
  return (inner & ~outer).none();
}

void absorb(std::vector<Group>& groups) {
  std::vector<Group> kept;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto swallows = [&](std::size_t j) {
      return j != i && contains(groups[j], groups[i]) && (groups[j] != groups[i] || j < i);
    };
    bool absorbed = groups[i].none();
    for (std::size_t j = 0; j < groups.size() && !absorbed; ++j) absorbed = swallows(j);
    if (!absorbed) kept.push_back(groups[i]);
  }
  groups = std::move(kept);
}

void insert(std::vector<Group>& groups, std::size_t i, std::size_t j) {
  std::vector<Group> split;
  for (const Group& group : groups) {
    if (!group.test(i) || !group.test(j)) {
      split.push_back(group);
      continue;
    }
    split.push_back(Group(group).reset(i));
    split.push_back(Group(group).reset(j));
  }
  absorb(split);
  groups = std::move(split);
}

// A member leaves a group when all its pairs there are covered elsewhere and it keeps a letter.
void sweep(std::vector<Group>& groups, std::size_t k) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (std::size_t i = 0; i < k; ++i) {
      if (!groups[g].test(i)) continue;
      Group covered;
      bool keeps_letter = false;
      for (std::size_t other = 0; other < groups.size(); ++other) {
        if (other == g || !groups[other].test(i)) continue;
        covered |= groups[other];
        keeps_letter = true;
      }
      if (keeps_letter && contains(covered, groups[g])) groups[g].reset(i);
    }
  }
  absorb(groups);
}

bool by_first_members(const Group& a, const Group& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a.test(i) != b.test(i)) return a.test(i);
  }
  return false;
}

}  // namespace

std::vector<std::string> compact_letters(const SeparatedMatrix& separated) {
  const auto k = static_cast<std::size_t>(separated.rows());
  if (k > alphabet.size()) return {};
  std::vector<Group> groups(1);
  for (std::size_t i = 0; i < k; ++i) groups.front().set(i);
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = i + 1; j < k; ++j) {
      if (separated(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j))) insert(groups, i, j);
      if (groups.size() > most_columns) return {};
    }
  }
  sweep(groups, k);
  if (groups.size() > alphabet.size()) return {};
  std::ranges::sort(groups, by_first_members);
  std::vector<std::string> letters(k);
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].test(i)) letters[i].push_back(alphabet[g]);
    }
  }
  return letters;
}

}  // namespace abstat
