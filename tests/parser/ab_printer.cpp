#include "parser/ab_printer.hpp"

#include <fmt/format.h>
#include <iterator>
#include <string_view>

using abstat::AbEra;
using abstat::Figure;
using abstat::Report;

namespace {

class Printer {
 public:
  explicit Printer(const Report& report) : r_(report) {}

  std::string print() {
    print_banner();
    print_progress();
    print_header();
    print_totals();
    print_rates();
    if (r_.connection_times_ms) print_times();
    for (const abstat::AbWarning& warning : r_.ab_warnings) print_warning(warning);
    if (r_.percentiles_ms) print_percentiles();
    return text_;
  }

 private:
  [[nodiscard]] bool is_old() const { return r_.era <= AbEra::e1; }
  [[nodiscard]] bool is_before(AbEra era) const { return r_.era < era; }

  template <typename... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
    text_ += '\n';
  }
  template <typename T>
  void entry(std::string_view label, const T& value, std::string_view unit = "") {
    line("{:<24}{}{}", label, value, unit);
  }
  template <typename T>
  void entry_if(std::string_view label, const std::optional<T>& value, std::string_view unit = "") {
    if (value) entry(label, *value, unit);
  }
  void figure(std::string_view label, const std::optional<Figure>& value, std::string_view unit) {
    if (value) entry(label, value->text(), unit);
  }

  void print_banner() {
    const std::string revision = r_.ab.revision         ? fmt::format(" <$Revision: {} $>", *r_.ab.revision)
                                 : is_before(AbEra::e5) ? std::string()
                                                        : std::string(" <$Revision$>");
    const std::string_view trailer = r_.era == AbEra::e2                          ? " apache-1.3"
                                     : r_.era == AbEra::e3 || r_.era == AbEra::e4 ? " apache-2.0"
                                                                                  : "";
    line("This is ApacheBench, Version {}{}{}", *r_.ab.version, revision, trailer);
    line("Copyright {}1996 Adam Twiss, Zeus Technology Ltd, {}http://www.zeustech.net/",
         is_before(AbEra::e5) ? "(c) " : "",
         r_.era == AbEra::e8 ? "http://web.archive.org/web/20000304112933/" : "");
    line("{}", is_before(AbEra::e5)
                   ? "Copyright (c) 1998-2001 The Apache Software Foundation, http://www.apache.org/"
                   : "Licensed to The Apache Software Foundation, http://www.apache.org/");
    line("");
  }

  void print_progress() {
    const std::string proxy =
        r_.benchmarking.proxy_host
            ? fmt::format("[through {}:{}] ", *r_.benchmarking.proxy_host, *r_.benchmarking.proxy_port)
            : "";
    text_ += fmt::format("Benchmarking {} {}(be patient)", *r_.benchmarking.host, proxy);
    if (r_.progress.completed.empty()) {
      text_ += is_old() ? "..." : r_.status == abstat::ReportStatus::interrupted ? "...\n" : ".....done\n";
    } else {
      text_ += '\n';
      for (const auto completed : r_.progress.completed) line("Completed {} requests", completed);
      if (r_.progress.finished) line("Finished {} requests", *r_.progress.finished);
    }
    text_ += is_before(AbEra::e3) ? "\r" + std::string(75, ' ') + "\r" : "\n\n";
  }

  void print_header() {
    entry("Server Software:", *r_.server.software);
    entry("Server Hostname:", *r_.server.hostname);
    entry("Server Port:", *r_.server.port);
    if (r_.tls) {
      line("{:<24}{},{},{},{}", "SSL/TLS Protocol:", *r_.tls->protocol, *r_.tls->cipher, *r_.tls->key_bits,
           *r_.tls->cipher_bits);
      entry_if("Server Temp Key:", r_.tls->server_temp_key);
      entry_if("TLS Server Name:", r_.tls->server_name);
    }
    line("");
    entry("Document Path:", *r_.document.path);
    if (r_.document.length_variable) {
      entry("Document Length:", "Variable");
    } else {
      entry("Document Length:", *r_.document.length_bytes, " bytes");
    }
    line("");
  }

  void print_totals() {
    entry_if("Number of workers:", r_.workers);
    entry(r_.era == AbEra::e0 ? "Concurency Level:" : "Concurrency Level:", *r_.concurrency);
    entry_if("Concurrency achieved:", r_.concurrency_achieved);
    figure("Rampup delay:", r_.rampup_delay_ms, " [ms]");
    figure("Time taken for tests:", r_.time_taken_s, " seconds");
    entry_if("Number of requests:", r_.requests.window, " (window)");
    entry("Complete requests:", *r_.requests.complete);
    entry("Failed requests:", *r_.requests.failed);
    if (const auto& failed = r_.requests.failed_breakdown) {
      const std::string receive = failed->receive ? fmt::format(" Receive: {},", *failed->receive) : "";
      line("   (Connect: {},{} Length: {}, Exceptions: {})", *failed->connect, receive, *failed->length,
           *failed->exceptions);
    }
    entry_if("Broken pipe errors:", r_.requests.broken_pipe_errors);
    entry_if("Write errors:", r_.requests.write_errors);
    entry_if("Non-2xx responses:", r_.requests.non_2xx);
    entry_if("Keep-Alive requests:", r_.requests.keep_alive);
    entry_if("Keep-Alive aborts:", r_.requests.keep_alive_aborts);
    const bool misspelt = r_.era == AbEra::e0;
    entry(misspelt ? "Total transfered:" : "Total transferred:", *r_.bytes.total, " bytes");
    switch (r_.bytes.sent_label) {
      case abstat::SentLabel::none:
        break;
      case abstat::SentLabel::posted:
        entry("Total POSTed:", *r_.bytes.sent);
        break;
      case abstat::SentLabel::put:
        entry("Total PUT:", *r_.bytes.sent);
        break;
      case abstat::SentLabel::body_sent:
        entry("Total body sent:", *r_.bytes.sent);
        break;
    }
    entry(misspelt ? "HTML transfered:" : "HTML transferred:", *r_.bytes.html, " bytes");
  }

  void print_rates() {
    figure(r_.era == AbEra::e0 ? "Requests per seconds:" : "Requests per second:", r_.requests_per_second,
           is_old() ? "" : " [#/sec] (mean)");
    figure("Time per request:", r_.time_per_request_ms, " [ms] (mean)");
    figure("Time per request:", r_.time_per_request_all_ms, " [ms] (mean, across all concurrent requests)");
    figure("Transfer rate:", r_.transfer_rate_kib_s.received,
           r_.era == AbEra::e0   ? " kb/s"
           : r_.era == AbEra::e1 ? " kb/s received"
                                 : " [Kbytes/sec] received");
    figure("", r_.transfer_rate_kib_s.sent, " kb/s sent");
    figure("", r_.transfer_rate_kib_s.total, " kb/s total");
  }

  void print_row(std::string_view label, const std::optional<abstat::TimesRow>& row) {
    if (!row) return;
    const std::string min = row->min.text();
    const std::string mean = row->mean.text();
    const std::string max = row->max.text();
    if (!row->sd && is_before(AbEra::e3)) {
      line("{:<{}}{:>5} {:>5} {:>5}", label, r_.era == AbEra::e0 ? 9 : 12, min, mean, max);
    } else if (!row->sd) {
      line("{:<12}{:>5} {:>5}{:>5}", label, min, mean, max);
    } else if (is_before(AbEra::e3)) {
      line("{:<12}{:>5} {:>5} {:>6}  {:>5} {:>5}", label, min, mean, row->sd->text(), row->median->text(),
           max);
    } else {
      line("{:<12}{:>5} {:>4} {:>5} {:>6} {:>7}", label, min, mean, row->sd->text(), row->median->text(),
           max);
    }
  }

  void print_times() {
    const abstat::ConnectionTimes& times = *r_.connection_times_ms;
    line("");
    line("{} Times (ms)", is_before(AbEra::e3) ? "Connnection" : "Connection");
    line("{}",
         times.connect->sd ? "              min  mean[+/-sd] median   max" : "              min   avg   max");
    print_row("Connect:", times.connect);
    print_row("Processing:", times.processing);
    print_row("Waiting:", times.waiting);
    print_row("Total:", times.total);
  }

  void print_warning(const abstat::AbWarning& warning) {
    constexpr std::array<std::string_view, 4> rows{"initial connection", "processing", "waiting", "total"};
    const std::string_view row = rows.at(static_cast<std::size_t>(warning.about));
    if (warning.severity == abstat::AbWarning::Severity::error) {
      line("ERROR: The median and mean for the {} time are more than twice the standard", row);
      line("       deviation apart. These results are NOT reliable.");
    } else {
      const bool early = is_before(AbEra::e4);
      line("{}: The median and mean for the {} time are not within a normal deviation",
           early ? "WARING" : "WARNING", row);
      line("        These results are {} not that reliable.", early ? "propably" : "probably");
    }
  }

  void print_percentiles() {
    line("");
    line("Percentage of the requests served within a certain time (ms)");
    for (const int level : abstat::Percentiles::levels) {
      const std::string_view suffix = level < 100            ? ""
                                      : is_before(AbEra::e3) ? " (last request)"
                                                             : " (longest request)";
      line("{:>4}%  {:>5}{}", level, r_.percentiles_ms->at(level)->text(), suffix);
    }
  }

  const Report& r_;
  std::string text_;
};

}  // namespace

std::string print_as_ab(const Report& report) {
  return Printer(report).print();
}
