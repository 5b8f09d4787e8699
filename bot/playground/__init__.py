"""A local Slack: a test instrument and a demonstration, never a production server.

It keeps its state in memory, checks every payload against Slack's limits, and lets a test act as people do.
"""
