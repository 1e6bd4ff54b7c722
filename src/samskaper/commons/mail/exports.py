"""How a letter leaves the house: as a mail with a text part, an HTML part and its files."""

from __future__ import annotations

from email import policy
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage, Message
from email.utils import parseaddr

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from samskaper.commons.mail.footers import stop_link
from samskaper.commons.mail.letters import domain_in_ascii, site_name
from samskaper.commons.mail.models import Letter
from samskaper.commons.mail.pieces import pieces

POLICY = policy.SMTP.clone(cte_type="7bit", max_line_length=200)


def receiver(letter: Letter) -> str:
    """Return the address on the envelope."""
    return domain_in_ascii(letter.email)


def html(letter: Letter) -> str:
    """Return the HTML part: the same words in the house's colours."""
    with translation.override(letter.language):
        context = {"letter": letter, "pieces": pieces(letter.text), "site_name": site_name(letter.language)}
        return render_to_string("mail/letters/layout.html", context)


def message(letter: Letter) -> bytes:
    """Return the mail as bytes. Raises ValueError when a header cannot be written."""
    mail = EmailMessage(policy=POLICY)
    head(mail, letter)
    mail.set_content(letter.text)
    mail.add_alternative(html(letter), subtype="html")
    for item in letter.attachments.select_related("enclosed"):
        _attach(mail, item.name, item.content_type, bytes(item.enclosed.content))
    mail["Content-Language"] = letter.language  # last: setting the content takes such headers away
    return mail.as_bytes()


def head(mail: EmailMessage, letter: Letter) -> None:
    """Write the headers. The receiver's name and the subject are people's own words: they stay values."""
    mail["Message-ID"] = letter.message_id
    mail["Date"] = letter.created
    mail["From"] = _from(letter)
    mail["To"] = HeaderAddress(display_name=letter.name, addr_spec=receiver(letter))
    if letter.owner and letter.owner.email:
        mail["Reply-To"] = HeaderAddress(display_name=letter.owner.name, addr_spec=domain_in_ascii(letter.owner.email))
    mail["Subject"] = letter.subject
    mail["Auto-Submitted"] = "auto-generated"
    if letter.purpose:
        with translation.override(letter.language):
            mail["List-Unsubscribe"] = f"<{stop_link(letter.secret)}>"


def _from(letter: Letter) -> HeaderAddress:
    """Return our own address under the library's name, so that the receiver sees who writes."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    ours = name or site_name(letter.language)
    shown = f"{letter.owner.name} ({ours})" if letter.owner else ours
    return HeaderAddress(display_name=shown, addr_spec=domain_in_ascii(address))


def _attach(mail: EmailMessage, name: str, content_type: str, content: bytes) -> None:
    declared = Message()
    declared["Content-Type"] = content_type
    parameters = {key: value for key, value in (declared.get_params() or [])[1:] if isinstance(value, str)}
    mail.add_attachment(
        content,
        maintype=declared.get_content_maintype(),
        subtype=declared.get_content_subtype(),
        filename=name,
        params=parameters,
    )
