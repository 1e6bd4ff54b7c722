"""Plan documents, their sentences, and what is tied to them."""
