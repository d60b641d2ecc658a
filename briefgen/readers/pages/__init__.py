"""Lines of plain text → articles: where one ends, its title, its date on the page."""
