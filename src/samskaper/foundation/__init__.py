"""The ground that every floor stands on: clock, text, refusals, references, registers. No models."""
