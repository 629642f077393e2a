"""What the tests have done in another process: it does as it is told."""

from __future__ import annotations

import os
import time

from onrecord.errors import NotText


def work(order: str) -> tuple[int, str]:
    if order == "refuse":
        raise NotText("x is binary", "Hand in text.")
    if order == "break":
        raise KeyError("a fault of ours")
    if order == "spin":
        while True:
            pass
    if order == "sleep":
        time.sleep(60)
    if order == "eat":
        return os.getpid(), str(len(bytearray(4_000_000_000)))
    if order == "deepen":
        return work(order)
    if order == "die":
        os._exit(3)
    if order == "print":
        print("a library's remark", flush=True)
    return os.getpid(), order.upper()
