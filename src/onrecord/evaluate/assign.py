"""One-to-one assignment: the pairing of rows and columns with the greatest sum of scores.

The shortest augmenting path algorithm (Crouse 2016), as scipy's `linear_sum_assignment` has it, down to how it
breaks ties; scipy itself is too large to install for one matrix of thirty rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def assign(scores: Floats) -> tuple[tuple[int, int], ...]:
    """Pairs (row, column) of the best total, sorted by row; every row or every column is in one.

    >>> assign(np.array([[1.0, 2.0], [0.0, 2.0]]))
    ((0, 0), (1, 1))
    """
    if not scores.size:
        return ()
    if scores.shape[1] < scores.shape[0]:
        return tuple(sorted((row, column) for column, row in _cheapest(-scores.T)))
    return tuple(_cheapest(-scores))


def _cheapest(cost: Floats) -> list[tuple[int, int]]:
    """Assign every row of a matrix that is no higher than it is wide."""
    rows, columns = cost.shape
    search = _Search(cost, np.zeros(rows), np.zeros(columns), np.full(rows, -1), np.full(columns, -1))
    for row in range(rows):
        search.assign_row(row)
    return [(row, int(column)) for row, column in enumerate(search.column_of)]


class _Search:
    """The state between rows: dual prices, and who is assigned to whom so far."""

    def __init__(
        self, cost: Floats, row_price: Floats, column_price: Floats, column_of: NDArray[np.int64],
        row_of: NDArray[np.int64],
    ) -> None:  # fmt: skip
        self.cost, self.row_price, self.column_price = cost, row_price, column_price
        self.column_of, self.row_of = column_of, row_of

    def assign_row(self, start: int) -> None:
        """Give the row a column, moving earlier rows along the shortest augmenting path."""
        columns = self.cost.shape[1]
        shortest, path = np.full(columns, np.inf), np.full(columns, -1)
        remaining = list(range(columns - 1, -1, -1))
        seen_rows, seen_columns, row, least, sink = [start], [], start, 0.0, -1
        while sink < 0:
            open_columns = np.array(remaining)
            reach = least + self.cost[row, open_columns] - self.row_price[row] - self.column_price[open_columns]
            closer = reach < shortest[open_columns]
            shortest[open_columns[closer]] = reach[closer]
            path[open_columns[closer]] = row
            place = self._nearest(shortest[open_columns], open_columns)
            column = remaining[place]
            least = float(shortest[column])
            seen_columns.append(column)
            remaining[place] = remaining[-1]
            remaining.pop()
            if self.row_of[column] < 0:
                sink = column
            else:
                row = int(self.row_of[column])
                seen_rows.append(row)
        self._reprice(start, least, shortest, seen_rows, seen_columns)
        self._augment(start, sink, path)

    def _nearest(self, shortest: Floats, columns: NDArray[np.int64]) -> int:
        """The place of the least distance: of equal ones the last unassigned column, else the first."""
        equal = np.flatnonzero(shortest == shortest.min())
        free = equal[self.row_of[columns[equal]] < 0]
        return int(free[-1] if free.size else equal[0])

    def _reprice(self, start: int, least: float, shortest: Floats, rows: list[int], columns: list[int]) -> None:
        self.row_price[start] += least
        others = [row for row in rows if row != start]
        self.row_price[others] += least - shortest[self.column_of[others]]
        self.column_price[columns] -= least - shortest[columns]

    def _augment(self, start: int, sink: int, path: NDArray[np.int64]) -> None:
        column, row = sink, -1
        while row != start:
            row = int(path[column])
            self.row_of[column] = row
            column, self.column_of[row] = int(self.column_of[row]), column
