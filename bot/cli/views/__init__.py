"""Views: pure functions from core types to lines of plain text, readable without colour."""
