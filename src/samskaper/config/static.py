"""Static files under names that carry their digest, compressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Files(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As WhiteNoise does it, but a file that is not built yet keeps its plain name instead of failing the page."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the name with the digest, or the plain name where there is no such file."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
