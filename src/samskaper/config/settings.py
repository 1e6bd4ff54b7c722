"""Settings. Everything that differs between machines comes from the environment; see docs/how-to/install.md."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent.parent


def _flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "").lower() in {"1", "true", "yes", "on"}


# -- where things lie ---------------------------------------------------------------------------------------------
DATA = Path(os.environ.get("SAMSKAPER_DATA") or ROOT / "var").resolve()


def _secret_key() -> str:
    """The secret from the environment, or one kept beside the database, made at the first start."""
    if given := os.environ.get("SAMSKAPER_SECRET_KEY"):
        return given
    kept = DATA / "secret-key"
    if not kept.exists():
        DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass
    return kept.read_text().strip()


SECRET_KEY = _secret_key()
DEBUG = _flag("SAMSKAPER_DEBUG")
SITE_URL = os.environ.get("SAMSKAPER_URL", f"http://localhost:{os.environ.get('PORT', '8000')}").rstrip("/")
_HOST = SITE_URL.split("://", 1)[1].split("/")[0].rsplit(":", 1)[0]
ALLOWED_HOSTS = [_HOST, "localhost", "127.0.0.1", "[::1]", "testserver", *filter(None, os.environ.get("SAMSKAPER_HOSTS", "").split(","))]
HTTPS = SITE_URL.startswith("https://")

# -- the house, from the top floor down ---------------------------------------------------------------------------
INSTALLED_APPS = [
    "samskaper.config.apps.HouseConfig",
    "samskaper.portal.apps.PortalConfig",
    "samskaper.areas.projects.apps.ProjectsConfig",
    "samskaper.areas.programmes.apps.ProgrammesConfig",
    "samskaper.areas.startkit.apps.StartkitConfig",
    "samskaper.areas.cocreation.apps.CocreationConfig",
    "samskaper.editorial.apps.EditorialConfig",
    "samskaper.commons.feedback.apps.FeedbackConfig",
    "samskaper.commons.calendar.apps.CalendarConfig",
    "samskaper.commons.anchoring.apps.AnchoringConfig",
    "samskaper.commons.search.apps.SearchConfig",
    "samskaper.commons.mail.apps.MailConfig",
    "samskaper.commons.record.apps.RecordConfig",
    "samskaper.commons.people.apps.PeopleConfig",
    "samskaper.ui.apps.UiConfig",
    "django.forms",  # the plain widgets, below our own fields
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "allauth",
    "allauth.account",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.users",
    "wagtail.admin",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "samskaper.ui.headers.SecurityHeadersMiddleware",
    "samskaper.ui.middleware.CleanCookiesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samskaper.portal.middleware.DemonstrationMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "samskaper.commons.people.middleware.SetupMiddleware",
    "samskaper.commons.record.once.OnceMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samskaper.commons.people.middleware.DoerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samskaper.ui.middleware.RefusalMiddleware",
    "samskaper.ui.guests.ShelfMiddleware",
]

ROOT_URLCONF = "samskaper.config.urls"
WSGI_APPLICATION = "samskaper.config.wsgi.application"

_LOADERS: list[Any] = [
    "template_partials.loader.Loader",
    [
        (
            "django.template.loaders.cached.Loader",
            [
                "django_cotton.cotton_loader.Loader",
                "django.template.loaders.filesystem.Loader",
                "django.template.loaders.app_directories.Loader",
            ],
        )
    ],
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [(_LOADERS[0], _LOADERS[1])],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "samskaper.ui.templatetags.samskaper_ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samskaper.commons.people.context.site",
            ],
        },
    }
]
FORM_RENDERER = "samskaper.ui.fields.KeptControls"
COTTON_DIR = "cotton"

# -- data -----------------------------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, Any]] = {
    "default": dict(
        dj_database_url.parse(
            os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'samskaper.sqlite3'}",
            conn_max_age=60,
            conn_health_checks=True,
        )
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # mmap: pages are read from the system's memory instead of being copied; a sixth less for pages on much data
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; PRAGMA mmap_size=268435456;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA / "files"
MEDIA_URL = "/files/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# -- people ---------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "samskaper.commons.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"length": 8, "numeric": True}
# Feide, Ansattporten or Entra beside the letter: settings only, see docs/how-to/sign-in.md
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:arrive"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "samskaper.ui.answers.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# -- languages and time -----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nb"  # so that what is missing in nynorsk falls to bokmål, not to English
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("da", "Dansk"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
USE_I18N = USE_TZ = True
FORMAT_MODULE_PATH = "samskaper.ui.formats"
TIME_ZONE = "Europe/Oslo"
LANGUAGE_COOKIE_NAME = "language"

# -- mail -------------------------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = os.environ.get("SAMSKAPER_MAIL_FROM", "samskaper@localhost")
EMAIL_BACKEND = "samskaper.commons.mail.backend.OutboxBackend"  # what packages send by themselves
EMAIL_HOST = os.environ.get("SAMSKAPER_SMTP_HOST", "")  # without one, codes are shown where Samskaper was started
EMAIL_PORT = int(os.environ.get("SAMSKAPER_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("SAMSKAPER_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SAMSKAPER_SMTP_PASSWORD", "")
EMAIL_USE_TLS = _flag("SAMSKAPER_SMTP_TLS")
EMAIL_TIMEOUT = 20

# -- files that the browser fetches ---------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "samskaper.config.static.Files"},
}
WHITENOISE_MANIFEST_STRICT = False
WHITENOISE_USE_FINDERS = DEBUG

# -- safety -----------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _flag("SAMSKAPER_BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]

# -- edited content ---------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Samskaper"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES  # nynorsk falls to bokmål, where the tool has words
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # everybody signs in by a code
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # an address is a way in, and is changed with us
WAGTAIL_PRIVATE_PAGES = {"SHARED_PASSWORD": False}  # its door is not open
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# -- the programme's own settings ------------------------------------------------------------------------------------
OPEN_REGISTERS = os.environ.get("SAMSKAPER_REGISTERS", "https://data.brreg.no").rstrip("/")  # where associations are read from, when an adviser asks
GRANT_MINIMUM_OWN_SHARE = 40  # per cent; source: Nasjonalbiblioteket, utlysning av utviklingsmidler

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"hide_keys": {"()": "samskaper.foundation.logs.HideKeys"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["hide_keys"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"samskaper": {"level": "INFO"}},
}
