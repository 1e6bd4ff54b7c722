"""The demonstration: invented libraries, associations and people named by their roles, on real dates."""
