"""The library: a pack on disk, and everything that is read from or written to its folder.

`folder` finds the files, `text_file` decodes them, `yaml_tree` reads them without changing a meaning, `reading` makes
models of them, and `loader` puts the pack together. `skeleton` starts a new pack, `schemas` helps an editor with it.
"""
