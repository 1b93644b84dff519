"""The numbers by which a printed page is understood, in one place (as pdfminer's LAParams)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths are in points unless a comment says otherwise."""

    # Letters and words
    word_gap: float = 0.15
    """Parts of the letter size: a wider gap parts words (all of pdfium's words in four real files)."""
    overlap: float = 0.08
    """Parts of the letter size: letters that are set further over one another are set tight on purpose."""
    tight_gap: float = 0.1
    """Parts of the letter size: a gap that is wider than the usual one by this parts words that are set tight."""
    doubled: float = 0.12
    """Parts of the letter size: no two letters that are alike are meant to stand closer."""
    longest_raised: int = 4
    """Letters that are raised in one piece, at most: "th", "(1)"."""
    stretch_gap: float = 0.9
    """Parts of the letter size: a wider gap may part columns."""

    # Pages that are kept turned
    letters_tried: int = 50
    """Letters of a page whose angle is asked: a page with turned text has most of them at one angle."""

    # Line numbers
    fewest_line_numbers: int = 6
    """Numbers of lines that a page must have."""
    counted_lines: float = 0.85
    """The part of the lines that are numbered, one after the other."""

    # Letter spacing
    fewest_spaced: int = 4
    """Letters that are spaced as a word, at least."""
    spaced_gap: float = 0.15
    """Letter sizes: a gap that is wider by that than those between spaced letters parts words."""

    # Fonts that do not say which letters they print
    fewest_signs: int = 20
    """A page with fewer signs is not judged."""
    most_lost_signs: float = 0.3
    """The part of a page's signs that may have no meaning."""
    least_word: int = 3
    """Signs of a word that is judged."""
    fewest_words: int = 12
    """Words that say something of a page."""
    least_words: float = 0.6
    """The part of them that can be words of a language."""

    # Footnotes
    least_rise: float = 0.06
    """Letter sizes: less is a difference of two fonts of one name."""
    note_size: float = 0.93
    """Parts of the text size: footnotes have smaller letters."""
    raised_size: float = 0.9
    """Parts of their line's size: raised marks are smaller."""
    least_lift: float = 0.1
    """Letter sizes by which a raised mark stands above the foot of its line, at least."""
    note_pitch: float = 1.8
    """Letter sizes between the lines of one footnote, at most."""

    # Values of forms
    letter_width: float = 0.5
    """Letter sizes that a letter takes, on the average of a text."""
    field_size: float = 11.0
    """The size of letters in a form on a page without text."""

    # Struck-out words
    flattest: float = 4.0
    """A line or area that is higher strikes nothing out, whatever the size of the letters."""
    lowest_stroke: float = 0.1
    """Letter sizes above the foot of the letters: a lower line underlines them."""
    highest_stroke: float = 0.55
    """Letter sizes above their foot: a higher line stands over them."""
    thickest_stroke: float = 0.2
    """Letter sizes: a thicker line is a ground or a bar."""
    below_mark: float = 0.1
    """Letter sizes by which the foot of letters may stand below the mark that strikes them out."""

    # What of a page can be seen
    pixels_a_point: float = 1.0
    """How finely a page is drawn to see which of its words show."""
    most_pixels: int = 4_000_000
    """A drawing has no more of them, however large the sheet."""
    contrast: int = 24
    """The least difference of a colour, of 255, that a reader can see."""
    bearing: float = 0.12
    """The part of a letter's box, at each side, that its neighbours' ink may reach into."""
    likeness: float = 0.6
    """The correlation of two pieces of a page, from -1 to 1, that show the same letter."""
    smallest_letter: float = 2.0
    """Smaller letters can not be read."""
    overprinted: float = 0.5
    """The part of a letter's box that another must cover to be printed over it."""
    least_crossing: float = 1.5
    """Texts that overlap by less only touch."""
    most_crossings: int = 20_000
    """Texts printed over one another are looked at up to this number on a page."""
    whole_page: float = 0.85
    """The part of the page's width and height that its ground, or a scan of it, covers."""
    longest_mended: int = 4
    """Letters: longer words given in the place of others are no single letters mended."""
    deepest_form: int = 12
    """How many drawings within drawings are opened."""

    # Sizes
    usual_pitch: float = 1.2
    """The distance of lines, in letter sizes, where a document does not show its own."""
    least_size: float = 0.5
    """The size that smaller letters count as: a file may set any size and scale it."""
    heading_size_bold: float = 1.08
    """Parts of the text size: bold letters this much larger make a heading."""
    heading_size: float = 1.25
    """Parts of the text size: letters this much larger make a heading."""
    longest_heading: int = 25
    """Words of a heading, at most."""
    longest_title: int = 15
    """Words: large letters that go on for longer are prose."""
    longest_joining_word: int = 4
    """Letters of a word such as "of" or "with", after which no title ends."""
    long_part: int = 4
    """Letters: shorter parts of a word that a line end cut are more often syllables than words."""

    # Columns of text and the lines in them
    widest_margin: float = 0.125
    """The part of the page's width that its margins take at most, where no lines show an edge."""
    edge_lines: int = 3
    """Lines that begin at one place make it an edge; lines that were wrapped show the other."""
    ragged_edge: float = 2.0
    """Letter sizes: full lines of running text end nearer than that to its right edge."""
    full_lines: int = 6
    """Full lines that show where the right edge is."""
    word_space: float = 0.25
    """Letter sizes between two words."""
    spare_room: float = 0.3
    """Letter sizes: a word that fits with less to spare may have been moved to the next line."""
    off_centre: float = 0.25
    """Letter sizes by which the middles of two centred lines differ at most."""
    off_middle: float = 2.0
    """Letter sizes by which their middles may miss the middle of the column."""
    short_line: float = 0.12
    """The part of its column that stays free behind the last line of a paragraph, at least."""

    # Paragraphs
    loose: float = 1.32
    """Parts of the pitch: a wider distance of lines is an empty line."""

    # Columns
    gutter: float = 9.0
    """The least width of the white strip between two columns."""
    column_rows: int = 4
    """Lines that each of two columns must have."""
    fewest_uneven_rows: int = 3
    """Lines that they must have where their lines stand at different heights."""
    full_line: float = 0.6
    """The part of its column that a line of prose fills, unless it ends a paragraph."""
    margin_begins: float = 0.72
    """The part of the width of text behind which a column of notes begins."""
    longest_note: int = 4
    """Words of a note in the margin, at most."""
    ragged: float = 3.0
    """How far before a margin's edge its notes may begin, and how near to them prose may come."""
    straight: float = 4.0
    """The notes of a margin begin nearer than that to its edge."""

    # Lists side by side
    list_gap: float = 3.0
    """Letter sizes between the rows of a list, at most."""
    longest_entry: int = 12
    """Words of an entry, at most."""

    # Frames without rules
    number_gap: float = 10.0
    """The least white space between the number of a row and its text."""
    fewest_row_numbers: int = 3
    """Row numbers that make a frame without rules."""

    # Tables
    rounding: float = 0.5
    """The ends of a level or an upright line differ by less."""
    narrowest_column: float = 6.0
    """A narrower column is the gap between two rules."""
    shortest_bar: float = 120.0
    """A shorter level rule is none of a table."""
    fewest_bars: int = 3
    """Level rules that make a table."""
    bar_gutter: float = 6.0
    """The least white space between two columns of a table with level rules, from the first row to the last."""

    # Running heads
    edge: float = 0.14
    """The part of the page's height, at top and bottom, where running heads and feet stand."""
    head_shift: float = 4.0
    """How far the place of a running head may differ from page to page."""

    # Drawn bullets
    smallest_bullet: float = 1.5
    """The least side of a drawn bullet."""
    largest_bullet: float = 8.0
    """The longest side of a drawn bullet."""
    squareness: float = 1.6
    """The longer side of a drawn bullet by the shorter one, at most."""
    bullet_reach: float = 24.0
    """How far before its line a bullet may stand."""
    most_shapes: int = 400
    """Small shapes: a page with more of them is a drawing."""

    # Pictures
    smallest_picture: float = 72.0
    """What is narrower or lower is a logo, an icon, a rule."""
    most_letters_over: int = 20
    """Letters: a picture with more of them over it is a ground for text."""
    strip_gap: float = 2.0
    """The gap between two strips that a program cut one picture into."""


MEASURES = Measures()
