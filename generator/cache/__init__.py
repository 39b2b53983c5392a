"""What was worked out before: stored annotations, and digests that say when they hold."""
