"""Documents that were typeset (PDF, DOCX) → Drafts, in the order of reading."""
