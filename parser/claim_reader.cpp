// Walks the blocks of a document and gathers their claims.
#include "claim_ranking.hpp"
#include "claim_sentence.hpp"
#include "claim_tables.hpp"
#include "claim_token_grammar.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <map>

#include <abstat/document_comments.hpp>

namespace abstat {

namespace {

bool begins_with_ordinal(std::string_view line) {
  return match_length<token_rules::line_ordinal>(line).has_value();
}

// A long line that goes on in lower case on the next is running text.
bool is_wrapped(const Block& block) {
  constexpr std::size_t long_line = 60;
  for (std::size_t i = 0; i + 1 < block.prose.size(); ++i) {
    const std::string& line = block.prose[i].text;
    const std::string& next = block.prose[i + 1].text;
    const bool goes_on = !next.empty() && next.front() >= 'a' && next.front() <= 'z';
    if (line.size() >= long_line && goes_on &&
        std::string_view(".:;!?").find(line.back()) == std::string_view::npos)
      return true;
  }
  return false;
}

// "bob: gunicorn does 3967": what one of several people says.
bool begins_with_speaker(const ProseLine& line) {
  constexpr std::size_t longest_name = 24;
  const std::string_view text = line.text;
  const std::size_t colon = std::min(text.find(": "), text.find("："));
  return colon < longest_name && text.substr(0, colon).find_first_of("0123456789") == std::string_view::npos;
}

// "mid file     6,656 req/s, 129 MB/s on the wire": a name, a gap and what is said of it, on each line.
bool lines_are_rows(const Block& block) {
  constexpr std::string_view gap = "  ";
  const auto is_row = [gap](const ProseLine& line) {
    const std::size_t at = line.text.find(gap);
    return at != std::string::npos && line.text.find_first_of("0123456789", at) != std::string::npos;
  };
  return block.prose.size() > 1 && std::all_of(block.prose.begin(), block.prose.end(), is_row);
}

// Lines of one paragraph that each hold a number, or are numbered, stand for themselves.
bool lines_stand_alone(const Block& block) {
  constexpr std::size_t longest = 100;
  if (lines_are_rows(block)) return true;
  if (block.prose.size() < 2 || block.kind == BlockKind::list_item) return false;
  if (std::all_of(block.prose.begin(), block.prose.end(),
                  [](const ProseLine& line) { return begins_with_ordinal(line.text); }))
    return true;
  if (std::all_of(block.prose.begin(), block.prose.end(), begins_with_speaker)) return true;
  if (is_wrapped(block)) return false;
  return std::all_of(block.prose.begin(), block.prose.end(), [](const ProseLine& line) {
    return line.text.size() <= longest && line.text.find_first_of("0123456789") != std::string::npos;
  });
}

bool speaks_of_rate(const Sentence& sentence) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [](const Mention& m) { return m.metric == ClaimMetric::throughput && !m.average; }) ||
         std::any_of(sentence.amounts.begin(), sentence.amounts.end(),
                     [](const Amount& amount) { return amount.unit == Word::rate_unit; });
}

// "We came to 3,650 req/s in October. The output is gone."
bool only_says_lost(const Sentence& sentence) {
  return sentence.has(Word::lost) && !sentence.has(Word::number) && !sentence.has(Word::metric);
}

// "[A] runserver behind nginx: 16.38 requests per second. Two requests failed."
std::string lead_in_of(const Sentence& sentence) {
  const auto colon = sentence.find(Word::colon, 0, sentence.tokens.size());
  const bool states =
      colon && std::any_of(sentence.amounts.begin(), sentence.amounts.end(), [&](const Amount& a) {
        return a.first < *colon && (a.unit == Word::rate_unit || a.unit == Word::time_unit);
      });
  return colon && !states ? sentence.text(0, *colon) : std::string{};
}

class ClaimReader {
 public:
  ClaimReader(const Document& document, const std::vector<Report>& reports,
              const std::vector<RegeneratedTable>& tables)
      : document_(document), reports_(reports), tables_(tables), languages_(languages_of(document)) {}

  ClaimsRead read() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) read_block(i);
    ranking_.finish();
    read_setup_commands(document_, reports_, out_);
    return std::move(out_);
  }

 private:
  void read_block(std::size_t index) {
    const Block& block = document_.blocks[index];
    if (block.kind == BlockKind::code) return;
    if (is_regenerated(block)) return skip_numbers(block);
    if (block.kind == BlockKind::table) {
      const std::size_t first = out_.claims.size();
      read_table(document_, index, introduction_, languages_, out_);
      for (std::size_t i = first; i < out_.claims.size(); ++i)
        out_.claims[i].introduced_doubt = introduced_doubt_;
      ranking_.follow_table(first);
      return;
    }
    const Passage passage = make_passage(block.prose);
    const bool alone = lines_stand_alone(block);
    const bool rows = lines_are_rows(block);
    std::vector<Sentence> sentences = read_sentences(passage, read_tokens(passage, languages_), alone);
    ranking_.follow(block, index, sentences, document_.file);
    Surroundings around;
    around.file = document_.file;
    around.block = index;
    around.list = block.list;
    around.ordinal = block.ordinal;
    around.rate_in_document = rate_spoken_of_;
    around.heading = block.kind == BlockKind::heading;
    around.label_and_number = block.kind == BlockKind::list_item || alone;
    around.metric = metric_of(block, sentences);
    if (block.kind == BlockKind::list_item) {
      around.doubt = introduced_doubt_;
    } else {
      introduced_doubt_ = sentences.empty() ? std::string_view{} : doubt_of(sentences.back());
    }
    for (Sentence& sentence : sentences) {
      const Sentence* next = &sentence == &sentences.back() ? nullptr : &sentence + 1;
      around.lost_behind = next != nullptr && !rows && only_says_lost(*next);
      SentenceReader(sentence, around, out_).read();
      around.rate_spoken_of = around.rate_spoken_of || speaks_of_rate(sentence);
      rate_spoken_of_ = rate_spoken_of_ || around.rate_spoken_of;
      if (&sentence == sentences.data()) around.lead_in = lead_in_of(sentence);
      const std::string text = rows ? std::string{} : without_comparands(sentence);
      if (!text.empty()) around.earlier.insert(around.earlier.begin(), text);
      constexpr std::size_t remembered = 3;
      if (around.earlier.size() > remembered) around.earlier.pop_back();
      if (!rows) around.topic = sentence.topic();
    }
  }

  // What abstat wrote between its marks is compared as a whole.
  [[nodiscard]] bool is_regenerated(const Block& block) const {
    return std::any_of(tables_.begin(), tables_.end(), [&](const RegeneratedTable& table) {
      return table.begin_line < block.first_line && block.last_line < table.end_line;
    });
  }

  void skip_numbers(const Block& block) {
    for (const auto& row : block.rows) {
      for (const ProseLine& cell : row) {
        if (cell.text.find_first_of("0123456789") == std::string::npos) continue;
        ++out_.numbers;
        out_.skipped.push_back({{document_.file, cell.line, cell.column}, cell.text, "regenerated table"});
      }
    }
  }

  // The metric that a list's introduction, heading or earlier items name.
  std::optional<Mention> metric_of(const Block& block, const std::vector<Sentence>& sentences) {
    std::optional<Mention> own;
    for (const Sentence& sentence : sentences) {
      for (const Mention& mention : sentence.mentions) {
        if (!own && !mention.average) own = mention;
      }
      const bool rate = std::any_of(sentence.amounts.begin(), sentence.amounts.end(),
                                    [](const Amount& amount) { return amount.unit == Word::rate_unit; });
      if (!own && rate) own = Mention{};
    }
    if (block.kind != BlockKind::list_item) {
      introduction_ = own;
      list_ = 0;
      return own;
    }
    if (block.list != list_) {
      list_ = block.list;
      list_metric_ = introduction_;
    }
    if (!list_metric_ && own) list_metric_ = own;
    return list_metric_;
  }

  const Document& document_;
  const std::vector<Report>& reports_;
  const std::vector<RegeneratedTable>& tables_;
  Languages languages_;
  ClaimsRead out_;
  RankingReader ranking_{out_};
  bool rate_spoken_of_ = false;
  std::optional<Mention> introduction_;
  std::string_view introduced_doubt_;  // of the last sentence above a list or table
  std::optional<Mention> list_metric_;
  std::size_t list_ = 0;
};

}  // namespace

ClaimsRead read_claims(const Document& document, const std::vector<Report>& reports) {
  const DocumentComments comments = read_document_comments(document);
  ClaimsRead read = ClaimReader(document, reports, comments.tables).read();
  apply_pins(comments.pins, read);
  return read;
}

}  // namespace abstat
