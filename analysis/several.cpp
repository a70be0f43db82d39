#include <abstat/csv.hpp>
#include <abstat/json.hpp>

namespace abstat {

std::string json_of_several(const std::vector<std::string>& documents) {
  std::string text = "{\"schema\":\"" + std::string(json_schema) + "\",\"results\":[";
  for (std::size_t i = 0; i < documents.size(); ++i) {
    text.append(i == 0 ? "\n" : ",\n").append(documents[i], 0, documents[i].find_last_not_of('\n') + 1);
  }
  return text + "\n]}\n";
}

std::string csv_of_several(const std::vector<std::string>& sheets) {
  std::string text;
  for (const std::string& sheet : sheets) text += text.empty() ? sheet : sheet.substr(sheet.find('\n') + 1);
  return text;
}

}  // namespace abstat
