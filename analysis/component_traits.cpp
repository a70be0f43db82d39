#include "component_traits.hpp"

#include <algorithm>

namespace abstat {

bool is_part(ComponentKind kind) {
  switch (kind) {
    case ComponentKind::server:
    case ComponentKind::worker_class:
    case ComponentKind::framework:
    case ComponentKind::proxy:
    case ComponentKind::language:
    case ComponentKind::keep_alive:
    case ComponentKind::tls:
      return true;
    default:
      return false;
  }
}

bool names_only_a_run(const Label& label) {
  return label.of(ComponentKind::run) != nullptr &&
         std::none_of(label.components.begin(), label.components.end(),
                      [](const Component& component) { return is_part(component.kind); });
}

bool is_default(const Component& component) {
  return (component.kind == ComponentKind::proxy && component.name == "none") ||
         ((component.kind == ComponentKind::keep_alive || component.kind == ComponentKind::tls) &&
          component.name == "off");
}

bool is_switched_on(const Component& component) {
  return (component.kind == ComponentKind::proxy && component.name != "none") ||
         ((component.kind == ComponentKind::keep_alive || component.kind == ComponentKind::tls) &&
          component.name == "on");
}

std::string key_of(const Component& component) {
  return std::to_string(static_cast<int>(component.kind)) + component.name;
}

}  // namespace abstat
