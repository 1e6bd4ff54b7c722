"""Every address, from the top floor down. The pages of `editorial` take what nobody else has taken."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samskaper.portal.urls_plain")),
    path("", include("samskaper.commons.calendar.urls_plain")),
    path("", include("samskaper.areas.programmes.urls_plain")),
    path("", include("samskaper.editorial.urls_films")),
    path("cms/", include("samskaper.editorial.urls_cms")),
    *i18n_patterns(
        path("", include("samskaper.portal.urls")),
        path("projects/", include("samskaper.areas.projects.urls")),
        path("programmes/", include("samskaper.areas.programmes.urls")),
        path("", include("samskaper.areas.cocreation.urls")),
        path("kit/", include("samskaper.areas.startkit.urls")),
        path("plans/", include("samskaper.commons.anchoring.urls")),
        path("questions/", include("samskaper.commons.feedback.urls")),
        path("calendar/", include("samskaper.commons.calendar.urls")),
        path("", include("samskaper.commons.mail.urls")),
        path("", include("samskaper.commons.people.urls_account")),
        path("", include("samskaper.commons.people.urls")),
        path("", include("samskaper.editorial.urls")),
    ),
]

handler400 = "samskaper.ui.errors.bad_request"
handler403 = "samskaper.ui.errors.forbidden"
handler404 = "samskaper.ui.errors.not_found"
handler500 = "samskaper.ui.errors.server_error"
