"""Fetches new articles of feeds into the seeds folder; no other room opens a connection outward."""
