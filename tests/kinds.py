"""Kinds for documents that tests make up."""

from build_scripts.model import Kind

SPEECH, COMMENTARY, NEWS = Kind("speech", base=True), Kind("commentary"), Kind("news", news=True)

TREES = ("zh-Hans", "zh-Hant", "en")
