"""The settings of the tests: the installation's own, with data of its own and nothing that slows without testing."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_data = tempfile.mkdtemp(prefix="samskaper-tests-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["SAMSKAPER_DATA"] = _data
for _name in ("SAMSKAPER_URL", "PORT", "SAMSKAPER_DEBUG"):
    os.environ.pop(_name, None)

from samskaper.config.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
