"""The numbers by which a printed page is understood, in one place (as pdfminer's LAParams).

No other module of this room has a threshold of its own. "Most of" is more than half everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths are in points (72 an inch) unless a comment says otherwise; a letter size is the size of the font.

    A number with no other source was chosen by hand: on the PDFs that the tests make (tests/read,
    tests/formats), and on the published documents whose words, order and records tests/oracle and
    tests/test_gold.py hold.
    """

    # Which pages have text
    fewest_letters: int = 20
    """A page with fewer letters holds no text: a picture, perhaps with a stamp on it."""
    slant: float = 0.1
    """Rise of a letter's baseline by its width, at most, for it to stand level or upright; else it is aslant."""

    most_drawing: int = 20_000_000
    """Bytes that what one page draws unpacks to, at most: half a minute of pdfminer's time."""

    # Letters and words
    word_gap: float = 0.15
    """Parts of the letter size: a wider gap parts words (all of pdfium's words in four real files)."""
    overlap: float = 0.08
    """Parts of the letter size: letters that are set further over one another are set tight on purpose."""
    tight_gap: float = 0.1
    """Parts of the letter size: a gap that is wider than the usual one by this parts words that are set tight."""
    doubled: float = 0.12
    """Parts of the letter size: no two letters that are alike are meant to stand closer."""
    reprinted: float = 0.02
    """Parts of the letter size: letters printed again further beside are meant to look bold, nearer ones are one."""
    same_line: float = 0.2
    """Parts of the letter size by which the baselines of a row differ, at most."""
    raised_reach: float = 0.6
    """Parts of the letter size: raised and lowered letters have baselines nearer than that to their row's."""
    touch_gap: float = 0.4
    """Parts of the letter size between raised letters and the word that they stand against, at most."""
    touching: float = 1.0
    """Letters that overlap by less only touch."""
    longest_raised: int = 4
    """Letters that are raised in one piece, at most: "th", "(1)"."""
    stretch_gap: float = 0.9
    """Parts of the letter size: a wider gap may part columns."""

    # Pages that are kept turned
    letters_tried: int = 50
    """Letters of a page whose angle is asked: a page with turned text has most of them at one angle."""
    turned_gap: float = 1.0
    """Heights of a letter: on a turned page, a wider gap ends a line."""

    # Line numbers
    fewest_line_numbers: int = 6
    """Numbers of lines that a page must have."""
    line_steps: tuple[int, ...] = (1, 5)
    """Numbers stand beside each line, or beside each fifth."""
    counted_lines: float = 0.85
    """The part of the lines that are numbered, one after the other."""

    # Letter spacing
    fewest_spaced: int = 4
    """Letters that are spaced as a word, at least."""
    spaced_letters: float = 2 / 3
    """The part of the signs that are letters, more than that."""
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
    notes_begin: float = 0.5
    """The part of the page's height below which footnotes begin."""
    note_pitch: float = 1.8
    """Letter sizes between the lines of one footnote, at most."""

    # Values of forms
    letter_width: float = 0.5
    """Letter sizes that a letter takes, on the average of a text."""
    field_line: float = 1.1
    """Heights of a field's line: the text beside a field has its baseline between the middle and that."""
    half_height: float = 1 / 3
    """Letter sizes from the baseline to the middle of letters."""
    ascent: float = 0.8
    """Letter sizes from the baseline to the top of letters (Helvetica's, about)."""
    descent: float = 0.2
    """Letter sizes from the baseline to the foot of letters (Helvetica's, about)."""

    # Struck-out words
    flattest: float = 4.0
    """A line or area that is higher strikes nothing out, whatever the size of the letters."""
    lowest_stroke: float = 0.1
    """Letter sizes above the foot of the letters: a lower line underlines them."""
    highest_stroke: float = 0.55
    """Letter sizes above their foot: a higher line stands over them."""
    thickest_stroke: float = 0.2
    """Letter sizes: a thicker line is a ground or a bar."""
    least_stroke: float = 2.0
    """Its length by its height, at least: what is shorter is a dot or a box."""
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

    # Tag trees
    most_tags: int = 500_000
    """Elements of a tag tree that are looked at."""

    # Sizes
    usual_size: float = 11.0
    """The size of letters where a page or document shows none."""
    size_steps: int = 2
    """Steps of a point in which sizes are counted: to the nearest half."""
    pitch_steps: int = 20
    """Steps of a letter size in which the distances of lines are counted."""
    least_pitch: float = 0.9
    """Letter sizes: nearer lines do not follow one another in one paragraph."""
    widest_pitch: float = 2.6
    """Letter sizes: lines further apart do not either."""
    size_in_pitch: float = 0.5
    """Lines whose letters differ by less in size show the distance of lines."""
    usual_pitch: float = 1.2
    """The distance of lines, in letter sizes, where a document does not show its own."""
    least_size: float = 0.5
    """The size that smaller letters count as: a file may set any size and scale it."""
    heading_size_bold: float = 1.08
    """Parts of the text size: bold letters this much larger make a heading."""
    heading_size: float = 1.25
    """Parts of the text size: letters this much larger make a heading."""
    heading_steps: tuple[float, ...] = (2.2, 1.6, 1.35, 1.15, 0.0)
    """Parts of the text size, a class of headings each, since magazines use many sizes for one level."""
    short_heading: int = 10
    """Words: what is no longer may end as a sentence does and is a heading all the same."""
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
    like_size: float = 0.12
    """Parts of the letter size by which the lines of one paragraph or title differ, at most."""
    size_across: float = 0.6
    """By which the sizes of lines differ, at most, for a paragraph to go on in the next column or page."""
    size_of_level: float = 0.3
    """By which the sizes of two lines of different levels differ, more than that."""
    title_gap: float = 1.6
    """Parts of the pitch between the lines of one title, at most."""
    shift: float = 0.6
    """Letter sizes: a line that begins further in or out begins a paragraph."""
    item_shift: float = 0.5
    """Letter sizes: a mark that stands further in or out than the text above begins an item."""
    list_step: float = 5.0
    """Marks further in belong to a list within the list."""
    list_text: float = 3.0
    """Text that stands further in than an open list's marks belongs to its items."""
    loose: float = 1.32
    """Parts of the pitch: a wider distance of lines is an empty line."""

    # Columns
    gutter: float = 9.0
    """The least width of the white strip between two columns."""
    gutter_rows: int = 12
    """Rows from the top of a band in which a right column may begin."""
    gutter_step: float = 3.0
    """Gutters nearer to one another are tried once."""
    narrowest_left: float = 8.0
    """Letter sizes from the left edge of the page's text to a right column, more than that."""
    narrowest_prose: float = 12.0
    """Letter sizes: a narrower column holds no prose."""
    narrowest_uneven: float = 10.0
    """Letter sizes: the same where its lines stand at different heights."""
    full_lines_part: float = 0.4
    """The part of the lines of a column of prose that are full, more than that."""
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
    longest_mark: int = 2
    """Letters of a mark of a register ("P", "A"); an entry has more."""
    longest_entry: int = 12
    """Words of an entry, at most."""
    fewest_unsure_rows: int = 3
    """Rows of names side by side that may be lists: fewer may stand so by chance."""
    shortest_name: int = 2
    """Words of an entry that may be a person's name, at least."""
    longest_name: int = 5
    """Words of such an entry, with title and post, at most."""

    # Frames without rules
    number_gap: float = 10.0
    """The least white space between the number of a row and its text."""
    number_step: float = 4.0
    """Numbers, and texts, that begin nearer than that stand in one column."""
    counted_rows: float = 2 / 3
    """The part of the row numbers that are greater than the one above, at least."""
    fewest_row_numbers: int = 3
    """Row numbers that make a frame without rules."""

    # Tables
    rounding: float = 0.5
    """The ends of a level or an upright line differ by less."""
    same_edge: float = 3.0
    """Edges of cells nearer than that are one."""
    cell_padding: float = 6.0
    """Between the text of a cell and its edge, about."""
    over_table: float = 2.0
    """A line may reach below a table's upper edge by that and stand above the table."""
    own_columns: float = 0.8
    """The part of the rows of a table that have as many columns as any, at least."""
    number_column: float = 0.2
    """The part of a frame's width that its column of numbers takes, at most."""
    text_column: float = 0.55
    """The part of a frame's width that its column of text takes, at least."""
    frame_columns: tuple[int, ...] = (2, 3)
    """How many columns a frame has: numbers and text, and one that says who acts."""
    frame_words: int = 25
    """Words of the longest cell of a frame; cells of data are shorter."""
    frame_numbers: int = 2
    """Row numbers of a frame with two columns and shorter cells, at least."""
    narrowest_column: float = 6.0
    """A narrower column is the gap between two rules."""
    thickest_rule: float = 3.0
    """A filled area that is higher and wider is no rule but colour."""
    shortest_bar: float = 120.0
    """A shorter level rule is none of a table."""
    fewest_bars: int = 3
    """Level rules that make a table."""
    bar_level: float = 1.0
    """Pieces of one rule differ in height by no more."""
    bar_gap: float = 5.0
    """The gap between two pieces of one rule, at most."""
    bar_ends: float = 4.0
    """The ends of the rules of one table differ by no more."""
    full_rows: float = 0.6
    """The part of the rows that have text in several columns, at least."""
    head_height: float = 1.6
    """Letter sizes above the first rule in which the heads of a table stand."""
    bar_gutter: float = 6.0
    """The least white space between two columns of a table with level rules, from the first row to the last."""

    # Running heads
    edge: float = 0.14
    """The part of the page's height, at top and bottom, where running heads and feet stand."""
    outer_rows: int = 3
    """Rows from the page's end among which its number stands."""
    fewest_heads: int = 2
    """Pages that a running head is repeated on, at least."""
    head_pages: float = 0.25
    """The part of a long document's pages that it is repeated on, at least."""
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

    # Notes beside the text
    beside: float = 3.0
    """A note in the margin may begin that much above the paragraph that it concerns."""

    # Pictures
    picture_step: float = 4.0
    """Pictures that differ by less in place and size from page to page are one letterhead."""
    strip_edge: float = 1.0
    """The ends of strips of one picture differ by less."""
    over_picture: float = 4.0
    """Text may reach into a picture by that and stand above it."""
    smallest_picture: float = 72.0
    """What is narrower or lower is a logo, an icon, a rule."""
    most_letters_over: int = 20
    """Letters: a picture with more of them over it is a ground for text."""
    strip_gap: float = 2.0
    """The gap between two strips that a program cut one picture into."""


MEASURES = Measures()


def nearest_size(size: float) -> float:
    """Return a letter size as it is counted, in points: to the nearest step."""
    return round(size * MEASURES.size_steps) / MEASURES.size_steps
