"""Where a report comes from: its dates' evidence, its makers and its chain."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; reports of older archives have no row in it until they are read again."""
    op.execute(
        """CREATE TABLE provenance (
    report INTEGER NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (report),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT"""
    )
