"""Fika: sales discovery and qualification from a company's own knowledge.

The rings, outermost first: `cli` starts everything, `bootstrap` builds it, the adapters (`library`, `store`) touch
files and databases, `flows` are the verbs, `ports` what the verbs need, and `core` decides. Imports point inwards only.
"""
