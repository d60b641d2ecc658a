"""A sentence and the deed that dates its entry → what its line can do without."""
