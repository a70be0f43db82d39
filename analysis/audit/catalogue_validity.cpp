#include "catalogue.hpp"

#include <array>

namespace abstat {

namespace {

constexpr auto warning = Severity::warning;
constexpr auto note = Severity::note;

constexpr std::array<AuditCheck, 20> checks{{
    {"silent-failure", "requests completed without an answer", warning,
     "No byte was received, or fewer than the shortest HTTP responses need. ab counts a TLS handshake with a "
     "plain "
     "HTTP port, a connection closed at once or garbage as a complete request, does not count it as failed, "
     "prints a "
     "healthy rate and exits 0. Nothing in such a report says anything about a server."},
    {"failed-requests", "ab counted failures", warning,
     "Connects refused, connections reset, bodies cut short. Broken requests end early and enter the times "
     "and the "
     "rate, so the report looks better than the server was."},
    {"dynamic-length", "the failures are bodies of another length", note,
     "All failures are Length failures with status 2xx, in at most half of the responses: the page changes "
     "from "
     "request to request. ab compares with the first response only. -l turns the comparison off. A server "
     "that cuts "
     "bodies short looks the same, so look at the sizes."},
    {"odd-first-response", "most responses differ from the first", warning,
     "More than half of the responses differ in length from the first one, which is the only one ab compares "
     "with. "
     "Either the first was the odd one (empty, an error page, a cold cache), then the failures are the good "
     "answers, "
     "or every response differs."},
    {"non-2xx", "responses that were not 2xx", warning,
     "Redirects, refusals and errors. ab counts them as complete and not as failed, and their times enter "
     "every "
     "figure. Error pages are often faster than real ones."},
    {"write-errors", "requests that could not be sent", warning,
     "The connection was closed while the request was being sent. ab counts it as complete, not as failed."},
    {"keep-alive-unused", "-k was given but connections were not kept", warning,
     "Keep-Alive requests is at most half of Complete requests: the server closed the connections, or "
     "answered "
     "without a length. The run measures connecting as much as serving, contrary to what -k suggests."},
    {"short-run", "the run took less than a second", warning,
     "Start-up, the drain at the end and a single hiccup are a visible part of so short a run; repeated runs "
     "of this "
     "length scatter widely."},
    {"few-rounds", "fewer than 50 requests a connection", warning,
     "At the start the connections come up, at the end they run dry; with few requests each, these phases "
     "are a "
     "large part of the run. From 10 requests a connection on this is a note."},
    {"serialised-start", "ab since 2.4.33 starts with one connection", warning,
     "ab since 2.4.33 opens a single connection first and all others only when its response has begun. That "
     "costs "
     "one more round; with fewer than 10 requests a connection it shows in the rate, and runs of older "
     "versions are "
     "not comparable."},
    {"drain", "connections stood idle for more than a tenth of the run", warning,
     "Requests times their mean time, by the elapsed time, is the number of connections busy on average. If "
     "it is "
     "below nine tenths of the concurrency, stragglers at the end, slow starts or time between requests made "
     "up the "
     "rest: throughput is below what the server could do, and Time per request above what its users would "
     "see."},
    {"client-limit", "a rate at which ab itself may be the limit", note,
     "ab is one thread. From about 10,000 requests per second on, it is often ab's own processor that is "
     "saturated, "
     "and all servers faster than that look alike."},
    {"concurrency-not-reached", "fewer connections than asked for", warning,
     "Concurrency achieved, printed by unreleased versions, is below Concurrency Level: the load was lower "
     "than the "
     "report's head says."},
    {"clock-step", "the clock was set during the run", warning,
     "A negative elapsed time, no elapsed time at all, or one request a thousand times as long as the median "
     "and "
     "longer than any retry of TCP. ab measures with the wall clock, so every time and rate is affected."},
    {"interrupted", "the run was stopped by hand", warning,
     "Ctrl-C. Requests in flight are left out but their bytes are not, and the elapsed time runs until the "
     "signal."},
    {"gave-up", "ab gave up", warning, "An error ended the run. What completed before is no steady load."},
    {"truncated", "the report ends in the middle", warning,
     "Later lines are missing, and with them their checks."},
    {"sub-millisecond", "times at the limit of ab's resolution", note,
     "ab prints whole milliseconds. A mean of 0, 1 or 2 ms stands for half or double of it, and every "
     "comparison of "
     "such times is one of rounding."},
    {"ab-warned", "ab's own warning", warning,
     "ab printed WARNING or ERROR: mean and median of a row are further apart than one or two standard "
     "deviations. In "
     "a row with an sd below 1 ms it only compares its own rounding, which is a note here."},
    {"H2", "every figure is a number", Severity::error,
     "inf and nan come out of ab before 2.2.9 when nothing completed or a square overflowed; that is a note. "
     "Later "
     "versions guard every division, so there it is an error."},
}};

}  // namespace

std::span<const AuditCheck> validity_checks() {
  return checks;
}

}  // namespace abstat
