"""Flows: what Fika does, as small verbs over ports."""
