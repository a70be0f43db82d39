// What every program has to do before it does anything: the measure for the start of abstat.
#include <iostream>

int main() {
  std::cout << "one line\n";
}
