"""What the words of a language say: stems, tenses, and the words that tell a report."""
