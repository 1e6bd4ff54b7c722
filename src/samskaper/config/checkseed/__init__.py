"""Two organisations with every role and record, to try every door of the house from outside: `samskaper check-seed`."""
