"""Chinese numerals, of dates and of numbered things."""

from __future__ import annotations

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
CIRCLE = "○"  # as an old form prints zero
COUNTING = "一二三四五六七八九十百零〇"  # the characters of a number that counts things
FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖拾"  # as cheques write them, and parts of an article above 一


def numeral(text: str) -> int:
    """The value of a number up to 999, in Chinese numerals or in figures.

    >>> [numeral(each) for each in ("二十七", "十", "四", "一百零五", "一百一十四", "12")]
    [27, 10, 4, 105, 114, 12]
    """
    if text.isdecimal():
        return int(text)
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    of_tens = (DIGITS.get(tens[-1:], 0) or 1) * 10 if ten else 0
    return (DIGITS.get(hundreds, 1) * 100 if hundred else 0) + of_tens + DIGITS.get(ones[-1:], 0)


def in_chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese numerals, as lists count; others in figures.

    >>> [in_chinese(each) for each in (1, 10, 12, 20, 21, 100, 105, 110, 114, 1000)]
    ['一', '十', '十二', '二十', '二十一', '一百', '一百零五', '一百一十', '一百一十四', '1000']
    """
    if not 0 < number < 1000:
        return str(number)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    found = f"{COUNTING[hundreds - 1]}百" if hundreds else ""
    if tens:
        found += ("" if tens == 1 and not hundreds else COUNTING[tens - 1]) + "十"
    elif hundreds and ones:
        found += "零"
    return found + (COUNTING[ones - 1] if ones else "")
