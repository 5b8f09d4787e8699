"""Migrations: every change to the tables, in order; run by `bot.store.schema`."""
