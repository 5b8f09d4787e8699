"""A person's words into values and requests, by fixed rules.

Nothing of the scorer lives here, and nothing here guesses: what is not understood stays unread. To see how, read in
this order.

- The text and the pack: `words` (a text cut into words), `spelling`, `common`, `phrases`, `vocabulary` (the words of a
  pack).
- What a stretch of it says: `quantity`, `on_paper`, `clause`, `frame`, `ours`, `convert`, `reading`.
- What is stated anywhere: `amount`, `option`, `flag`, `statement`, `doubt`, `correction`, `parse`.
- The answer to a question: for numbers `beside`, `duration` and `count`; for the rest `evasion`, `granted`, `kept`,
  `away`, `unread` and `reply`; then `answering` (both ways together) and `example` (how to say it instead).
- What somebody wants: `template`, `phrasing` and `cue` (how people ask), `mention` (names), `hearing` (a message taken
  apart), `topic`, `named_fit`, `everyday`, `bits`, `newcomer` and `whom` (whom it is about), `setting` (a meeting),
  `missing` (a gap), `framework`; and inside an interview `moves` and `wondering`.
"""
