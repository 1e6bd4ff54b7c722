"""Every write: parties, conversations, statements, and what a party does behind its link."""
