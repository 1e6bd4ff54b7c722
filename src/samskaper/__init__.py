"""Co-creation from plan to everyday practice."""
