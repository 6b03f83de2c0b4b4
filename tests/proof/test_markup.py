"""The proof of a page's markup: what writers and theme cannot have made is refused, whatever a browser would make of it."""

from __future__ import annotations

import pytest

from build_scripts.proof.markup import check_markup

PAGE = (
    '<!doctype html>\n<html lang="en"><head><title>a &amp; b</title>{head}</head><body><article>{body}</article></body></html>'
)
BAD = [
    "<script>alert(1)</script>",
    "<script src=https://example.org/x.js></script>",
    '<script src="//example.org/x.js"></script>',
    "<img src=x onerror=alert(1)>",
    "<img src='https://example.org/x.png'>",
    "<IMG SRC=x OnError=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href=" &#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="\\\\example.org">x</a>',
    '<a href="//example.org">x</a>',
    '<a href="vbscript:x">x</a>',
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'></a></svg>",
    "<svg><animate attributeName=href></svg>",
    "<iframe src=x></iframe>",
    "<object data=x></object>",
    "<embed src=x>",
    "<math><mtext></mtext></math>",
    "<form action=https://example.org><button>x</button></form>",
    "<button formaction=x>x</button>",
    "<input onfocus=alert(1) autofocus>",
    "<base href=https://example.org>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<style>@import 'x'</style>",
    '<p style="background: url(https://example.org)">x</p>',
    "<p style=\"background: \\75rl('x')\">x</p>",
    '<p style="background: url(x.png)">x</p>',
    '<script type="application/json">{</script>',
    "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    "<textarea></textarea>",
    "<xmp></xmp>",
    "<!--> <script>alert(1)</script> -->",
    "<!-- --!> <script>alert(1)</script> -->",
    "<p title='x' <script>",
    "<p/onclick=alert(1)>",
    "<script/src=x>",
    "<p><",
    "<?xml version='1.0'?>",
    "<![CDATA[x]]>",
    "</p onclick=x>",
    "<hr>",
    "a\x00b",
    "a\ufffeb",
    "<title>x</title>",
]


@pytest.mark.parametrize("body", BAD)
def test_what_nobody_writes_is_refused(body: str) -> None:
    assert list(check_markup(PAGE.format(head="", body=body)))


@pytest.mark.parametrize(
    "body",
    [
        '<p id="p1" class="x" lang="zh-Hans" data-n="1" aria-label="&quot;">&lt;script&gt; <a href="https://example.org/">x</a><br></p>',
        '<a href="../../speech/readout/#l3">x</a><a href="#fn:1">x</a><a href="mailto:a@example.org">x</a>',
        '<div class="footnote"><hr><ol><li>x</li></ol></div>',
        '<svg viewBox="0 0 1 1"><title>1 &lt; 2</title></svg>',
        '<script type="application/json">{"a": "<b>"}</script>',
        '<td style="text-align: right;">1</td><p style="flex-grow: 12.5; --n: 3">x</p>',
        "<!-- a comment -->",
    ],
)
def test_what_writers_write_is_let_through(body: str) -> None:
    assert list(check_markup(PAGE.format(head="", body=body))) == []


def test_a_script_of_the_theme_is_known_and_no_other() -> None:
    script = '<script>document.querySelectorAll("link[rel=alternate]").forEach(link => link.remove()){}</script>'
    assert list(check_markup(PAGE.format(head="", body=script.format("")))) == []
    assert list(check_markup(PAGE.format(head="", body=script.format(";alert(1)"))))


def test_a_header_of_a_page_is_its_policy_alone() -> None:
    head = '<meta http-equiv="{}" content="0; url=x">'
    assert list(check_markup(PAGE.format(head=head.format("Content-Security-Policy"), body=""))) == []
    assert list(check_markup(PAGE.format(head=head.format("refresh"), body="")))


def test_a_canonical_address_may_lead_out_and_a_style_sheet_may_not() -> None:
    link = '<link rel="{}" href="https://example.org/">'
    assert list(check_markup(PAGE.format(head=link.format("canonical"), body=""))) == []
    assert list(check_markup(PAGE.format(head=link.format("stylesheet"), body="")))
