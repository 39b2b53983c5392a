"""A folder of sources in, a static briefing out, every sentence traced to its source."""

__version__ = "0.1.0"
