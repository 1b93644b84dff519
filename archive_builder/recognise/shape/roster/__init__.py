"""Lists of people: cut into pieces, each read in every way that fits, the best reading of the whole list kept.

`labels`    what heads a list
`normal_form` a line in one form
`common_form` what all lines of a list tell of each
`pieces`    a line cut at its marks
`evidence`  what the words and the rest of the document say of a name
`patterns`  the patterns made of the vocabulary's lists
`around_name` what stands around a name in a piece
`readings`  the ways of reading a piece as a person
`beside`    what stands beside a name: post, body, initials, remarks
`weights`   how much each feature counts
`split`     the best way through a line
`lines`     the words of a block that can name people
`lists`     the lines of a list together
"""
