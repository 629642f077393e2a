"""Who made a report and how it came here, each with the place of the words that say so."""

from __future__ import annotations

import pytest

from onrecord.clean import clean_source
from onrecord.clean.address import canonical_address, first_site, registrable_domain
from onrecord.model import Report, Source

BODY = (
    "Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open.\n\n"
    "He added that both sides would meet again before the winter, according to the agreed plan.\n\n"
)
HEAD = '<html lang="{language}"><head>{head}</head><body><article><h1>Torve praises talks</h1>{top}'
PROSE = "<p>Foreign Minister Ilan Torve said on Tuesday that the talks had been useful and open to all sides.</p>" * 3


def cleaned(tail: str, opening: str = "") -> Report:
    return clean_source(Source(f"Torve praises talks\n\n{opening}{BODY}{tail}\n".encode(), "text/plain", "r.txt"))


def page(
    head: str = "", top: str = "", location: str = "https://www.courier.example/a", language: str = "en"
) -> Report:
    markup = HEAD.format(language=language, head=head, top=top) + PROSE + "</article></body></html>"
    return clean_source(Source(markup.encode(), "text/html", location))


def people(report: Report) -> list[tuple[str, str]]:
    assert all(person.span is None or person.span.of(report.text) == person.name for person in report.contributors)
    return [(person.name, person.role) for person in report.contributors]


def links(report: Report) -> list[tuple[str, str]]:
    assert all(link.span is None or link.span.of(report.text) == link.name for link in report.chain)
    return [(link.name, link.relation) for link in report.chain]


@pytest.mark.parametrize(
    ("tail", "wanted"),
    [
        ("By Mara Ilves", [("Mara Ilves", "author")]),
        ("Mara Ilves /Tomas/ Hanna Korv", [("Mara Ilves", "author"), ("Tomas", "author"), ("Hanna Korv", "author")]),
        ("Translated by Hanna Korv", [("Hanna Korv", "translator")]),
        ("Übersetzung: Hanna Korv", [("Hanna Korv", "translator")]),
        ("Edited by: Tomas Reen", [("Tomas Reen", "editor")]),
        ("Photo: Ada Lorn", [("Ada Lorn", "photographer")]),
        (
            "Reporting by Mara Ilves and Hanna Korv; editing by Tomas Reen; photo by Ada Lorn",
            [
                ("Mara Ilves", "author"),
                ("Hanna Korv", "author"),
                ("Tomas Reen", "editor"),
                ("Ada Lorn", "photographer"),
            ],
        ),
        ("Local Editor", []),
        ("Photo: AFP", []),
    ],
)
def test_people_have_roles_and_spans(tail: str, wanted: list[tuple[str, str]]) -> None:
    report = cleaned(tail)
    assert people(report) == wanted
    assert all(person.span for person in report.contributors)


def test_the_byline_holds_the_authors_of_a_line_with_several_roles() -> None:
    assert cleaned("Reporting by Mara Ilves; editing by Tomas Reen").byline == "Mara Ilves"


@pytest.mark.parametrize(
    ("tail", "wanted"),
    [
        ("Source: SANA / RedGlobe", [("SANA", "source"), ("RedGlobe", "via")]),
        ("(SANA) via RedGlobe", [("SANA", "source"), ("RedGlobe", "via")]),
        ("Source: Reuters / AP", [("Reuters", "source"), ("AP", "source")]),
        ("This article was first published in The Norvel Courier.", [("The Norvel Courier", "first_published")]),
        ("Originally published by Norvel Courier", [("Norvel Courier", "first_published")]),
        ("Zuerst erschienen in Norvel Kurier", [("Norvel Kurier", "first_published")]),
        ("Reprinted with permission from Norvel Courier", [("Norvel Courier", "first_published")]),
    ],
)
def test_the_chain_tells_source_and_reprint(tail: str, wanted: list[tuple[str, str]]) -> None:
    report = cleaned(tail)
    assert links(report) == wanted
    assert report.blocks[-1].kind == "credit"


def test_the_agency_of_the_dateline_is_a_source_with_its_span() -> None:
    assert links(cleaned("", "KARSA, March 4 (NPW) - ")) == [("NPW", "source")]


def test_running_text_about_a_publication_is_no_credit() -> None:
    report = cleaned("The plan, first published in The Norvel Courier in spring, is still being studied by both sides.")
    assert (report.chain, report.blocks[-1].kind) == ((), "body")


def test_people_of_the_metadata_are_placed_where_they_stand() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#1", "name": "Mara Ilves"},'
        '{"@type": "NewsArticle", "author": {"@id": "#1"}, "editor": {"name": "Tomas Reen"},'
        '"translator": [{"name": "Hanna Korv"}], "sourceOrganization": {"name": "NPW"}}]}</script>'
    )
    report = page(head, "<p>By Mara Ilves</p>")
    assert people(report) == [("Mara Ilves", "author"), ("Tomas Reen", "editor"), ("Hanna Korv", "translator")]
    assert [person.span is None for person in report.contributors] == [False, True, True]
    assert (links(report), report.byline) == ([("NPW", "source")], "Mara Ilves")


def test_a_canonical_address_elsewhere_makes_the_page_a_reprint() -> None:
    report = page('<link rel="canonical" href="https://norvel.example/talks">')
    assert (report.domain, report.canonical) == ("courier.example", "https://norvel.example/talks")
    assert links(report) == [("norvel.example", "first_published")]


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://news.courier.co.uk/a", "courier.co.uk"),
        ("https://www.courier.gov.sy/a", "courier.gov.sy"),
        ("https://www.courier.example/a", "courier.example"),
        ("http://127.0.0.1/a", None),
        ("http://localhost/a", None),
        ("pages/courier.html", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_the_registrable_domain_follows_the_public_suffixes(address: str | None, domain: str | None) -> None:
    assert registrable_domain(address) == domain


def test_a_canonical_address_is_made_whole() -> None:
    assert canonical_address("/a", "https://courier.example/b?x=1") == "https://courier.example/a"
    assert canonical_address("/a", "pages/b.html") is None
    assert canonical_address("javascript:alert(1)", "https://courier.example/b") is None
    assert first_site("https://m.courier.example/a", "https://courier.example/a") is None


@pytest.mark.parametrize(
    ("language", "head", "wanted"),
    [
        ("en-GB", "", "en"),
        ("", '<meta property="og:locale" content="de_AT">', "de"),
        ("", '<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "fr-FR"}</script>', "fr"),
        ("not a language", "", None),
        ("", "", None),
    ],
)
def test_the_language_is_declared_or_unknown(language: str, head: str, wanted: str | None) -> None:
    assert page(head, language=language).language == wanted
