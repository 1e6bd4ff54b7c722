"""What every page is made of: base templates, components, pictures. No models."""
