"""Words → figures: the number, what is counted, and of what it is the count."""
