"""Fika in Slack: the only home of slack_bolt."""
