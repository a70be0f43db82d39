#include "claim_words.hpp"

#include "claim_words_chinese.hpp"
#include "claim_words_english.hpp"
#include "claim_words_french.hpp"
#include "claim_words_german.hpp"
#include "claim_words_japanese.hpp"
#include "claim_words_russian.hpp"
#include "claim_words_spanish.hpp"

#include <algorithm>
#include <array>
#include <list>
#include <unordered_map>
#include <vector>

namespace abstat {

namespace {

bool is_ascii_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Latin letters with accents (U+00C0 to U+024F) and Cyrillic (U+0400 to U+052F) begin with these bytes;
// scripts without blanks between words do not.
bool continues_word(unsigned char c) {
  return is_ascii_letter(static_cast<char>(c)) || (c >= '0' && c <= '9') || c == '_' ||
         (c >= 0xC3 && c <= 0xC9) || (c >= 0xD0 && c <= 0xD4);
}

bool is_alphabetic_end(std::string_view word) {
  if (word == "×") return false;  // among the letters with accents, and none
  // The last code point: two-byte letters end in a continuation byte whose lead decides.
  std::size_t at = word.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) --at;
  return continues_word(static_cast<unsigned char>(word[at]));
}

enum class Language : std::uint8_t { any, german, french, spanish };

bool spoken(Language language, const Languages& languages) {
  switch (language) {
    case Language::german:
      return languages.german;
    case Language::french:
      return languages.french;
    case Language::spanish:
      return languages.spanish;
    case Language::any:
      break;
  }
  return true;
}

// A table without addresses. Those of its texts would be put right at every start of the program, a third of
// the time that takes, also where no claim is read.
template <const auto& Table>
struct Packed {
  struct Row {
    std::uint32_t end;  // of its text
    Word kind;
    ClaimMetric metric;
    Direction direction;
    double value;
  };
  static constexpr std::size_t text_size = [] {
    std::size_t size = 0;
    for (const WordEntry& entry : Table) size += entry.text.size();
    return size;
  }();
  static constexpr auto text = [] {
    std::array<char, text_size> bytes{};
    std::size_t at = 0;
    for (const WordEntry& entry : Table) {
      for (const char c : entry.text) bytes[at++] = c;
    }
    return bytes;
  }();
  static constexpr auto rows = [] {
    std::array<Row, Table.size()> all{};
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < Table.size(); ++i) {
      const WordEntry& entry = Table[i];
      end += static_cast<std::uint32_t>(entry.text.size());
      all[i] = {end, entry.kind, entry.metric, entry.direction, entry.value};
    }
    return all;
  }();
};

struct Listed {
  const WordEntry* entry;
  Language language;
};

// Whether text begins with the word; a line may break where the word has a blank.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char w, char t) {
           return w == t || (w == ' ' && t == '\n');
         });
}

// Asked first: it sends most words of a bucket away, above all those of three-byte scripts.
bool third_differs(std::string_view text, std::string_view word) {
  if (word.size() < 3) return false;
  return text.size() < 3 || (text[2] != word[2] && !(word[2] == ' ' && text[2] == '\n'));
}

// Words by their first two bytes, the longest first.
class Vocabulary {
 public:
  Vocabulary() {
    add<words::english>(Language::any);
    add<words::chinese>(Language::any);
    add<words::japanese>(Language::any);
    add<words::russian>(Language::any);
    add<words::spanish>(Language::spanish);
    add<words::german>(Language::german);
    add<words::french>(Language::french);
    for (auto& [key, entries] : by_start_) {
      std::stable_sort(entries.begin(), entries.end(), [](const Listed& a, const Listed& b) {
        return a.entry->text.size() > b.entry->text.size();
      });
    }
  }

  [[nodiscard]] const WordEntry* longest(std::string_view text, const Languages& languages) const {
    if (const WordEntry* found = longest_in(text, key_of(text), languages)) return found;
    return text.size() > 1 ? longest_in(text, key_of(text.substr(0, 1)), languages) : nullptr;
  }

 private:
  static unsigned key_of(std::string_view text) {
    const unsigned first = static_cast<unsigned char>(text[0]);
    return text.size() < 2 ? first : first << 8U | static_cast<unsigned char>(text[1]);
  }

  template <const auto& Table>
  void add(Language language) {
    using Words = Packed<Table>;
    auto& entries = entries_.emplace_back();
    entries.reserve(Words::rows.size());
    std::size_t begin = 0;
    for (const auto& row : Words::rows) {
      const std::string_view text(Words::text.data() + begin, row.end - begin);
      entries.push_back({text, row.kind, row.metric, row.value, row.direction});
      begin = row.end;
      by_start_[key_of(text)].push_back({&entries.back(), language});
    }
  }

  [[nodiscard]] const WordEntry* longest_in(std::string_view text, unsigned key,
                                            const Languages& languages) const {
    const auto found = by_start_.find(key);
    if (found == by_start_.end()) return nullptr;
    for (const auto& [entry, language] : found->second) {
      if (!spoken(language, languages)) continue;
      if (third_differs(text, entry->text) || !begins_with(text, entry->text)) continue;
      const bool ends = text.size() == entry->text.size() || !is_alphabetic_end(entry->text) ||
                        !continues_word(static_cast<unsigned char>(text[entry->text.size()]));
      if (ends) return entry;
    }
    return nullptr;
  }

  std::list<std::vector<WordEntry>> entries_;
  std::unordered_map<unsigned, std::vector<Listed>> by_start_;
};

}  // namespace

const WordEntry* longest_word(std::string_view text, const Languages& languages) {
  static const Vocabulary vocabulary;
  return text.empty() ? nullptr : vocabulary.longest(text, languages);
}

}  // namespace abstat
