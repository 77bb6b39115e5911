// Access logs that have a JSON object on each line: Caddy's, and those that nginx and others are
// told to write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "reach/log_line.h"

namespace signpost {

enum class JsonRead : std::uint8_t { kRequest, kOtherEntry, kMalformed };

class JsonLogReader {
 public:
  // Sets `line` to the request of the text; it is valid until the next call. What Caddy writes
  // about itself ("logger" without "access") is another entry. Known are the names of Caddy
  // (caddyserver.com/docs/logging), of nginx's variables, and those that logs of nginx and Traefik
  // commonly use for them.
  JsonRead parse(std::string_view text, LogLine& line);

  // Returns what the newest malformed line lacked: "status"; "" where it is no JSON object.
  [[nodiscard]] std::string_view missing() const { return missing_; }

 private:
  void read_names(const nlohmann::json& asked);
  // Both return whether the format has a place for the user agent.
  bool read_nested(const nlohmann::json& request);
  bool read_flat(const nlohmann::json& entry);

  std::string address_, host_, method_, target_, referrer_, agent_;
  std::string_view missing_;
  bool is_request_known_ = true;
};

}  // namespace signpost
