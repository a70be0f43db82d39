// Caveats of a whole table: what all rows share is said once, what some rows have is named in the row and
// explained once below.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <abstat/caveat.hpp>
#include <abstat/table.hpp>

namespace abstat {

// What a caveat means for the reader, in one sentence without its figures.
[[nodiscard]] std::string_view meaning_of(CaveatCode code);

class CaveatNotes {
 public:
  // A detail that begins with `who` says itself whose it is.
  void add_row(const std::string& who, const std::vector<Caveat>& caveats);
  // The caveats of a row that not every row has.
  [[nodiscard]] Cell cell(const std::vector<Caveat>& caveats) const;
  // One sentence a caveat; those of all rows first.
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  struct Row {
    std::string who;
    std::vector<Caveat> caveats;
  };
  [[nodiscard]] bool shared_by_all(CaveatCode code) const;
  [[nodiscard]] std::string details_of(CaveatCode code) const;

  std::vector<Row> rows_;
  std::map<CaveatCode, std::size_t> rows_with_;
};

}  // namespace abstat
