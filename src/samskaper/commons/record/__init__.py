"""What happened: facts, where records came from (origins), and receipts that make every form count once."""
