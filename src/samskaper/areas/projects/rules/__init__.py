"""Who may see and change a project, how a goal's status is found, and what facts a text asks for."""
