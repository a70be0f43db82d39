// A document on disk with its text replaced: whole or not at all, with the permissions it had.
#pragma once

#include <string>

#include <abstat/document.hpp>
#include <abstat/position.hpp>

namespace abstat {

// The text must be what the file holds: standard input, compressed files and other encodings than UTF-8 are
// problems, and so is a file that has changed since it was read. A byte order mark stays.
[[nodiscard]] Result<void> rewrite_file(const Document& document, const std::string& text);

}  // namespace abstat
