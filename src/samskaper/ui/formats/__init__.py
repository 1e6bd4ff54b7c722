"""How dates are written, where it differs from what Django brings."""
