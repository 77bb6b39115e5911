// Which blocks a single-file glass database is made of: read from the file's own B-trees, so that
// the parts that a browser fetches can follow what queries read (part_plan.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// The tables of a glass database, in the order of its version file (glass_defs.h of Xapian 1.4).
enum class GlassTable : std::uint8_t {
  kPostings,
  kDocumentData,
  kTermLists,
  kPositions,
  kSpelling,
  kSynonyms
};

struct GlassBlock {
  std::uint32_t number = 0;
  GlassTable table = GlassTable::kPostings;
  std::uint8_t level = 0;  // 0: a leaf, which holds entries; above: branches
  // Of a leaf of the postings: what its first and last entries belong to. Entries of one list have
  // one name: the term, or for what is no term "\0" and a byte for the sort, with the key of
  // metadata.
  std::string first_list, last_list;
};

struct GlassLayout {
  std::uint32_t block_size = 0;    // bytes
  std::uint32_t block_count = 0;   // of the file, the version block included
  std::vector<GlassBlock> blocks;  // by table, then in the order of their keys; a branch first
};

// What the lists of document lengths and of metadata are called in GlassBlock (glass_postlist.cc).
inline constexpr std::string_view kLengthsList("\0\xE0", 2);
inline constexpr std::string_view kMetadataLists("\0\xC0", 2);

// Returns the layout of the database in `file`; no blocks where it is not one of glass in the form
// of Xapian 1.4 (glass_version.cc, glass_table.h), or is damaged.
GlassLayout read_glass_layout(std::string_view file);

}  // namespace search
