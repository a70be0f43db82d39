#include "parser/compressing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <rapidcheck.h>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/decoder.hpp>
#include <abstat/limits.hpp>

using abstat::Decoder;
using abstat::Problem;
using abstat::testing::gzipped;
using abstat::testing::utf16_of;
using abstat::testing::utf8_of;
using abstat::testing::zstd_compressed;

namespace {

struct Decoded {
  std::string text;
  std::optional<Problem> problem;
};

// step: how many bytes at a time.
Decoded decode(std::string_view bytes, std::size_t step = std::string_view::npos) {
  Decoded decoded;
  Decoder decoder("run.log", [&](std::string_view text) { decoded.text.append(text); });
  while (!bytes.empty()) {
    if (!decoder.feed(bytes.substr(0, step))) break;
    bytes.remove_prefix(std::min(step, bytes.size()));
  }
  decoded.problem = decoder.finish();
  return decoded;
}

const std::string report =
    "This is ApacheBench, Version 2.3 <$Revision: 1843412 $>\r\n"
    "Requests per second:    1252.57 [#/sec] (mean)\r\n";

std::u32string wide(std::string_view ascii) {
  return {ascii.begin(), ascii.end()};
}

std::string random_text(std::size_t bytes) {
  std::mt19937 engine(7);
  std::string text(bytes, '\0');
  std::generate(text.begin(), text.end(), [&] { return static_cast<char>('!' + engine() % 90); });
  return text;
}

}  // namespace

TEST_CASE("plain text passes unchanged, with its NULs and invalid UTF-8") {
  const auto text = GENERATE(std::string(), std::string("a"), report, std::string("caf\xE9\0\xFF", 6),
                             std::string(3000, '\0'));
  CHECK(decode(text).text == text);
  CHECK_FALSE(decode(text).problem);
}

TEST_CASE("only text that is neither compressed nor UTF-16 need not be fed any more") {
  const auto passes_behind = [](std::string_view bytes) {
    Decoder decoder("run.log", [](std::string_view) {});
    static_cast<void>(decoder.feed(bytes));
    return decoder.passes_through();
  };
  const std::string plain = random_text(3000);
  CHECK(passes_behind(plain));
  CHECK(passes_behind("\xEF\xBB\xBF" + plain));
  CHECK_FALSE(passes_behind(plain.substr(0, 3)));  // not known yet
  CHECK_FALSE(passes_behind(gzipped(plain)));
  CHECK_FALSE(passes_behind(zstd_compressed(plain)));
  CHECK_FALSE(passes_behind(utf16_of(wide(plain), true)));
}

TEST_CASE("a UTF-8 byte order mark is dropped, once and only at the beginning") {
  CHECK(decode("\xEF\xBB\xBF" + report).text == report);
  CHECK(decode("\xEF\xBB\xBF\xEF\xBB\xBFx").text == "\xEF\xBB\xBFx");
  CHECK(decode("x\xEF\xBB\xBF").text == "x\xEF\xBB\xBF");
}

TEST_CASE("UTF-16 with a byte order mark is read, whatever it holds") {
  const std::u32string text = U"测试 😀 Ünï";
  CHECK(decode("\xFF\xFE" + utf16_of(text, false)).text == utf8_of(text));
  CHECK(decode("\xFE\xFF" + utf16_of(text, true)).text == utf8_of(text));
}

TEST_CASE("UTF-16 without a byte order mark is known by the zero bytes of ASCII") {
  const std::u32string text = U"# 一 gunicorn 吞吐\n" + wide(report);
  CHECK(decode(utf16_of(text, false)).text == utf8_of(text));
  CHECK(decode(utf16_of(text, true)).text == utf8_of(text));
}

TEST_CASE("an unpaired surrogate and an odd byte become the replacement character") {
  const std::string mark = "\xFF\xFE";
  CHECK(decode(mark + std::string("\x00\xD8x\x00", 4)).text == "\xEF\xBF\xBDx");
  CHECK(decode(mark + std::string("\x00\xDCx\x00", 4)).text == "\xEF\xBF\xBDx");
  CHECK(decode(mark + std::string("x\x00\x00\xD8", 4)).text == "x\xEF\xBF\xBD");
  CHECK(decode(mark + std::string("x\x00y", 3)).text == "x\xEF\xBF\xBD");
}

TEST_CASE("gzip and zstd are known by their first bytes and read as what was compressed") {
  const std::string text = report + random_text(300'000);
  CHECK(decode(gzipped(text)).text == text);
  CHECK(decode(zstd_compressed(text)).text == text);
  CHECK_FALSE(decode(gzipped(text)).problem);
  CHECK_FALSE(decode(zstd_compressed(text)).problem);
}

TEST_CASE("compressed members that follow each other are one text") {
  CHECK(decode(gzipped("a\n") + gzipped("") + gzipped("b\n")).text == "a\nb\n");
  CHECK(decode(zstd_compressed("a\n") + zstd_compressed("") + zstd_compressed("b\n")).text == "a\nb\n");
  CHECK_FALSE(decode(gzipped("a\n") + gzipped("b\n")).problem);
}

TEST_CASE("zeros behind gzip data are padding, anything else is a problem") {
  CHECK_FALSE(decode(gzipped(report) + std::string(1000, '\0')).problem);
  const Decoded decoded = decode(gzipped(report) + "trailing words");
  CHECK(decoded.text == report);
  REQUIRE(decoded.problem);
  CHECK(decoded.problem->expected == "another gzip member or the end");
}

TEST_CASE("compressed UTF-16 is read") {
  CHECK(decode(gzipped("\xFF\xFE" + utf16_of(wide(report), false))).text == report);
}

TEST_CASE("compressed data that ends too early gives what there was and a problem") {
  const auto compressed = GENERATE(gzipped(random_text(100'000)), zstd_compressed(random_text(300'000)));
  const Decoded decoded = decode(std::string_view(compressed).substr(0, compressed.size() - 9));
  CHECK(decoded.text.size() > 50'000);
  REQUIRE(decoded.problem);
  CHECK(decoded.problem->where.file == "run.log");
  CHECK(decoded.problem->found == "its end");
}

TEST_CASE("damaged compressed data is a problem, not a crash") {
  auto compressed = GENERATE(gzipped(random_text(100'000)), zstd_compressed(random_text(300'000)));
  compressed[compressed.size() / 2] = static_cast<char>(~compressed[compressed.size() / 2]);
  CHECK(decode(compressed).problem);
}

TEST_CASE("data made to expand without end stops at the documented ratio") {
  const std::string zeros(std::size_t{80} * 1024 * 1024, '\0');
  const auto bomb = GENERATE_REF(as<std::string>{}, gzipped(zeros), zstd_compressed(zeros));
  const Decoded decoded = decode(bomb, 4096);
  CHECK(decoded.text.size() <= abstat::limits::decompressed_bytes_free + 256 * 1024);
  REQUIRE(decoded.problem);
  CHECK(decoded.problem->expected == "compressed text that expands at most 256 times");
}

TEST_CASE("a stream cut anywhere decodes as the whole") {
  const std::string text = report + random_text(1000);
  const std::vector<std::string> streams{text,
                                         gzipped(text),
                                         zstd_compressed(text),
                                         gzipped(text) + gzipped(report),
                                         utf16_of(wide(text), false),
                                         "\xFE\xFF" + utf16_of(U"测试 😀" + wide(text), true),
                                         "\xEF\xBB\xBF" + text,
                                         gzipped(text) + "rest"};
  for (const std::string& stream : streams) {
    const Decoded whole = decode(stream);
    for (const std::size_t step : {1U, 2U, 3U, 7U, 511U, 513U}) {
      CAPTURE(step);
      CHECK(decode(stream, step).text == whole.text);
      CHECK(decode(stream, step).problem == whole.problem);
    }
  }
}

TEST_CASE("any text survives UTF-16 and compression") {
  CHECK(rc::check("round trip", [] {
    std::u32string text;
    for (const auto unit : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(1U, 0x110000U))) {
      if (unit < 0xD800 || unit > 0xDFFF) text.push_back(unit);
    }
    const bool big = *rc::gen::arbitrary<bool>();
    const std::size_t step = *rc::gen::inRange<std::size_t>(1, 40);
    const std::string marked = (big ? "\xFE\xFF" : "\xFF\xFE") + utf16_of(text, big);
    RC_ASSERT(decode(marked, step).text == utf8_of(text));
    RC_ASSERT(decode(gzipped(marked), step).text == utf8_of(text));
    RC_ASSERT(decode(zstd_compressed(marked), step).text == utf8_of(text));
  }));
}

TEST_CASE("no bytes crash the decoder") {
  CHECK(rc::check("arbitrary bytes behind every magic number", [] {
    const auto magic = *rc::gen::element<std::string>("", "\x1f\x8b\x08", "\x28\xb5\x2f\xfd", "\xFF\xFE");
    const auto bytes = *rc::gen::arbitrary<std::string>();
    const Decoded whole = decode(magic + bytes);
    const Decoded pieces = decode(magic + bytes, 1);
    RC_ASSERT(pieces.problem.has_value() == whole.problem.has_value());
    RC_ASSERT(pieces.text == whole.text);
  }));
}

TEST_CASE("zstd data that is to be skipped and never ends is damage, and the text before it stays") {
  std::string skippable("\x50\x2A\x4D\x18\xFF\xFF\xFF\xFF", 8);  // 4 GiB follow
  skippable.append(std::size_t{1} << 20, 'x');
  const std::string bytes = zstd_compressed(report) + skippable;
  const Decoded decoded = decode(bytes, 1000);
  CHECK(decoded.text == report);
  CHECK(decoded.problem->found == "its end");
}

TEST_CASE("nothing more behind compressed data is no damage") {
  for (const std::string& compressed : {gzipped(report), zstd_compressed(report)}) {
    std::string text;
    Decoder decoder("run.log", [&](std::string_view piece) { text.append(piece); });
    REQUIRE(decoder.feed(compressed));
    REQUIRE(decoder.feed({}));
    CHECK_FALSE(decoder.finish());
    CHECK(text == report);
  }
}
