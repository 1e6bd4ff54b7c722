"""Static files under names that carry their digest, compressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Files(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As WhiteNoise does it, but a file that is not built yet keeps its plain name instead of failing the page."""

    manifest_strict = False

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._addresses: dict[tuple[str | None, str | None, bool], str] = {}

    def stored_name(self, name: str) -> str:
        """Return the name with the digest, or the plain name where there is no such file."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name

    def url(self, name: str | None, force: bool = False) -> str:
        """Return the address of a file, worked out once for each digest: a page names a dozen files."""
        found = (name, self.hashed_files.get(name), force)
        if found[1] is None:
            return str(super().url(name, force))
        if found not in self._addresses:
            self._addresses[found] = str(super().url(name, force))
        return self._addresses[found]

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Compress what is fetched under its lasting name; the slow, smaller way only what visitors fetch.

        Brotli on everything that editors fetch costs 10 processor seconds of a first start and saves them 200 kB.
        """
        lasting = set(paths) & set(self.hashed_files.values())
        for_visitors = {path for path in lasting if path.startswith("ui/")}
        for self._brotli, chosen in ((True, for_visitors), (False, lasting - for_visitors)):
            yield from super().compress_files(chosen)

    def create_compressor(self, **options: object) -> Compressor:
        """Return what compresses now."""
        return Compressor(use_brotli=self._brotli, **options)
