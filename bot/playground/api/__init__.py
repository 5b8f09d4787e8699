"""The Web API of the local Slack: its methods, response URLs, uploads and downloads, answered as Slack answers."""
