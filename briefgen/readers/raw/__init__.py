"""Bytes, as they lie in files and archives → text and parts of known names."""
