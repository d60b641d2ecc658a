"""Feeds, mail, exports, notes and web archives → Drafts or Parts."""
