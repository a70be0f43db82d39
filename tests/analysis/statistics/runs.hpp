// Reports made by hand for the statistics' tests.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <string>
#include <vector>

#include <abstat/report.hpp>

// A complete run of 1000 requests on 100 connections with that rate, in file "runs/STACK/BLOCK.log".
[[nodiscard]] abstat::Report run_of(const std::string& stack, const std::string& block,
                                    double requests_per_second);

// Six stacks in six interleaved blocks, D1 of golden.json: the first so many blocks of each.
[[nodiscard]] std::vector<abstat::Report> d1_reports(std::size_t blocks = 6);
// ln of one stack of D1.
[[nodiscard]] Eigen::ArrayXd d1_logs(const std::string& stack, std::size_t blocks = 6);
[[nodiscard]] const std::vector<std::string>& d1_stacks();

// The eight reports of samples/web-stacks.md, named R1 to R8.
[[nodiscard]] std::vector<abstat::Report> note_reports();
