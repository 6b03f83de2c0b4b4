"""Duizhao: related texts side by side, each made from its capture, every character traced."""

__version__ = "0.1.0"
