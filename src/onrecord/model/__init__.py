"""The record's nouns: frozen, typed, and free of anything but the standard library."""

from onrecord.model.codec import (
    dump_reading,
    load_reading,
    occasion_json,
    reading_json,
    report_json,
    statement_json,
)
from onrecord.model.occasion import OCCASION_TYPES, Occasion, OccasionType, Participant, Role
from onrecord.model.provenance import dump_provenance, with_provenance
from onrecord.model.reading import Reading
from onrecord.model.report import (
    BLOCK_KINDS,
    READABLE,
    RESIDUE,
    Block,
    BlockKind,
    Contribution,
    Contributor,
    CreditLink,
    CreditRelation,
    DateEvidence,
    DateKind,
    Dateline,
    DateOrigin,
    Dates,
    Report,
    ReportKind,
)
from onrecord.model.row import FIELDS as ROW_FIELDS
from onrecord.model.row import ROW_TYPE, Row, dump_row, load_row
from onrecord.model.source import Source
from onrecord.model.span import Span, intersect, overlap_ratio, size, subtract, trim, union
from onrecord.model.statement import (
    ACTS,
    DEFAULT_KINDS,
    FORMS,
    KINDS,
    Act,
    Form,
    Kind,
    Speaker,
    Statement,
    actor_id,
    statement_id,
)
from onrecord.model.when import UNKNOWN, WEEKDAYS, Basis, Grain, Weekday, When
from onrecord.model.whencodec import when_json

__all__ = [
    "ACTS", "Act", "BLOCK_KINDS", "Basis", "Block", "BlockKind", "Contribution", "Contributor", "CreditLink",
    "CreditRelation", "DEFAULT_KINDS", "DateEvidence", "DateKind", "DateOrigin", "Dateline", "Dates", "FORMS",
    "Form", "Grain", "KINDS", "Kind", "OCCASION_TYPES", "Occasion", "OccasionType", "Participant", "READABLE",
    "RESIDUE", "ROW_FIELDS", "ROW_TYPE", "Reading", "Report", "ReportKind", "Role", "Row", "Source", "Span",
    "Speaker", "Statement", "UNKNOWN", "WEEKDAYS", "Weekday", "When", "actor_id", "dump_provenance", "dump_reading",
    "dump_row", "intersect", "load_reading", "load_row", "occasion_json", "overlap_ratio", "reading_json",
    "report_json", "size", "statement_id", "statement_json", "subtract", "trim", "union", "when_json",
    "with_provenance",
]  # fmt: skip
