"""Unexpected errors: the fence that sets a stage aside, and what can be told of an error."""
