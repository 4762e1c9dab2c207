"""Makes small web pages for the tests."""

from __future__ import annotations


def page(body: str, head: str = "") -> bytes:
    """A page with a body, or what is one already, as UTF-8."""
    if "<body" in body:
        return body.encode()
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
    )
