"""Settings, addresses, the command line and the supervisor: the only place that names every app."""
