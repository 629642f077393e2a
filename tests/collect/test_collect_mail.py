"""E-mails and saved pages: which parts become sources, with which bytes, charsets and addresses."""

from __future__ import annotations

import base64

import pytest

from benchmarks.samples import MAIL, SAVED_PAGE, make_pdf, wrapped
from onrecord.clean import clean_source
from onrecord.collect.mail import unpack_mail
from onrecord.errors import Damaged, EmptyInput
from onrecord.model import Source


def mail(data: bytes) -> tuple[Source, ...]:
    return unpack_mail(Source(data, "message/rfc822", "in/mail.eml"))


def simple(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(["From: a@velm.example", "Subject: Talks", *headers, "", ""]).encode() + body


def mixed(*parts: bytes) -> bytes:
    head = b'From: a@velm.example\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    return head + b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"


def test_the_html_part_is_the_report_and_its_declared_charset_counts() -> None:
    main, note = mail(MAIL)
    assert main.media_type == "text/html; charset=iso-8859-2"
    assert main.location == "in/mail.eml"
    assert "český hosts" in clean_source(main).text
    assert note.location == "in/mail.eml#note.txt"
    assert note.data == b"Mira Olden said the mission would stay in the valley."


def test_what_the_mail_says_of_itself_stays_with_its_sources() -> None:
    headers = dict(mail(MAIL)[0].headers)
    assert headers["subject"] == "Torve’s statement"
    assert headers["date"] == "Mon, 5 May 2031 10:00:00 +0000"


def test_plain_text_in_another_charset() -> None:
    text = "Министр сказал, что они останутся.".encode("koi8-r")
    (source,) = mail(simple(text, "Content-Type: text/plain; charset=koi8-r"))
    assert clean_source(source).text == "Министр сказал, что они останутся."


def test_a_mail_without_a_type_is_plain_text() -> None:
    (source,) = mail(simple(b"Torve said so."))
    assert (source.media_type, source.data) == ("text/plain", b"Torve said so.")


def test_attached_documents_of_readable_types_and_no_others() -> None:
    pdf = make_pdf([wrapped(["Torve said so."])])
    attached = b'Content-Disposition: attachment; filename="%s"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s'
    sources = mail(
        mixed(
            b"Content-Type: text/plain\r\n\r\nSee the attached statement.",
            b"Content-Type: application/octet-stream\r\n" + attached % (b"a.pdf", base64.b64encode(pdf)),
            b"Content-Type: image/png\r\n" + attached % (b"b.png", base64.b64encode(b"\x89PNG")),
        )
    )
    assert [(source.location, source.media_type) for source in sources] == [
        ("in/mail.eml", "text/plain"),
        ("in/mail.eml#a.pdf", "application/pdf"),
    ]
    assert sources[1].data == pdf


def test_a_forwarded_message_is_a_source_too() -> None:
    inner = b"From: b@norvel.example\r\n\r\nThe council warned of floods."
    first, second = mail(mixed(b"\r\nSee below.", b"Content-Type: message/rfc822\r\n\r\n" + inner))
    assert first.data == b"See below."
    assert second.data == b"The council warned of floods."
    assert dict(second.headers)["from"] == "b@norvel.example"


def test_messages_within_messages_end_somewhere() -> None:
    data = simple(b"Torve said so.")
    for _ in range(30):
        data = mixed(b"\r\nForwarded.", b"Content-Type: message/rfc822\r\n\r\n" + data)
    assert 1 < len(mail(data)) < 10


def test_a_saved_page_is_one_source_at_its_own_address() -> None:
    (page,) = unpack_mail(Source(SAVED_PAGE, "multipart/related", "in/page.mhtml"))
    assert page.location == "https://courier.example/2031/05/05/karsa"
    assert dict(page.headers)["onrecord-container"] == "in/page.mhtml"
    report = clean_source(page)
    assert "“We will stay,” Minister Torve said" in report.text
    assert "mattress" not in report.text, "what a page shows in frames is no part of it"


def test_a_long_header_is_cut_and_costs_nothing() -> None:
    (source,) = mail(simple(b"Torve said so.", "Message-ID: " + "<a@b> " * 100_000))
    assert len(dict(source.headers)["message-id"]) <= 2_000


@pytest.mark.parametrize("data", [b"no headers here\x00", b"\r\n\r\nTorve said so."])
def test_what_is_no_message_is_told(data: bytes) -> None:
    with pytest.raises(Damaged, match=r"mail\.eml has no headers"):
        mail(data)


def test_a_mail_of_pictures_is_told() -> None:
    with pytest.raises(EmptyInput, match="holds no text"):
        mail(mixed(b"Content-Type: image/png\r\n\r\nxx"))
