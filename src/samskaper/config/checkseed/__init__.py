"""A small world of two independent organisations with every role, for checking who may open which door."""
