"""``python -m briefgen``: the same as the console script."""

from briefgen.cli import main

main()
