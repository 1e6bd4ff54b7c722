"""Sets a machine up for Samskaper: packages, front end, database, data.

Runs on the machine's own Python before anything is installed, so nothing here imports a package.
"""
