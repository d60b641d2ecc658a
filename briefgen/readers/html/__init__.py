"""HTML pages → Drafts: one article, or each story that the page itself parts."""
