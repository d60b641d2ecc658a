"""Reports → groups: what tells one happening, what rules it out, what follows from it."""
