"""The doors of the outbox."""
