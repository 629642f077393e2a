"""Which URLs are visited, and how they are spelt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect.urls import check_url, domain, join, origin
from onrecord.errors import FetchRefused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" http://courier.example ", "http://courier.example/"),
        ("HTTPS://Courier.Example./A?b=ü#part", "https://courier.example/A?b=%C3%BC"),
        ("http://courier.example:80/a", "http://courier.example/a"),
        ("http://courier.example:443/a", "http://courier.example:443/a"),
        ("https://zürich.example/", "https://xn--zrich-kva.example/"),
        ("http://93.184.216.34/a", "http://93.184.216.34/a"),
        ("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"),
    ],
)
def test_check_url_gives_one_spelling(text: str, expected: str) -> None:
    assert check_url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "courier.example/a", "//courier.example/a", "ftp://courier.example/", "file:///etc/passwd",
        "javascript:alert(1)", "data:text/html,x", "gopher://courier.example/", "http://", "http:///a",
        "http://user@courier.example/", "http://user:word@courier.example/", "http://courier.example:22/",
        "http://courier.example:8080/", "http://courier.example:99999/", "http://2130706433/", "http://0x7f000001/",
        "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://127.1/", "http://127.0.0.01/", "http://1.2.3.4.5/",
        "http://courier.example\\@other.example/", "http://courier.example/a\r\nHost: x", "http://cou rier.example/",
        "http://courier..example/", "http://[::1/", "http://courier.example/\x00", "http://%31%32%37.0.0.1/",
        "http://" + "a" * 64 + ".example/", "http://courier.example/" + "a" * 3000,
    ],
)  # fmt: skip
def test_check_url_refuses(text: str) -> None:
    with pytest.raises(FetchRefused):
        check_url(text)


@settings(deadline=None)  # the list of public suffixes is read at the first call
@given(st.text(max_size=60) | st.text(max_size=40).map("http://{}".format))
def test_check_url_refuses_or_is_stable(text: str) -> None:
    try:
        url = check_url(text)
    except FetchRefused:
        return
    assert check_url(url) == url
    assert domain(url)


def test_ports_are_those_of_the_web_and_those_allowed() -> None:
    assert check_url("http://127.0.0.1:4711/", frozenset({4711})) == "http://127.0.0.1:4711/"
    with pytest.raises(FetchRefused, match="port 4712"):
        check_url("http://127.0.0.1:4712/", frozenset({4711}))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("b.html", "http://courier.example/news/b.html"),
        ("//other.example/c", "http://other.example/c"),
        ("?page=2", "http://courier.example/news/a?page=2"),
        ("https://other.example", "https://other.example/"),
    ],
)
def test_join_reads_a_reference_on_its_page(reference: str, expected: str) -> None:
    assert join("http://courier.example/news/a", reference) == expected


@pytest.mark.parametrize(
    "reference", ["javascript:void(0)", "http://[::1", "http://0x7f.1/", "mailto:desk@courier.example"]
)
def test_join_refuses(reference: str) -> None:
    with pytest.raises(FetchRefused):
        join("http://courier.example/news/a", reference)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://www.news.courier.co.uk/a", "courier.co.uk"),
        ("http://courier.example/", "courier.example"),
        ("http://a.b.courier.example/", "courier.example"),
        ("http://localhost/", "localhost"),
        ("http://93.184.216.34/", "93.184.216.34"),
    ],
)
def test_domain_is_the_registrable_one(url: str, expected: str) -> None:
    assert domain(url) == expected


def test_origin_keeps_the_port() -> None:
    assert origin(check_url("https://courier.example:443/a?b")) == "https://courier.example"
    assert origin(check_url("http://courier.example:443/a?b")) == "http://courier.example:443"
