"""Lists of people: cut into pieces, each read in every way that fits, the best reading of the whole list kept.

`labels` (what heads a list), `pieces` (a line cut at its marks), `evidence` (what the document says of a
name), `readings` (what a piece may be, with the features that speak for it), `weights` (what each feature
counts), `split` (the best way through a line), `lists` (the lines of a list together).
"""
