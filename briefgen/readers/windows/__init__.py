"""Undated documents → windows of days that their own words bound."""
