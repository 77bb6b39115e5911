// Sound and films, which say who made them, with what and where. They are only looked into.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace signpost {

// Returns a phrase for each thing that a recording tells beside what is heard and seen ("who made
// it, \"Anna\""): ID3 tags of MP3 and WAV, chunks of WAV, comments of Ogg and FLAC, the index of
// MP4, MOV and M4A, tags of WebM. `fd`: the file, open for reading, of `size_bytes`. `public_names`
// (the service, its council) may have made it. Reads what may tell, at most 64 MiB, and not the
// recording.
std::vector<std::string> find_recording_data(int fd, std::uint64_t size_bytes,
                                             std::span<const std::string> public_names);

}  // namespace signpost
