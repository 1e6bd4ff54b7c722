"""What people and organisations register."""
