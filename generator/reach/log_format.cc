#include "reach/log_format.h"

namespace signpost {

std::string_view log_format_name(LogFormat format) {
  switch (format) {
    case LogFormat::kCombined:
      return "combined";
    case LogFormat::kVhost:
      return "vhost_combined";
    case LogFormat::kCommon:
      return "common";
    case LogFormat::kW3c:
      return "W3C extended (IIS)";
    case LogFormat::kJson:
      return "JSON lines (Caddy, nginx)";
  }
  return "";
}

}  // namespace signpost
