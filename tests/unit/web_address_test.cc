#include "base/web_address.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

// What is published, or "mistake | help".
std::string checked(std::string_view written, AddressUse use) {
  const CheckedAddress result = check_web_address(written, use);
  return result.mistake.empty() ? result.address : result.mistake + " | " + result.help;
}

struct AddressCase {
  std::string written, expected;
};

TEST(WebAddress, OfASiteIsSchemeHostAndFolders) {
  const std::string whole = "write it whole: \"https://www.example.org/\"";
  const AddressCase cases[] = {
      {"https://example.org", "https://example.org/"},
      {"HTTPS://Example.ORG/", "https://example.org/"},
      {"http://localhost:8080/a/b", "http://localhost:8080/a/b/"},
      {"https://example.org:443/", "https://example.org/"},
      {"http://127.0.0.1:8000/", "http://127.0.0.1:8000/"},
      {"http://[::1]:8000/", "http://[::1]:8000/"},
      {"https://b\u00FCcher.example/", "https://xn--bcher-kva.example/"},
      {"https://example.org/caf%C3%A9/~a/", "https://example.org/caf%C3%A9/~a/"},
      {"", "that is not the address of a website | " + whole},
      {"example.org/help",
       "the address does not start with https:// | write \"https://example.org/help\""},
      {"//example.org", "that is not the address of a website | " + whole},
      {"ftp://example.org/", "an address of a website cannot start with \"ftp:\" | " + whole},
      {"javascript:alert(1)",
       "an address of a website cannot start with \"javascript:\" | " + whole},
      {"file:///srv/site", "an address of a website cannot start with \"file:\" | " + whole},
      {"https:/example.org", "the address has no // after the colon | " + whole},
      {"https://", "the address names no website | " + whole},
      {"https:///help", "the address names no website | " + whole},
      {"https://?a", "the address names no website | " + whole},
      {"https://:80/", "the address names no website | " + whole},
      {"https://me:word@example.org/", "the address names a user | write \"https://example.org\""},
      {"https://example.org:0/",
       "\"0\" cannot be a port | leave \":0\" out, or write a number from 1 to 65535"},
      {"https://example.org:99999/",
       "\"99999\" cannot be a port | leave \":99999\" out, or write a number from 1 to 65535"},
      {"https://example.org:/",
       "\"\" cannot be a port | leave \":\" out, or write a number from 1 to 65535"},
      {"https://a..b/", "\"a..b\" cannot be the name of a website | " + whole},
      {"https://-a.org/", "\"-a.org\" cannot be the name of a website | " + whole},
      {"https://a_b.org/", "\"a_b.org\" cannot be the name of a website | " + whole},
      {"https://1.2.3.999/", "\"1.2.3.999\" cannot be the name of a website | " + whole},
      {"https://example%2Eorg/", "\"example%2Eorg\" cannot be the name of a website | " + whole},
      {"https://example.org./",
       "\"example.org.\" cannot be the name of a website | take the full stop at its end out"},
      {"https://example.org/a b/", "the address has a space in it | take the space out"},
      {"https://example.org/\nx", "the address has a line end in it | " + whole},
      {"https://example.org/\x1b",
       "the address has the character \"ESCAPE\" (U+001B) in it | "
       "take it out"},
      {"https://example.org\\a", "the address has a \"\\\" in it | write / and not \\"},
      {"https://example.org/\"><b>", "the address has a \"\"\" in it | take it out"},
      {"https://example.org/a/../b/",
       "the path has \"..\" in it | write the folders that the site lies in"},
      {"https://example.org/./",
       "the path has \".\" in it | write the folders that the site lies in"},
      {"https://example.org//a", "the path has \"//\" in it | write one /"},
      {"https://example.org/%2e%2e/",
       "\"%2e\" is not an escape that a path may have | write the path without it"},
      {"https://example.org/a%0a",
       "\"%0a\" is not an escape that a path may have | write the path without it"},
      {"https://example.org/a%",
       "\"%\" is not an escape that a path may have | write the path without it"},
      {"https://example.org/a?b",
       "the address of the whole site cannot have a \"?\" | write \"https://example.org/a\""},
      {"https://example.org#b",
       "the address of the whole site cannot have a \"#\" | write \"https://example.org/\""},
      {"https://example.org/a/index.html",
       "the address is that of a page, not of the folder of the whole site | write "
       "\"https://example.org/a/\""},
      {"https://example.org/\u00E9",
       "the path has letters that an address has to escape | use a to z, 0 to 9 and - for folders"},
      {"https://example.org/" + std::string(2000, 'a'),
       "the address is longer than 2000 letters | write a shorter one"},
  };
  for (const AddressCase& c : cases) {
    EXPECT_EQ(checked(c.written, AddressUse::kBase), c.expected) << c.written;
  }
}

TEST(WebAddress, OfAPageMaySayMore) {
  const AddressCase cases[] = {
      {"https://example.org/a%20b?c=d|e#f", "the address has a \"|\" in it | take it out"},
      {"https://example.org/a%20b?c=d&e=[1]#f", "https://example.org/a%20b?c=d&e=[1]#f"},
      {"https://www.gov.uk", "https://www.gov.uk"},
      {"https://user@www.gov.uk/a", "the address names a user | write \"https://www.gov.uk\""},
  };
  for (const AddressCase& c : cases) {
    EXPECT_EQ(checked(c.written, AddressUse::kPage), c.expected) << c.written;
  }
}

}  // namespace
}  // namespace signpost
