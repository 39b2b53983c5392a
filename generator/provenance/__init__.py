"""The proof that rows are verbatim, what changed between builds, and measured quality."""
