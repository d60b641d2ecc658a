"""Events + what later ones say of them → Events that hang together."""
