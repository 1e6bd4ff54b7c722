"""What the worker does for conversations."""
