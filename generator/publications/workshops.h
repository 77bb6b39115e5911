// The menus of workshops, the workshops in them and their dated sessions, read from the pages of
// these kinds. The checks and the pages made from them see the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "content/content.h"
#include "disclosure/shown_count.h"

namespace signpost {

enum class SessionStatus : std::uint8_t { kPlanned, kFull, kCancelled };

// One session of a workshop, in London's local time.
struct Session {
  std::size_t page = 0;  // the workshop's, in the site's own language
  Date date;
  std::string from, to;                // "10:00"
  std::string venue, access, booking;  // "" where there is none
  bool is_online = false;
  std::optional<std::int64_t> places;
  std::optional<ShownCount> attended;  // none where nobody has counted
  SessionStatus status = SessionStatus::kPlanned;
  // What tells it from the workshop's other sessions and stays when one is added: "2026-10-14", or
  // "2026-10-14-1400" for a further one on that day.
  std::string key;
  std::size_t record = 0;  // which of the page's `sessions` it is
};

struct WorkshopMenu {
  std::size_t page = 0;
  std::string year;                    // "2026-27"
  std::vector<std::size_t> workshops;  // their pages, by title
};

struct Workshops {
  std::string folder;               // what their addresses begin with: "workshops"
  std::vector<WorkshopMenu> menus;  // the newest year first
  std::vector<std::size_t> without_menu;
  std::vector<Session> sessions;  // by date and time, then by the workshop's address

  [[nodiscard]] bool empty() const { return menus.empty() && sessions.empty(); }
  // Returns the menu that holds the workshop, or nullptr.
  [[nodiscard]] const WorkshopMenu* menu_of(std::size_t page) const;
  // Returns the workshop's sessions, by date.
  [[nodiscard]] std::vector<Session> sessions_of(std::size_t page) const;
};

// Returns what the pages in the site's own language say. A session whose date or times could not be
// read is left out: its mistake is reported with the fields.
Workshops find_workshops(const Site& site);

// Returns the address of the session's calendar file: its workshop's, with the key.
std::string calendar_url(const Site& site, const Session& session);

}  // namespace signpost
