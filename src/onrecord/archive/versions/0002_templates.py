"""The lines that outlets print under their stories."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """CREATE TABLE template_story (
    report INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (report),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    "CREATE INDEX template_story_outlet ON template_story (outlet, story)",
    """CREATE TABLE template_line (
    line INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (line, story)
)
 WITHOUT ROWID,
 STRICT""",
)


def upgrade() -> None:
    """Make the two tables empty: the reports that are there count when they are added again to a new archive."""
    for statement in STATEMENTS:
        op.execute(statement)
