"""A person's words into values and requests, by fixed rules.

Nothing of the scorer lives here, and nothing here guesses: what is not understood stays unread. To see how, read in
this order: `words` (a text cut into words), `vocabulary` (the words of a pack), `clause`, `quantity`, `statement`,
`parse` (values), `count` and `reply` (the answer to a question), `answering` (both); then `phrasing` and `cue` (how
people ask), `mention` (names), `hearing` and `topic` (what a message is about).
"""
