"""How much each speaker said, kept in step with the statements by the writer."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, text

from onrecord.archive.schema import tally

FACETS: Final = {"all": "''", "office": "mention.office", "outlet": "report.outlet"}

# A value that is NULL has no tally; one report counts once for each of its speakers.
_COUNTED: Final = " UNION ALL ".join(
    f"SELECT mention.actor AS actor, '{facet}' AS facet, {value} AS value, count(*) AS statements, "
    "count(DISTINCT statement.report) AS reports FROM statement "
    "JOIN mention ON mention.statement = statement.number AND mention.role = 'speaker' "
    "JOIN report ON report.number = statement.report "
    f"WHERE {value} IS NOT NULL AND {{scope}} GROUP BY 1, 3"
    for facet, value in FACETS.items()
)


def count_in(connection: Connection, number: int) -> None:
    """Add what the speakers say in this report."""
    _change(connection, number, 1)


def count_out(connection: Connection, number: int) -> None:
    """Take off what the speakers say in this report, before its statements go."""
    _change(connection, number, -1)
    connection.execute(delete(tally).where(tally.c.facet.in_(FACETS), tally.c.statements == 0))


def wrong_tallies(connection: Connection) -> list[str]:
    """The speakers whose tallies are not what counting gives."""
    counted = _COUNTED.format(scope="1")
    kept = "SELECT actor, facet, value, statements, reports FROM tally"
    differing = f"SELECT * FROM ({counted}) EXCEPT {kept}", f"{kept} EXCEPT SELECT * FROM ({counted})"
    return sorted({row.actor for query in differing for row in connection.execute(text(query))})


def _change(connection: Connection, number: int, sign: int) -> None:
    counted = _COUNTED.format(scope="statement.report = :number")
    connection.execute(
        text(
            "INSERT INTO tally (actor, facet, value, statements, reports) "
            f"SELECT actor, facet, value, statements * :sign, reports * :sign FROM ({counted}) WHERE 1 "
            "ON CONFLICT DO UPDATE SET statements = statements + excluded.statements, "
            "reports = reports + excluded.reports"
        ),
        {"number": number, "sign": sign},
    )
