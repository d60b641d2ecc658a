"""Events of a brief → pictures: a map, strips of time, charts, each with its table."""

from briefgen.editor.pictures.page import make_pictures

__all__ = ["make_pictures"]
