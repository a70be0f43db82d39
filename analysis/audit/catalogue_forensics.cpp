#include "catalogue.hpp"

#include <array>

namespace abstat {

namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto note = Severity::note;

constexpr std::array<AuditCheck, 5> checks{{
    {"pasted-twice", "the same run is shown twice", warning,
     "Two reports share every rate and every time of their table. The elapsed time alone has six digits or "
     "more (runs "
     "under a tenth of a second are left out), so two runs do not. It is one measurement: it cannot stand "
     "for two "
     "stacks, and is no repetition. An excerpt that repeats only the rates of a whole report is a note."},
    {"shared-rates", "two reports share all rates but not their times", error,
     "Every rate of two reports is the same, to the microsecond of elapsed time, but the Connection Times "
     "differ. Two "
     "runs do not coincide so, and one run has one table: rates or table of one report were copied."},
    {"shared-table", "two reports share all times but not their rates", error,
     "The Connection Times of two reports agree in every figure, at least eight of them different, but the "
     "rates "
     "differ. Tables of fast runs, full of zeros and ones, are left out."},
    {"stitched", "rates of one run, times of another", error,
     "The rates are those of one earlier report and the Connection Times those of another. Stitching without "
     "the "
     "originals at hand shows only where the parts do not fit: F1, F2, or as an unlikely drain."},
    {"response-sizes", "what the byte counts tell about good and bad responses", note,
     "With one size of good and one of bad responses the byte counts leave few solutions in whole numbers. "
     "If one has "
     "body and header of another report whose responses were all alike, the good responses came from the "
     "same page "
     "through the same front end."},
}};

}  // namespace

std::span<const AuditCheck> forensic_checks() {
  return checks;
}

}  // namespace abstat
