"""briefgen: a pile of reporting → a chronology in which every date explains itself → a brief.

The library mirrors the commands::

    project = briefgen.load_project("briefgen.toml")
    reading = briefgen.read(["inbox"], project)
    chronology = briefgen.chronicle(reading, project)
    briefing = briefgen.compose(chronology, project)
    files = briefgen.write(("md", "pdf"), briefing, chronology, project)
"""

__version__ = "0.1.0"

__all__ = ["chronicle", "compose", "dates", "load_project", "read", "write"]


def __getattr__(name: str) -> object:
    """Load the library on first use, so that ``briefgen --help`` need not."""
    if name in __all__:
        from briefgen import library  # noqa: PLC0415 (on first use)

        return getattr(library, name)
    raise AttributeError(f"module 'briefgen' has no attribute {name!r}")
