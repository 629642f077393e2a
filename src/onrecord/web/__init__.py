"""The web room: pages for people and a small read-only API for programs, over one archive."""

from onrecord.web.app import create_app

__all__ = ["create_app"]
