"""Pages that join areas: my desk, the demonstration, the component gallery, health."""
