#include "config/reach_settings.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/web_address.h"

namespace signpost {

ReachSettings read_reach(const YamlNode& node, const YamlMapSource& source,
                         Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"own_hosts", "internal_referrers"};
  const YamlMap map(node, "reach", source, kKeys, diagnostics);
  ReachSettings reach{map.texts("own_hosts"), map.texts("internal_referrers")};
  const auto check = [&](std::string_view key, const std::vector<std::string>& hosts) {
    for (const std::string& host : hosts) {
      const CheckedAddress checked =
          check_web_address(fmt::format("https://{}/", host), AddressUse::kBase);
      const bool is_host = checked.mistake.empty() && host.find('/') == host.npos;
      if (!is_host) {
        map.wrong(key, fmt::format("\"{}\" is not a host", host),
                  "write it without https:// and path: www.example.org");
      }
    }
  };
  check("own_hosts", reach.own_hosts);
  check("internal_referrers", reach.internal_referrers);
  return reach;
}

}  // namespace signpost
