// Which words name the sides of a relation and the runs a count speaks of.
#include <catch2/catch.hpp>

#include <abstat/claim.hpp>

using namespace abstat;

namespace {

std::vector<Claim> claims(const std::string& text) {
  return read_claims(read_document(text + "\n", "note.md"), {}).claims;
}

Claim last_claim(const std::string& text) {
  const std::vector<Claim> read = claims(text);
  INFO(text);
  REQUIRE_FALSE(read.empty());
  return read.back();
}

}  // namespace

TEST_CASE("what is taken away is on the other side of the change") {
  const auto text = GENERATE(
      as<std::string>(), "gevent 把 nginx 去掉，吞吐量提高 22%。", "Removing nginx makes gevent 22 % faster.",
      "En retirant nginx, le débit de gevent avec les workers augmente de 22 % pour la page.");
  const Claim claim = last_claim(text);
  CHECK(claim.removal);
  REQUIRE(claim.changed.size() == 1);
  CHECK(claim.changed.front().find("nginx") != std::string::npos);
}

TEST_CASE("alternatives of a load are the sides of no difference, and no rates") {
  const Claim claim =
      last_claim("It makes no difference to the throughput whether 16 or 128 clients are used.");
  CHECK(claim.relation == Relation::same);
  CHECK(claim.subject.front() == "128 connections");
  CHECK(claim.comparand == std::vector<std::string>{"16 connections"});
  CHECK(claims("It makes no difference to the throughput whether 16 or 128 clients are used.").size() == 1);
}

TEST_CASE("Japanese names the other side before the word that compares") {
  const Claim against = claims("gevent は 2,557 req/s で、開発サーバーと比べると 3.1倍 です。").front();
  CHECK(against.comparand == std::vector<std::string>{"で、開発サーバー"});
  const Claim slower = last_claim("gevent は 2,557 req/s です。sync の 4 ワーカーより 23% 遅いです。");
  CHECK(slower.comparand == std::vector<std::string>{"sync の 4 ワーカー"});
}

TEST_CASE("a factor behind a verb of scaling is a relation") {
  const auto text = GENERATE(as<std::string>(), "gevent multiplie le débit par 1,8.",
                             "gevent multiplica el rendimiento por 1,8.");
  const Claim claim = last_claim(text);
  CHECK(claim.kind == ClaimKind::ratio);
  CHECK(claim.number->value() == 1.8);
}

TEST_CASE("a count says of how many runs it speaks, where it does") {
  CHECK(last_claim("With 50 clients at a time nothing failed in these two runs.").runs_spoken_of == 2);
  CHECK(last_claim("Both had no failed requests.").runs_spoken_of == 2);
  CHECK(last_claim("Nothing failed.").runs_spoken_of == 0);
}

TEST_CASE("a level before its number is not taken from the next one") {
  const std::vector<Claim> read = claims("95 パーセンタイルは 74 ms、99 パーセンタイルは 195 ms でした。");
  REQUIRE(read.size() == 2);
  CHECK(read[0].percentile == 95);
  CHECK(read[1].percentile == 99);
}

TEST_CASE("two figures of one change are told apart by the words behind them") {
  const std::vector<Claim> read = claims("With 128 connections it is 2,510 before and 4,112 after.");
  REQUIRE(read.size() == 2);
  CHECK(read[0].subject.front().find("before") != std::string::npos);
  CHECK(read[1].subject.front().find("after") != std::string::npos);
  CHECK(read[1].subject.front().find("before") == std::string::npos);
}

TEST_CASE("a year behind its preposition is no rate") {
  CHECK(claims("Avec TLS, le débit de gevent était de 1 100 requêtes par seconde en 2024.").size() == 1);
  CHECK(claims("gevent reached 1,100 requests per second in 2024.").size() == 1);
}

TEST_CASE("a comma inside a name parts no clauses") {
  const Claim claim = last_claim("gunicorn (gevent, 4 workers) reaches 2,557 req/s.");
  CHECK(claim.subject.front().find("gunicorn") != std::string::npos);
}
