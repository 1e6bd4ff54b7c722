"""Films of the kit, made from text: scenes and who moves where in `content/films/<method>/film.toml`, what is said in one file per language."""
