// What -f sqlite writes, asked with the sqlite3 program.
#include "cli/run.hpp"
#include "cli/temporary_folder.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string convert(const std::vector<std::string>& inputs, const fs::path& database) {
  std::vector<std::string> args{"convert"};
  args.insert(args.end(), inputs.begin(), inputs.end());
  args.insert(args.end(), {"-f", "sqlite", "-o", database.string()});
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  CHECK(abstat::run(args, io) == abstat::ExitCode::ok);
  CHECK(out.str().empty());
  return err.str();
}

std::string asked(const fs::path& database, const std::string& sql) {
  const fs::path question = database.string() + ".sql";
  std::ofstream(question) << sql;
  const std::string command = "sqlite3 '" + database.string() + "' < '" + question.string() + "' 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string answer;
  std::array<char, 4096> block{};
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe)) answer.append(block.data(), got);
  pclose(pipe);
  return answer;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::vector<std::string> both{ABSTAT_SOURCE_DIR "/samples/web-stacks.md",
                                    ABSTAT_SOURCE_DIR "/tests/page/inputs/stacks"};

// The blocks of a page in a language, in their order.
std::vector<std::string> blocks_of(const fs::path& page, const std::string& language) {
  std::ifstream in(page);
  std::vector<std::string> blocks;
  bool inside = false;
  bool wanted = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      wanted = inside && line == "```" + language;
      if (wanted) blocks.emplace_back();
    } else if (inside && wanted) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

}  // namespace

TEST_CASE("runs given again are not added again, from whatever file they come") {
  const abstat::testing::TemporaryFolder folder;
  const fs::path database = folder.at("runs.db");
  CHECK(contains(convert(both, database), "108 runs added, 0 known already"));
  CHECK(contains(convert(both, database), "0 runs added, 108 known already"));
  const fs::path copy = folder.at("copy.md");
  fs::copy_file(both.front(), copy);
  CHECK(contains(convert({copy.string()}, database), "0 runs added, 8 known already"));
  CHECK(asked(database, "SELECT count(*) FROM run") == "108\n");
}

TEST_CASE("the database is whole: its keys hold and its files are sound") {
  const abstat::testing::TemporaryFolder folder;
  const fs::path database = folder.at("runs.db");
  convert(both, database);
  CHECK(asked(database, "PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n");
  CHECK(asked(database, "SELECT count(DISTINCT run_id), count(*) FROM connection_times") == "108|432\n");
  CHECK(
      asked(database, "SELECT json_extract(report, '$.requests.non_2xx') FROM run WHERE stack = 'django'") ==
      "362\n");
}

TEST_CASE("every row of a -g file is a request, added once, also when the run was there before its file") {
  const abstat::testing::TemporaryFolder folder;
  const fs::path database = folder.at("runs.db");
  const fs::path runs = ABSTAT_SOURCE_DIR "/tests/page/inputs/waits/pool";
  const fs::path alone = folder.at("alone.log");
  fs::copy_file(runs / "01.log", alone);
  convert({alone.string()}, database);
  CHECK(asked(database, "SELECT count(*) FROM request") == "0\n");
  CHECK(contains(convert({runs.string()}, database), "2 runs added, 1 known already"));
  const std::string counts = "SELECT count(*), count(DISTINCT run_id), max(row) FROM request";
  CHECK(asked(database, counts) == "12000|3|4000\n");
  CHECK(contains(convert({runs.string()}, database), "0 runs added, 3 known already"));
  CHECK(asked(database, counts) == "12000|3|4000\n");
  CHECK(
      asked(
          database,
          "SELECT count(*) FROM run JOIN percentiles p ON p.run_id = run.id WHERE percent = 100 AND source = "
          "'report' AND ms <> (SELECT max(ttime) FROM request WHERE run_id = run.id)") == "0\n");
  CHECK(asked(database,
              "SELECT count(*) FROM request WHERE abs(ctime + dtime - ttime) > 1 OR wait > dtime") == "0\n");
  CHECK(asked(database, "SELECT count(*) FROM percentiles WHERE source = '-e'") == "303\n");
}

TEST_CASE("what ab did not print is NULL") {
  const abstat::testing::TemporaryFolder folder;
  const fs::path database = folder.at("runs.db");
  convert({both.front()}, database);
  CHECK(asked(database, "SELECT count(*) FROM run WHERE server_software IS NULL AND write_errors IS NULL") ==
        "8\n");
}

TEST_CASE("the questions of docs/database.md have the answers it shows") {
  const abstat::testing::TemporaryFolder folder;
  const fs::path database = folder.at("runs.db");
  convert(both, database);
  const fs::path page = ABSTAT_SOURCE_DIR "/docs/database.md";
  const std::vector<std::string> questions = blocks_of(page, "sql");
  const std::vector<std::string> answers = blocks_of(page, "");
  REQUIRE(questions.size() == 3);
  REQUIRE(answers.size() == questions.size());
  for (std::size_t i = 0; i < questions.size(); ++i) CHECK(asked(database, questions[i]) == answers[i]);
}
