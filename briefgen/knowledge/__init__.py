"""What briefgen knows before it reads: projects, packs, places, words."""

from briefgen.knowledge.load_project import load_project
from briefgen.knowledge.mail import Mail
from briefgen.knowledge.project import Limits, Party, Project, Theater, Topic

__all__ = ["Limits", "Mail", "Party", "Project", "Theater", "Topic", "load_project"]
