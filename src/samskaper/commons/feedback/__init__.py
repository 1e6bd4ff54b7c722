"""Questionnaires: answers and who has answered, in tables without a common key."""
