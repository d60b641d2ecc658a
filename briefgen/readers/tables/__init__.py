"""Tables, event notes and workbooks → Drafts, their columns understood by name."""
