"""The one door for files that a site's owner wrote, and what YAML among them may hold."""
