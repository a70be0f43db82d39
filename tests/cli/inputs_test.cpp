#include "cli/inputs.hpp"

#include "cli/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <vector>

#include <abstat/attachments.hpp>
#include <abstat/limits.hpp>

namespace fs = std::filesystem;
using abstat::ExitCode;
using abstat::Inputs;
using abstat::ReportStatus;
using abstat::testing::TemporaryFolder;

namespace {

std::string report_of(int requests, const std::string& rate = "1252.57") {
  return "This is ApacheBench, Version 2.3 <$Revision: 1843412 $>\n"
         "Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/\n"
         "Licensed to The Apache Software Foundation, http://www.apache.org/\n\n"
         "Benchmarking localhost (be patient).....done\n\n\n"
         "Server Software:        nginx/1.22.1\n"
         "Server Hostname:        localhost\n"
         "Server Port:            8100\n\n"
         "Document Path:          /index\n"
         "Document Length:        4 bytes\n\n"
         "Concurrency Level:      1\n"
         "Time taken for tests:   0.798 seconds\n"
         "Complete requests:      " +
         std::to_string(requests) +
         "\n"
         "Failed requests:        0\n"
         "Total transferred:      176000 bytes\n"
         "HTML transferred:       4000 bytes\n"
         "Requests per second:    " +
         rate +
         " [#/sec] (mean)\n"
         "Time per request:       0.798 [ms] (mean)\n"
         "Time per request:       0.798 [ms] (mean, across all concurrent requests)\n"
         "Transfer rate:          215.28 [Kbytes/sec] received\n\n"
         "Connection Times (ms)\n"
         "              min  mean[+/-sd] median   max\n"
         "Connect:        0    0   0.9      0       5\n"
         "Processing:     1    1   0.9      1       7\n"
         "Waiting:        1    1   0.9      1       7\n"
         "Total:          1    1   0.9      1       7\n\n"
         "Percentage of the requests served within a certain time (ms)\n"
         "  50%      1\n  66%      1\n  75%      1\n  80%      1\n  90%      1\n  95%      5\n  98%      6\n"
         "  99%      6\n 100%      7 (longest request)\n";
}

std::string log_of(int rows) {
  std::string log = "starttime\tseconds\tctime\tdtime\tttime\twait\n";
  for (int i = 0; i < rows; ++i) log += "Mon Nov 23 09:00:41 2026\t1795424441\t0\t1\t1\t1\n";
  return log;
}

Inputs read(const std::vector<std::string>& arguments, const std::string& standard_input = {},
            abstat::KeepDocuments keep = abstat::KeepDocuments::no) {
  std::istringstream in(standard_input);
  return abstat::read_all_inputs(arguments, in, keep);
}

std::vector<std::string> messages_of(const Inputs& inputs) {
  std::vector<std::string> messages;
  for (const auto& problem : inputs.problems) messages.push_back(abstat::message_of(problem.problem));
  return messages;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("files and standard input are read in the order of the command line") {
  const TemporaryFolder folder;
  const std::string b = folder.write("b.log", report_of(2));
  const std::string a = folder.write("a.log", report_of(1));
  const Inputs inputs = read({b, "-", a}, report_of(3));
  REQUIRE(inputs.reports.size() == 3);
  CHECK(inputs.reports[0].requests.complete == 2);
  CHECK(inputs.reports[1].requests.complete == 3);
  CHECK(inputs.reports[1].source.file == "-");
  CHECK(inputs.reports[2].requests.complete == 1);
  CHECK(inputs.result.exit_code == ExitCode::ok);
}

TEST_CASE("a stack is named by NAME=, then by headings, then by the folder") {
  const TemporaryFolder folder;
  folder.write("runs/gevent/03.log", report_of(1));
  const std::string note =
      folder.write("note.md", "# Results\n\n## sync workers\n\n```\n" + report_of(2) +
                                  "```\n\n## eight workers\n\n```\n" + report_of(3) + "```\n");
  const Inputs inputs = read({folder.at("runs"), note, "mine=" + note});
  REQUIRE(inputs.reports.size() == 5);
  CHECK(inputs.reports[0].stack == "gevent");
  CHECK(inputs.reports[1].stack == "sync workers");
  CHECK(inputs.reports[2].stack == "eight workers");
  CHECK(inputs.reports[3].stack == "mine");
  CHECK(inputs.reports[4].stack == "mine");
}

TEST_CASE("a bad file is a problem and the good ones are read") {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.log", report_of(1));
  const std::string closed = folder.write("closed.log", report_of(2));
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(good, fs::perms(0644));
  fs::permissions(closed, fs::perms::none);
  const abstat::testing::OrdinaryUser user;
  const Inputs inputs = read({closed, folder.at("missing.log"), good});
  CHECK(inputs.reports.size() == 1);
  CHECK(inputs.result.exit_code == ExitCode::io);
  CHECK(messages_of(inputs) ==
        Lines{"abstat: " + folder.at("missing.log") +
                  ": expected a readable file or folder, found No such file or directory",
              "abstat: " + closed + ": expected a readable file or folder, found Permission denied"});
}

TEST_CASE("a file given itself that holds no report cannot be judged") {
  const TemporaryFolder folder;
  const auto [content, found] = GENERATE(table<std::string, std::string>({
      {"", "an empty file"},
      {"Requests per second are a rate.\n", "none"},
      {std::string("\x7f"
                   "ELF\x02\x01\0\0\0\xff\xfe\x80",
                   12),
       "none"},
      {log_of(3), "only a request log (ab -g) without its report"},
      {"Percentage served,Time in ms\n0,1.000\n", "only a percentile file (ab -e) without its report"},
  }));
  const std::string file = folder.write("x.dat", content);
  const Inputs inputs = read({file});
  CHECK(inputs.result.exit_code == ExitCode::cannot_judge);
  CHECK(messages_of(inputs) == Lines{"abstat: " + file + ": expected a report of ab, found " + found});
}

TEST_CASE("files of a folder that hold no report are passed over and counted") {
  const TemporaryFolder folder;
  folder.write("runs/01.log", report_of(1));
  folder.write("runs/README.md", "# How these were made\n");
  folder.write("runs/ORDER.tsv", "1\tsync\n");
  folder.write("runs/run.sh", "#!/bin/sh\nab -n 1000 http://localhost/\n");
  const Inputs inputs = read({folder.at("runs")});
  CHECK(inputs.problems.empty());
  CHECK(inputs.result.worth_a_summary);
  CHECK(abstat::summary_of(inputs.result.counts) ==
        "4 files: 1 report (1 complete), 0 lines unparsed, 3 files without a report");
}

TEST_CASE("request logs and percentile files of a folder that lie alone are counted as what they are") {
  const TemporaryFolder folder;
  folder.write("runs/01.log", report_of(1));
  folder.write("runs/02.tsv",
               "starttime\tseconds\tctime\tdtime\tttime\twait\n"
               "Sun Nov 22 20:00:00 2026\t1795377600\t0\t7\t7\t7\n");
  folder.write("runs/03.csv", "Percentage served,Time in ms\n0,1.000\n50,2.000\n100,3.000\n");
  const Inputs inputs = read({folder.at("runs")});
  CHECK(inputs.problems.empty());
  CHECK(abstat::summary_of(inputs.result.counts) ==
        "3 files: 1 report (1 complete), 0 lines unparsed, 2 -g or -e files without a report beside them");
}

TEST_CASE("a folder without a single report cannot be judged") {
  const TemporaryFolder folder;
  folder.write("runs/README.md", "# Nothing yet\n");
  const Inputs inputs = read({folder.at("runs")});
  CHECK(inputs.result.exit_code == ExitCode::cannot_judge);
  CHECK(messages_of(inputs) ==
        Lines{"abstat: " + folder.at("runs") + ": expected a report of ab in at least one file, found none"});
}

TEST_CASE("the -g and -e files beside a report are attached to it") {
  const TemporaryFolder folder;
  folder.write("sync/03.log", report_of(60));
  folder.write("sync/03.g.tsv", log_of(60));
  folder.write("sync/03.e.csv", "Percentage served,Time in ms\n0,1.000\n99,6.400\n100,7.100\n");
  const Inputs inputs = read({folder.path()});
  REQUIRE(inputs.reports.size() == 1);
  CHECK(inputs.problems.empty());
  REQUIRE(inputs.reports[0].attachments);
  CHECK(inputs.reports[0].attachments->request_log->rows == 60);
  CHECK(inputs.reports[0].attachments->percentile_file->ms[99]->text() == "6.400");
  CHECK(abstat::summary_of(inputs.result.counts) ==
        "1 file: 1 report (1 complete), 0 lines unparsed, 2 attached files");
}

TEST_CASE("the -e file of a small run loses the rows that ab read past its array") {
  const TemporaryFolder folder;
  const std::string log = folder.write("03.log", report_of(10));
  folder.write("03.csv", "Percentage served,Time in ms\n94,6.000\n95,6.500\n99,6.600\n100,7.000\n");
  const Inputs inputs = read({log});
  REQUIRE(inputs.reports.size() == 1);
  CHECK(inputs.reports[0].attachments->percentile_file->dropped == std::vector<int>{95, 99});
}

TEST_CASE("files of another run are not attached, and that is said") {
  const TemporaryFolder folder;
  const std::string log = folder.write("03.log", report_of(60));
  folder.write("03.tsv", log_of(59));
  folder.write("03.csv", "Percentage served,Time in ms\n0,1.000\n100,9.100\n");
  const Inputs inputs = read({log});
  REQUIRE(inputs.reports.size() == 1);
  CHECK_FALSE(inputs.reports[0].attachments);
  CHECK(inputs.result.exit_code == ExitCode::ok);
  CHECK(messages_of(inputs) ==
        Lines{"abstat: " + folder.at("03.csv") +
                  ": expected the longest request of the report beside it, 7 ms, found 9.100 ms; it is not "
                  "attached",
              "abstat: " + folder.at("03.tsv") +
                  ": expected the 60 requests of the report beside it, found 59; it is not attached"});
}

TEST_CASE("a file that only has a companion's name is left alone") {
  const TemporaryFolder folder;
  const std::string log = folder.write("03.log", report_of(60));
  folder.write("03.csv", "stack,runs\nsync,3\n");
  const Inputs inputs = read({log});
  CHECK(inputs.problems.empty());
  CHECK_FALSE(inputs.reports[0].attachments);
}

TEST_CASE("attachments belong to the last of several reports in a file") {
  const TemporaryFolder folder;
  const std::string log = folder.write("03.log", report_of(5) + report_of(60));
  folder.write("03.tsv", log_of(60));
  const Inputs inputs = read({log});
  REQUIRE(inputs.reports.size() == 2);
  CHECK_FALSE(inputs.reports[0].attachments);
  CHECK(inputs.reports[1].attachments);
}

TEST_CASE("what ab said on stderr explains why a run was aborted") {
  const TemporaryFolder folder;
  const std::string whole = report_of(1);
  folder.write("runs/03.log", whole.substr(0, whole.find(".....done")) + "...");
  folder.write("runs/03.err", "apr_socket_recv: Connection refused (111)\n");
  const Inputs inputs = read({folder.at("runs")});
  REQUIRE(inputs.reports.size() == 1);
  CHECK(inputs.reports[0].status == ReportStatus::aborted);
  CHECK(inputs.reports[0].status_reason == "apr_socket_recv: Connection refused (111)");
}

TEST_CASE("a run that was called wrongly is known by its stderr") {
  const TemporaryFolder folder;
  folder.write("runs/03.log", "");
  const std::string file = folder.write("runs/03.err",
                                        "ab: invalid URL\nUsage: ab [options] [http[s]://]hostname"
                                        "[:port]/path\nOptions are:\n");
  const Inputs inputs = read({folder.at("runs")});
  REQUIRE(inputs.reports.size() == 1);
  CHECK(inputs.reports[0].status == ReportStatus::aborted);
  CHECK(inputs.reports[0].status_reason == "ab: invalid URL");
  CHECK(inputs.reports[0].source.file == file);
  CHECK(inputs.problems.empty());
}

TEST_CASE("what ab said on stderr beside a whole report is kept as messages") {
  const TemporaryFolder folder;
  folder.write("runs/03.log", report_of(1));
  folder.write("runs/03.err", "Completed 100 requests\nSSL handshake failed (1).\nFinished 100 requests\n");
  const Inputs inputs = read({folder.at("runs")});
  REQUIRE(inputs.reports.size() == 1);
  CHECK(inputs.reports[0].status == ReportStatus::complete);
  CHECK(inputs.reports[0].messages == Lines{"SSL handshake failed (1)."});
}

TEST_CASE("a pipe given itself is read as it arrives") {
  const TemporaryFolder folder;
  const std::string pipe = folder.at("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] {
    std::ofstream out(pipe, std::ios::binary);
    for (const char byte : report_of(7)) out << byte << std::flush;
  });
  const Inputs inputs = read({pipe});
  writer.join();
  REQUIRE(inputs.reports.size() == 1);
  CHECK(inputs.reports[0].requests.complete == 7);
}

TEST_CASE("a read that fails half-way is a problem, and what came before it is kept") {
  // Reading the memory of a process from address 0 fails with an I/O error.
  const Inputs inputs = read({"/proc/self/mem"});
  CHECK(inputs.result.exit_code == ExitCode::io);
  CHECK(messages_of(inputs).front() ==
        "abstat: /proc/self/mem: expected a readable file or folder, found Input/output error");
}

TEST_CASE("documents are handed over after their reports when they are asked for") {
  const TemporaryFolder folder;
  const std::string prose = folder.write("prose.md", "We measured 1252 requests per second.\n");
  const Inputs inputs = read({prose}, "", abstat::KeepDocuments::yes);
  REQUIRE(inputs.documents.size() == 1);
  CHECK(inputs.documents[0].file == prose);
  CHECK(inputs.result.exit_code == ExitCode::cannot_judge);
  CHECK(read({prose}).documents.empty());
}

TEST_CASE("a text larger than a document may be is read without its headings") {
  const TemporaryFolder folder;
  const std::string padding(abstat::limits::document_bytes, '\n');
  const std::string note =
      folder.write("note.md", "# Results\n\n```\n" + report_of(1) + "```\n" + padding + report_of(2));
  const Inputs inputs = read({note});
  REQUIRE(inputs.reports.size() == 2);
  CHECK(inputs.reports[0].stack == "note");
  CHECK(inputs.result.exit_code == ExitCode::ok);
  CHECK(messages_of(inputs) ==
        Lines{"abstat: " + note +
              ": expected a document of at most 4 MiB, found more; its headings name no stacks"});
}

TEST_CASE("what is longer than a document as it lies is never kept whole") {
  const TemporaryFolder folder;
  const std::string padding(abstat::limits::document_bytes, '\n');
  const std::string path =
      folder.write("note.md", "# Results\n\n```\n" + report_of(1) + report_of(2) + "```\n" + padding);
  std::uint64_t bytes = 0;
  std::uint64_t bytes_at_report = 0;
  abstat::InputSink sink;
  sink.report = [&](abstat::Report&& report) {
    if (report.requests.complete == 1) bytes_at_report = bytes;
  };
  sink.problem = [](abstat::InputProblem&&) {};
  sink.progress = [&](const abstat::InputCounts& counts) { bytes = counts.bytes; };
  std::istringstream in;
  CHECK(abstat::read_inputs(std::vector{path}, in, sink).exit_code == ExitCode::ok);
  CHECK(bytes_at_report > 0);
  CHECK(bytes_at_report < abstat::limits::document_bytes);
}

TEST_CASE("a few short files are printed on the thread that asks for it") {
  const TemporaryFolder folder;
  for (int i = 0; i < 5; ++i) folder.write("runs/" + std::to_string(i) + ".log", report_of(i));
  std::string printed;
  bool elsewhere = false;
  const auto print = [&, here = std::this_thread::get_id()](std::string& text, const abstat::Report& report) {
    elsewhere = elsewhere || std::this_thread::get_id() != here;
    text += std::to_string(*report.requests.complete);
  };
  const abstat::ReportPrinting printing{4, print, ", ", [&](std::string_view text) {
                                          printed += (printed.empty() ? "" : ", ") + std::string(text);
                                        }};
  abstat::InputSink sink;
  sink.printing = &printing;
  std::istringstream in;
  CHECK(abstat::read_inputs(std::vector{folder.at("runs")}, in, sink).counts.total_reports() == 5);
  CHECK(printed == "0, 1, 2, 3, 4");
  CHECK_FALSE(elsewhere);
}

TEST_CASE("a printer that fails ends the reading and is heard of") {
  const TemporaryFolder folder;
  for (int i = 0; i < 100; ++i) folder.write("runs/" + std::to_string(100 + i) + ".log", report_of(i));
  const abstat::ReportPrinting printing{GENERATE(1U, 4U),
                                        [](std::string&, const abstat::Report& report) {
                                          if (report.requests.complete == 50) throw std::bad_alloc();
                                        },
                                        "", [](std::string_view) {}};
  abstat::InputSink sink;
  sink.printing = &printing;
  std::istringstream in;
  CHECK_THROWS_AS(abstat::read_inputs(std::vector{folder.at("runs")}, in, sink), std::bad_alloc);
}

TEST_CASE("a request log without a report goes to whoever asks for it") {
  std::uint64_t rows = 0;
  std::vector<abstat::InputProblem> problems;
  const abstat::InputSink sink{
      [](abstat::Report&&) {},
      {},
      [&](abstat::InputProblem&& problem) { problems.push_back(std::move(problem)); },
      [&](abstat::RequestLog&& log) { rows = log.rows; }};
  std::istringstream in(log_of(12));
  CHECK(abstat::read_inputs(std::vector<std::string>{"-"}, in, sink).exit_code == ExitCode::ok);
  CHECK(rows == 12);
  CHECK(problems.empty());
}
