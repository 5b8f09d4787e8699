"""The pure heart: what a pack says, what is known of an account, and what follows from the two.

Nothing here reads a clock, a file or a database, and nothing is random: the same pack, answers and date give the same
report. To understand the scorer, read in this order: `trait`, `ranges`, `icp`, `value`, `cell`, `scorecard`, `verdict`,
`worlds`, `fit`; then `planner` and `whatif`.
"""
