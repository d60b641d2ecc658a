"""Text → Mentions → Intervals."""
