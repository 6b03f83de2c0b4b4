"""Numbers of lines as spans, and these as an editor writes them."""

from __future__ import annotations

from collections.abc import Sequence


def spans_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in the order given, those that follow one another as the first and the last of them.

    >>> spans_of([9, 10, 11, 4])
    [(9, 11), (4, 4)]
    """
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] + 1 == number:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans


def written(span: tuple[int, int]) -> str:
    """The only line of a span, or its first and last."""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"


def written_together(spans: Sequence[tuple[int, int]]) -> str:
    """Spans as an editor writes them under “structure”: one of them as it is, several as a list.

    >>> written_together([(9, 11), (4, 4)]), written_together([(7, 7)])
    ('[9-11, 4]', '7')
    """
    told = list(map(written, spans))
    return told[0] if len(told) == 1 else f"[{', '.join(told)}]"
