"""What a source says of its own date → Dating: claims, their bases and their order."""
