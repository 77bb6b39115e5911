#include "search-index/schema.h"
