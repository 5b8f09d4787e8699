"""What people do in Slack, by noun: each module registers its listeners on the app."""
