"""The page of the local Slack: what a person sees, sent as it changes; built from web/ into built/."""
