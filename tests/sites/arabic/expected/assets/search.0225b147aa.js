// The script of the search page.
