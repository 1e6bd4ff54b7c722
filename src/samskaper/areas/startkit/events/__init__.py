"""What has happened with the kit and plans for meetings."""
