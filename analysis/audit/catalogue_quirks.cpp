#include "catalogue.hpp"

#include <array>

namespace abstat {

namespace {

constexpr auto note = Severity::note;

constexpr std::array<AuditCheck, 13> checks{{
    {"seconds-called-ms", "Time per request in seconds", note,
     "2.0.17 to 2.0.36 print Time per request in seconds behind the label [ms]. The checks use seconds "
     "there."},
    {"whole-kib-rate", "Transfer rate of whole KiB", note,
     "2.0.17 to 2.2.8 divide Total transferred by 1024 in integers before dividing by the time, so up to "
     "1023 bytes "
     "are lost, and small transfers print 0.00."},
    {"kilobytes-of-1000", "kilobytes of 1000 bytes", note,
     "Before 2.0.17 the Transfer rate counts 1000 bytes to the kilobyte, afterwards 1024 under the same "
     "label."},
    {"unpadded-microseconds", "microseconds without padding", note,
     "2.0.17 to 2.2.8 print Time taken as seconds, a point and the number of microseconds without leading "
     "zeros: "
     "0.58453 is 0.058453 s. The checks read it so."},
    {"html-time-in-microseconds", "HTML shows milliseconds as microseconds", note,
     "-w of 2.0.16 to 2.2.8 prints a number of milliseconds through the format for microseconds."},
    {"html-throughput-x1000", "HTML shows 1000 times the throughput", note,
     "-w of 2.2.9 to 2.2.34 multiplies Requests per second by 1000."},
    {"html-rate-in-bytes", "HTML shows bytes per second as kb/s", note,
     "-w of 2.2.9 to 2.4.6 does not divide the Transfer rate by 1024."},
    {"cut-milliseconds", "times cut to whole milliseconds", note,
     "Before 2.2.9 every time is cut, not rounded, to whole milliseconds when it is stored, and from 2.0.17 "
     "on the "
     "mean is cut again: means are 0.5 to 1 ms too low on average. Bounds allow for it."},
    {"subtracted-processing", "Processing is Total minus Connect", note,
     "With -S before 2.4.7, and in HTML always, ab subtracts the printed minimum, mean and maximum of two "
     "rows. What "
     "comes out need not be in order and belongs to no request."},
    {"broken-minima", "minima of Processing and Waiting are wrong", note,
     "1.3.22 to 1.3.42 compare the minimum of Processing with the wrong variable, and start those of Waiting "
     "and "
     "Processing at 99999 ms. Checks on these minima are left out."},
    {"overflowing-sd", "standard deviation overflows", note,
     "1.3.22 to 1.3.42 square deviations in 32 bits; beyond 46340 ms the sd is wrong, or nan. Checks on it "
     "are left "
     "out."},
    {"median-of-odd", "median of an odd number of requests is too high", note,
     "Every version averages the middle time with the next slower one. The 50% line of the percentile table "
     "is the "
     "true median."},
    {"window-averages", "samples are averages", note,
     "Unreleased versions keep 50000 samples with -t and fold further requests into them as means."},
}};

}  // namespace

std::span<const AuditCheck> quirk_checks() {
  return checks;
}

}  // namespace abstat
