"""Documents → the same, with their origins: families of publishers, near copies."""
