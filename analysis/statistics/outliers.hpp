// Runs that stand apart from their replicates. They are named, never left out (statistics.md 3.8).
#pragma once

#include <Eigen/Core>
#include <vector>

namespace abstat {

// Iglewicz and Hoaglin 1993: 0.6745 (y - median) / MAD. Empty when more than half of the runs are equal (MAD
// 0).
[[nodiscard]] Eigen::ArrayXd modified_z(const Eigen::ArrayXd& logs);

// Indices with |modified z| above 3.5, of five runs or more.
[[nodiscard]] std::vector<std::size_t> outliers(const Eigen::ArrayXd& logs);

}  // namespace abstat
