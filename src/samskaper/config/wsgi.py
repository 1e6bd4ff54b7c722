"""The web process."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskaper.config.settings")

# Whose word about the visitor's address counts. A proxy stands on the same machine or in the same private network.
PROXIES = ["127.0.0.1", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]

application = get_wsgi_application()
if settings.SECURE_PROXY_SSL_HEADER:
    application = wrap_wsgi_with_proxy_headers(application, PROXIES)
