"""review.yaml → what it decides, found again among the events and applied to them."""

from briefgen.events.review.amend import amend
from briefgen.events.review.match import report_key
from briefgen.events.review.regroup import regroup
from briefgen.events.review.rulings import read_review

__all__ = ["amend", "read_review", "regroup", "report_key"]
