"""briefgen: a pile of reporting → a chronology in which every date explains itself → a brief."""

__version__ = "0.1.0"
