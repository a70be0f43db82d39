#include "label_numbers.hpp"

#include "label.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace abstat {

bool joins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xD4);
}

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 61> spelled_numbers{{
    {"单并发", "1 并发"},
    {"单连接", "1 连接"},
    {"单客户端", "1 客户端"},
    {"lone ", "1 "},
    {"single-", "1 "},
    {"single ", "1 "},
    {"ten ", "10 "},
    {"eine verbindung", "1 verbindung"},
    {"einer verbindung", "1 verbindung"},
    {"einer einzigen verbindung", "1 verbindung"},
    {"eine einzige verbindung", "1 verbindung"},
    {"einzelne verbindung", "1 verbindung"},
    {"zehn ", "10 "},
    {"zwei ", "2 "},
    {"vier ", "4 "},
    {"acht ", "8 "},
    {"fünfzig ", "50 "},
    {"une connexion", "1 connexion"},
    {"une seule connexion", "1 connexion"},
    {"dix ", "10 "},
    {"quatre ", "4 "},
    {"huit ", "8 "},
    {"una conexión", "1 conexión"},
    {"una sola conexión", "1 conexión"},
    {"cuatro ", "4 "},
    {"one ", "1 "},
    {"two ", "2 "},
    {"three ", "3 "},
    {"four ", "4 "},
    {"five ", "5 "},
    {"six ", "6 "},
    {"seven ", "7 "},
    {"eight ", "8 "},
    {"sixteen ", "16 "},
    {"一", "1"},
    {"两个", "2个"},
    {"二", "2"},
    {"三", "3"},
    {"四", "4"},
    {"五", "5"},
    {"六", "6"},
    {"八个", "8个"},
    {"first ", "1 "},
    {"second ", "2 "},
    {"third ", "3 "},
    {"fourth ", "4 "},
    {"fifth ", "5 "},
    {"восемь ", "8 "},
    {"четыре ", "4 "},
    {"четырёх", "4"},
    {"четырех", "4"},
    {"четырьмя ", "4 "},
    {"восьми ", "8 "},
    {"восемью ", "8 "},
    {"двух ", "2 "},
    {"ocho ", "8 "},
    {"dos ", "2 "},
    {"deux ", "2 "},
    {"八 ", "8 "},
    {"四 ", "4 "},
    {"两 ", "2 "},
}};

}  // namespace

std::string with_digits(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const bool start = at == 0 || !joins_word(text[at - 1]);
    const auto spelled = std::find_if(spelled_numbers.begin(), spelled_numbers.end(), [&](const auto& entry) {
      return start && text[at] == entry.first.front() && text.substr(at, entry.first.size()) == entry.first;
    });
    if (spelled == spelled_numbers.end()) {
      result += text[at++];
    } else {
      result += spelled->second;
      at += spelled->first.size();
    }
  }
  return result;
}

std::string lone_number(const std::string& text) {
  const std::size_t first = text.find_first_of("0123456789");
  if (first == std::string::npos) return {};
  const std::size_t end = text.find_first_not_of("0123456789", first);
  const std::string number = text.substr(first, end == std::string::npos ? end : end - first);
  const bool more = end != std::string::npos && text.find_first_of("0123456789", end) != std::string::npos;
  return more || number.size() > 5 ? std::string{} : number;
}

}  // namespace abstat
