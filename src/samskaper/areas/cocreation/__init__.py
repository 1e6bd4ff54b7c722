"""Exploratory conversations, and what comes of them."""
