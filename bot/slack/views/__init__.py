"""What people see in Slack: pure functions from what the flows answer to blocks."""
