#include "catalogue.hpp"

#include <array>

namespace abstat {

namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto note = Severity::note;

constexpr std::array<AuditCheck, 40> checks{{
    {"A1", "Concurrency Level <= Complete requests", warning,
     "ab refuses to start with more connections than requests, so only a run cut short (-t, Ctrl-C) "
     "completes fewer "
     "requests than it had connections. Such a run has not used every connection even once."},
    {"A2", "Complete requests / Requests per second = Time taken", error,
     "ab divides the requests by the same clock reading that it prints as Time taken. Both figures stand for "
     "all "
     "values that print so; the times they allow must overlap. No other tolerance. ab before 2.2.9 computed "
     "in "
     "float, which adds four roundings of 2^-24."},
    {"A3", "Time per request (mean) * Complete requests / Concurrency Level = Time taken", error,
     "The first Time per request is concurrency times elapsed time by requests. The times allowed by its "
     "digits and "
     "by those of Time taken must overlap. 2.0.17 to 2.0.36 printed seconds and called them ms; that is "
     "allowed for."},
    {"A4", "Time per request (across all) * Complete requests = Time taken", error,
     "The second Time per request is elapsed time by requests. The times allowed by its digits and by those "
     "of Time "
     "taken must overlap."},
    {"A5", "Time per request (mean) agrees with Requests per second", error,
     "Both come from the same clock reading and have five or more digits, so they pin each other down to "
     "about five "
     "parts in a million: far below the millisecond of Time taken."},
    {"A6", "bytes / Transfer rate = Time taken", error,
     "The rate is Total transferred by 1024 by elapsed time; after 0 bytes it is 0.00. The same holds for "
     "kb/s sent "
     "and kb/s total of runs with a body. 2.0.17 to 2.2.8 divided the bytes by 1024 in integers first, older "
     "ones by "
     "1000, and HTML of 2.2.9 to 2.4.6 shows bytes per second; these formulas are used where they apply."},
    {"A7", "one whole number of microseconds makes ab print all these lines", error,
     "ab measures whole microseconds and computes every rate from them in double precision. abstat looks for "
     "a "
     "number of microseconds for which ab's own arithmetic and printf give Time taken, Requests per second, "
     "both "
     "Times per request and the Transfer rate exactly as printed. If there is none, at least one figure is "
     "not ab's; "
     "if leaving out one line lets the others agree, it is named, with what ab would have printed. Before "
     "2.2.9 the "
     "elapsed time is printed in full and the check is that all rates allow it."},
    {"B1", "Failed requests = sum of its bracket, and a bracket if and only if requests failed", error,
     "ab prints (Connect, Receive, Length, Exceptions) only if something failed, and every failure raises "
     "one of "
     "them. Exceptions, reported as warnings or passed: responses with more than 8 KiB of headers are failed "
     "and "
     "non-2xx but in no counter; HTML never shows Receive; trunk counts short bodies and TLS failures "
     "without a "
     "counter; an excerpt may have lost the bracket."},
    {"B2", "failures are not more than Complete requests", error,
     "Length failures are completed requests, so they cannot be more than Complete requests; nor can non-2xx "
     "responses, but for one a connection in a run ended by -t, whose status is counted before the rest of "
     "the "
     "response has come: that is a warning. "
     "Failed requests can: with -r one reset may be counted as Receive, Length and Exceptions, and failed "
     "connects "
     "are retried without completing. That is a warning, too."},
    {"B3", "Keep-Alive requests <= Complete requests", error,
     "Keep-Alive requests counts completed requests whose connection was kept."},
    {"C1", "Total transferred >= HTML transferred", error,
     "Total transferred counts headers and bodies, HTML transferred the bodies in it."},
    {"C2", "HTML transferred = Document Length * Complete requests", note,
     "Holds when every response had the size of the first one. Without a Document Length the bytes must be a "
     "multiple of the requests. Not applicable after failures, non-2xx responses, -l or Ctrl-C. ab counts "
     "the bytes "
     "of requests it had begun but not completed when it stopped (-t), so this is a note, never an error."},
    {"C3", "the bytes of headers are a multiple of Complete requests", note,
     "Holds when every response had headers of the same size. Cookies, dates of varying length, "
     "Content-Length "
     "of varying pages and requests cut off at the end break it, so this is a note."},
    {"C4", "some size of good and some of bad responses adds up to the bytes", note,
     "With N non-2xx responses among n, one size of good and one of bad responses must solve (n-N)*good + "
     "N*bad = "
     "bytes in whole numbers, for bodies, headers and both. If nothing solves it, one of the two kinds "
     "varies. The "
     "solutions often tell which front end wrote the error pages."},
    {"D1", "min <= mean <= max and min <= median <= max, in each row", error,
     "All four are rounded alike, and rounding keeps the order, so the printed figures compare exactly. Rows "
     "that ab "
     "only subtracts (Processing with -S before 2.4.7 and in HTML) are left out, and so are the minima of "
     "Processing "
     "and Waiting in 1.3.22 to 1.3.42, which that ab gets wrong."},
    {"D2", "sd <= range / 2 * sqrt(n/(n-1)), in each row", error,
     "Popoviciu's inequality: no n numbers in a range scatter more than half of them at each end. Minimum "
     "and "
     "maximum are taken half a millisecond further out, the sd half of its last digit lower and by what ab "
     "loses "
     "when it cuts the mean (1 microsecond; 1 ms before 2.2.9)."},
    {"D3", "sd^2 <= n/(n-1) * (max - mean) * (mean - min), in each row", error,
     "The inequality of Bhatia and Davis: D2 with the mean known. The mean is taken where within its "
     "rounding it "
     "allows most."},
    {"D4", "sd is at least what the extremes alone make, in each row", error,
     "(n-1)*sd^2 is the sum of all squared deviations, so it is at least that of the fastest and slowest "
     "request, "
     "and at least half the squared range. The distances are shrunk by rounding."},
    {"D5", "mean, median and sd fit each other, in each row", error,
     "Cantelli's inequality: |mean - median| <= sd * f. With an even number of requests ab's median is the "
     "upper "
     "middle one, at or beyond which half of them lie, and f is sqrt((n-1)/n). With an odd number ab "
     "averages the "
     "middle one and the next, beyond which fewer lie, and f is sqrt((n+1)/n). Besides, minimum, median and "
     "maximum "
     "bound every request's time, and so the mean and, given it, the sd."},
    {"E1", "mean Connect + mean Processing = mean Total", error,
     "Total is connect plus processing for every request, so the means add up but for rounding, at most 1. "
     "Where ab "
     "prints Processing as the difference of the two rows (-S before 2.4.7, HTML) that difference is "
     "checked."},
    {"E2", "max Total fits max Connect and max Processing", error,
     "No part of a request takes longer than the whole, and no request longer than the slowest parts "
     "together: the "
     "largest total is at least the largest processing time plus the least connect time and the reverse, and "
     "at most "
     "the two largest together. Rounding moves the sum by up to 1.5 ms; maxima compare exactly."},
    {"E3", "min and median Total fit those of Processing and Connect", error,
     "Every total time is that request's processing time plus at least the least and at most the largest "
     "connect "
     "time. Sorting keeps such bounds, so they hold for the minimum and for ab's median as well, within "
     "rounding."},
    {"E4", "Waiting <= Processing for min, mean, median and max", warning,
     "Waiting runs from the last byte sent to the first byte received, within processing. A server that "
     "answers "
     "before the request is complete, or a clock that is set meanwhile, breaks it, so it is a warning."},
    {"E5", "|sd Connect - sd Processing| <= sd Total <= sd Connect + sd Processing", error,
     "The standard deviation of a sum obeys the triangle inequality. Tolerance: half of each printed digit, "
     "and what "
     "ab loses when it cuts the means (1 microsecond; 1 ms before 2.2.9)."},
    {"F1", "requests * mean Total <= connections * elapsed time", error,
     "Little's law: a connection serves one request at a time, so all requests' times together fit into the "
     "elapsed "
     "time of all connections. The elapsed time is that on which all rates agree. A clock set back during "
     "the run "
     "breaks it."},
    {"F2", "max Total <= elapsed time", error,
     "No request takes longer than the run. A clock set back breaks it."},
    {"G1", "percentiles do not decrease, and levels of the same request are equal", error,
     "The table reads the sorted times at place n*p/100. In a short run several levels fall on the same "
     "place and "
     "show the same time."},
    {"G2", "100% = max Total", error, "Both are the longest time of all requests, rounded alike."},
    {"G3", "50% = median Total for an even number of requests, <= for an odd one", error,
     "With an even number ab takes both from the same place. With an odd number its median is the mean of "
     "the middle "
     "request and the next slower one, a bug in every version, and lies at or above the 50% line."},
    {"G4", "min Total <= every percentile <= max Total", error, "They are times of the same requests."},
    {"G5", "mean and sd of Total fit the percentiles", error,
     "Every line of the table bounds the times of the requests before and after its place. The sums of these "
     "bounds "
     "enclose the sum of all times, and the squares of their distances from the mean enclose the variance; "
     "every "
     "figure is allowed its rounding."},
    {"H1", "ab's own WARNING and ERROR lines follow from the row", error,
     "ab prints ERROR when mean and median of a row are more than two standard deviations apart and WARNING "
     "when "
     "they are more than one apart, comparing whole milliseconds with the sd before rounding. What the "
     "printed row "
     "rules out cannot have been said. Counted only where ab said something or had to."},
    {"J1", "the -g file has one row for each complete request", error,
     "ab writes a row for every request that enters its table, so a file with another number of rows is of "
     "another "
     "run, or cut."},
    {"J2", "min and max of each row are those of the -g file", error,
     "The file has the same times, rounded (before 2.2.9: cut) in the same way, so minima and maxima are "
     "equal. Left "
     "out: rows ab subtracts, and minima that 1.3.22 to 1.3.42 get wrong."},
    {"J3", "mean and sd of each row fit the -g file", error,
     "Computed from the rows of the file. Since 2.2.9 each was rounded by up to half a millisecond, which "
     "moves the "
     "mean by as much and the sd by 0.71 ms at most; before, the file has the very numbers ab computed "
     "with."},
    {"J4", "the percentile table reads the -g file at floor(n*p/100)", error,
     "The table is taken from the same sorted times at a known place, so every line equals one row of the "
     "file."},
    {"J5", "all requests of the -g file start within the elapsed time", error,
     "The file has the second of each start. First and last are at most the elapsed time and one second "
     "apart."},
    {"K1", "the -e file does not decrease", error,
     "Row k of the file is the time at floor(0.5 + n*k/100) of the sorted times. Rows that ab reads past the "
     "end of "
     "its array (n*(100-k) <= 50) are left out: garbage in every version. Rows of the same place are equal."},
    {"K2", "min, max and the percentile table fit the -e file", error,
     "The table reads the same times at floor(n*k/100). What the file says of earlier and later places "
     "bounds every "
     "line of the table; at the same place they are equal once rounded to whole milliseconds."},
    {"K3", "mean and sd of Total fit the -e file", error,
     "As G5, with the hundred places of the file, which pin them down far more closely."},
}};

}  // namespace

std::span<const AuditCheck> identity_checks() {
  return checks;
}

}  // namespace abstat
