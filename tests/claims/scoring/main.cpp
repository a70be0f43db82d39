// claims_score FOLDER [-v] [--accusations]: reads the labelled documents of a folder and prints how well
// their claims are read, bound and judged, as a markdown table. Exits with 1 below the shares that
// docs/claims.md promises; with --accusations only where one is false.
#include "score.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <string_view>

namespace {

using abstat::scoring::Score;

void print_row(const std::string& name, const Score& score) {
  fmt::print("| {} | {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {} | {} |\n", name,
             score.labelled, score.reported, score.extraction_precision(), score.extraction_recall(),
             score.binding_accuracy(), score.verdict_precision(), score.verdict_recall(), score.caveats_wrong,
             score.false_contradicted);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: claims_score FOLDER [-v] [--accusations]\n");
    return 2;
  }
  const auto given = [&](std::string_view option) {
    return std::find(arguments + 2, arguments + count, option) != arguments + count;
  };
  const bool verbose = given("-v");
  Score total;
  std::vector<std::string> mistakes;
  fmt::print(
      "| document | labelled | reported | found: precision | recall | bound right | verdict: precision | "
      "recall | caveats wrong | false contradicted |\n");
  fmt::print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
  for (const auto& document : abstat::scoring::read_folder(arguments[1])) {
    const Score score = score_document(document, mistakes);
    if (verbose) print_row(document.path.filename().string(), score);
    total += score;
  }
  print_row(fmt::format("all {}", total.documents), total);
  if (verbose) {
    for (const std::string& mistake : mistakes) fmt::print("{}\n", mistake);
  }
  const bool complete = total.verdict_precision() >= 0.97 && total.verdict_recall() >= 0.9;
  const bool good = (complete || given("--accusations")) && total.false_contradicted == 0;
  return good && total.documents > 0 ? 0 : 1;
}
