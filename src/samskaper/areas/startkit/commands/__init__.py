"""What is written about the kit: plans for meetings."""
