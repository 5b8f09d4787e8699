"""The state, in SQL: the only home of SQLAlchemy and Alembic.

Read in this order: `tables` (what is stored), `engine` (what is special about each database), `errors` (every error of
a database as a sentence), `link` and `unit_of_work` (a transaction), `owned` (whose rows a statement means),
`accounts`, with `assembled` for how one is read and `attached` for what hangs on it, `packs`, `inbox`, and the small
ones beside them (the ports), `schema` and `migrations` (how a database becomes as new as the code), `backup`, and
`store`, which puts them together.
"""
