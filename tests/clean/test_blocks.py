"""Every line of a plain text gets the kind that a reader would give it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean import clean_source
from onrecord.model import Report, Source

BODY = (
    "Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open.\n\n"
    "He added that both sides would meet again before the winter, according to the agreed plan.\n\n"
)


def cleaned(text: str) -> Report:
    return clean_source(Source(text.encode(), "text/plain", "report.txt"))


def kinds(text: str) -> dict[str, str]:
    """The kind of each block by the first words of it."""
    report = cleaned(text)
    return {" ".join(block.span.of(report.text).split()[:3]): block.kind for block in report.blocks}


def of_kind(text: str, kind: str) -> list[str]:
    report = cleaned(text)
    return [block.span.of(report.text) for block in report.blocks if block.kind == kind]


def test_headline_and_body_paragraphs_are_told_apart() -> None:
    found = kinds("Torve: Velia is ready for talks\n\n" + BODY)
    assert found == {"Torve: Velia is": "headline", "Foreign Minister Ilan": "body", "He added that": "body"}


def test_a_headline_in_small_letters_is_a_headline() -> None:
    assert of_kind("torve says velia is ready for talks\n" + BODY, "headline") == [
        "torve says velia is ready for talks"
    ]


def test_a_mere_paragraph_has_no_headline() -> None:
    found = cleaned("Torve said that the talks were useful.")
    assert [block.kind for block in found.blocks] == ["body"]
    assert found.title is None


def test_one_line_is_one_paragraph_when_no_blank_lines_stand_between() -> None:
    text = "Torve praises talks\n" + BODY.replace("\n\n", "\n")
    assert len(of_kind(text, "body")) == 2


def test_lines_broken_at_a_column_are_one_paragraph() -> None:
    text = (
        "Torve praises talks\n\n"
        "Foreign Minister Ilan Torve said on Tuesday that the talks in\n"
        "Karsa had been useful and open, adding that both sides would\n"
        "meet again before the winter.\n"
    )
    assert len(of_kind(text, "body")) == 1


def test_the_dateline_is_only_the_prefix_of_its_line() -> None:
    report = cleaned("Torve praises talks\n\nKARSA, (VTA)- Foreign Minister Ilan Torve praised the talks on Tuesday.\n")
    assert [(block.kind, block.span.of(report.text)) for block in report.blocks[1:]] == [
        ("dateline", "KARSA, (VTA)-"),
        ("body", "Foreign Minister Ilan Torve praised the talks on Tuesday."),
    ]
    assert report.dateline.place == "Karsa"
    assert report.credit == "VTA"


def test_a_short_line_between_paragraphs_is_a_subhead() -> None:
    text = "Torve praises talks\n" + BODY + "Orme not ready for observers\n" + BODY
    assert of_kind(text, "subhead") == ["Orme not ready for observers"]


@pytest.mark.parametrize(
    "signature", ["Mara Ilves", "Mara al-Ilves /Tomas/ Hanna Korv", "— MARA ILVES", "Mara I. / H. K."]
)
def test_names_alone_at_the_end_are_the_byline(signature: str) -> None:
    assert of_kind("Torve praises talks\n\n" + BODY + signature, "byline") == [signature]


def test_names_alone_inside_the_body_are_a_subhead() -> None:
    assert of_kind("Torve praises talks\n\n" + BODY + "Ilan Torve\n\n" + BODY, "subhead") == ["Ilan Torve"]


@pytest.mark.parametrize("line", ["By Mara Ilves", "Local Editor", "(Reporting by Mara Ilves; Editing by T. Orn)"])
def test_announced_bylines_are_found(line: str) -> None:
    assert of_kind("Torve praises talks\n" + line + "\n\n" + BODY, "byline") == [line]


def test_a_source_line_is_a_credit_with_its_whole_chain() -> None:
    report = cleaned("Torve praises talks\n\n" + BODY + "Source: VTA / Red Valley\n")
    assert report.credit == "VTA / Red Valley"
    assert report.blocks[-1].kind == "credit"


def test_a_credit_leaves_out_who_edited() -> None:
    report = cleaned("Torve praises talks\n\n" + BODY + "Source: News Agencies, Edited by website team\n")
    assert report.credit == "News Agencies"


@pytest.mark.parametrize("head", ["Check Also", "- Related News", "Videos: Tessa", "MOST READ", "Ähnliche Beiträge"])
def test_everything_under_a_list_of_other_stories_is_residue(head: str) -> None:
    tail = (
        f"{head}\n\nEnvoy warns of a hard winter in Orme\n\n"
        "Norvel, SNB – Envoy Hanna Korv said on Sunday that the winter would be hard for the towns in the valley …\n\n"
        "• Minister opens bridge\n    Karsa, VTA – The minister said the bridge was long awaited by the whole town.\n"
    )
    report = cleaned("Torve praises talks\n\n" + BODY + tail)
    after = [block for block in report.blocks if block.span.start >= report.text.index(head)]
    assert {block.kind for block in after} <= {"teaser", "furniture"}
    assert len(after) == 5


def test_a_box_inside_the_body_ends_where_the_body_goes_on() -> None:
    text = "Torve praises talks\n\n" + BODY + "Read also\n\nBridge opens in Orme\n\n" + BODY
    assert len(of_kind(text, "body")) == 4
    assert of_kind(text, "teaser") == ["Bridge opens in Orme"]


@pytest.mark.parametrize(
    "line",
    [
        "Your visit to this site will be better with cookies",
        "Real time web analytics, Heat map tracking",
        "Share on Facebook",
        "Comments",
        "214 comments",
        "Home > World > Valley",
        "Home | World | Sport | Weather",
        "Sign up for our newsletter",
    ],
)
def test_a_pages_own_lines_are_furniture(line: str) -> None:
    assert of_kind("Torve praises talks\n\n" + BODY + line + "\n\n" + BODY, "furniture") == [line]


def test_a_caption_glued_to_a_quotation_is_cut_off() -> None:
    text = "Torve praises talks\n\n" + BODY + "He said “we wish for a valley of rights.”torve, velm\n\n" + BODY
    assert of_kind(text, "caption") == ["torve, velm"]
    assert "He said “we wish for a valley of rights.”" in of_kind(text, "body")


@pytest.mark.parametrize(
    "line",
    ["Photo: Mara Ilves/SNB", "Torve at the gate. Image: SNB", "Torve (second from left) said the bridge would hold."],
)
def test_captions_say_that_they_are(line: str) -> None:
    assert of_kind("Torve praises talks\n\n" + BODY + line + "\n\n" + BODY, "caption") == [line]


def test_a_text_without_line_breaks_is_cut_into_head_body_and_tail() -> None:
    body = " ".join(BODY.split()) + " "
    text = (
        "Torve: Velia to hold more talks on the Tessa valley Karsa, VTA – " + body * 5 + "Mara Ilves Check Also "
        "Envoy warns of a hard winter Norvel, SNB – Envoy Hanna Korv said …"
    )
    report = cleaned(text)
    assert report.title == "Torve: Velia to hold more talks on the Tessa valley"
    assert [block.kind for block in report.blocks] == ["headline", "dateline", "body", "byline", "furniture"] or [
        block.kind for block in report.blocks
    ] == ["headline", "dateline", "body", "byline", "teaser"]


def test_right_to_left_text_keeps_its_blocks() -> None:
    text = (
        "الوزير: المحادثات مستمرة\n\n"
        + "قال وزير الخارجية يوم الثلاثاء إن المحادثات في كارسا كانت مفيدة ومفتوحة للجميع.\n\n" * 2
    )
    assert [block.kind for block in cleaned(text).blocks] == ["headline", "body", "body"]


def test_combining_characters_are_counted_as_they_stand() -> None:
    text = "Torve\u0301 praises talks\n\n" + BODY
    report = cleaned(text)
    assert report.text == text
    assert report.blocks[0].span.of(report.text) == "Torve\u0301 praises talks"


PIECES = [*BODY.split(), "\n", "\n\n", "Check Also\n", "“Yes.”x", "Source: A / B\n", "…", "Name:", "KARSA, (VTA)-"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_every_character_that_shows_belongs_to_exactly_one_block(pieces: list[str]) -> None:
    text = "x " + " ".join(pieces)
    covered = Counter(i for block in cleaned(text).blocks for i in range(block.span.start, block.span.end))
    assert all(covered[i] == 1 or (character.isspace() and covered[i] == 0) for i, character in enumerate(text))
