"""The first schema."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """CREATE TABLE actor (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """CREATE TABLE run (
    id TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """CREATE TABLE source (
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL,
    packing TEXT NOT NULL,
    media_type TEXT NOT NULL,
    location TEXT NOT NULL,
    fetched_at TEXT,
    headers TEXT NOT NULL,
    PRIMARY KEY (sha256)
)
 STRICT""",
    """CREATE TABLE withdrawn (
    statement TEXT NOT NULL,
    report_id TEXT NOT NULL,
    run TEXT NOT NULL,
    PRIMARY KEY (statement)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE report (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    location TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    byline TEXT,
    credit TEXT,
    dateline_place TEXT,
    dateline_start INTEGER,
    dateline_end INTEGER,
    language TEXT,
    run TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(source_sha256) REFERENCES source (sha256),
    FOREIGN KEY(run) REFERENCES run (id)
)
 STRICT""",
    "CREATE INDEX report_outlet ON report (outlet)",
    """CREATE TABLE tally (
    actor TEXT NOT NULL,
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    statements INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (actor, facet, value),
    FOREIGN KEY(actor) REFERENCES actor (id)
)
 WITHOUT ROWID,
 STRICT""",
    "CREATE INDEX tally_facet ON tally (facet, statements)",
    """CREATE TABLE block (
    report INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (report, position),
    CHECK (0 <= start AND start < "end"),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE occasion (
    report INTEGER NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    place TEXT,
    when_start TEXT,
    when_end TEXT,
    grain TEXT NOT NULL,
    basis TEXT NOT NULL,
    weekday TEXT,
    evidence_start INTEGER,
    evidence_end INTEGER,
    PRIMARY KEY (report, id),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE occasion_participant (
    report INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (report, occasion, position),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE occasion_span (
    report INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (report, occasion, position),
    CHECK (0 <= start AND start < "end"),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE report_source (
    source TEXT NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (source),
    FOREIGN KEY(source) REFERENCES source (sha256),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    "CREATE INDEX report_source_report ON report_source (report)",
    """CREATE TABLE report_when (
    report INTEGER NOT NULL,
    field TEXT NOT NULL,
    when_start TEXT,
    when_end TEXT,
    grain TEXT NOT NULL,
    basis TEXT NOT NULL,
    weekday TEXT,
    evidence_start INTEGER,
    evidence_end INTEGER,
    PRIMARY KEY (report, field),
    FOREIGN KEY(report) REFERENCES report (number)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE statement (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    report INTEGER NOT NULL,
    form TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    nested_in TEXT,
    occasion TEXT,
    confidence REAL NOT NULL,
    words TEXT NOT NULL,
    speaker TEXT,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(report) REFERENCES report (number)
)
 STRICT""",
    "CREATE INDEX statement_report ON statement (report)",
    """CREATE TABLE mention (
    statement INTEGER NOT NULL,
    role TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    office TEXT,
    confidence REAL NOT NULL,
    PRIMARY KEY (statement, role),
    FOREIGN KEY(statement) REFERENCES statement (number),
    FOREIGN KEY(actor) REFERENCES actor (id)
)
 WITHOUT ROWID,
 STRICT""",
    "CREATE INDEX mention_actor ON mention (actor, role)",
    """CREATE TABLE statement_span (
    statement INTEGER NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (statement, role, position),
    CHECK (0 <= start AND start < "end"),
    FOREIGN KEY(statement) REFERENCES statement (number)
)
 WITHOUT ROWID,
 STRICT""",
)


def upgrade() -> None:
    """Make the tables; the full-text ones follow every upgrade."""
    for statement in STATEMENTS:
        op.execute(statement)
