"""The one door for files that an owner wrote, what lies in folders, and what YAML may hold."""
