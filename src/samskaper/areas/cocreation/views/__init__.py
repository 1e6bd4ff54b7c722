"""Pages of conversations, for those who hold them and for those they talk with."""
