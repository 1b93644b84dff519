"""Parts of patterns that many rules share, each under the name that stands for it in braces: `{THE_BODY}`."""

from __future__ import annotations

from collections.abc import Mapping

FRAGMENTS: Mapping[str, str] = {
    # "we", "the Board", "Members", "the full Council", "Council of Governors", "the Panel members"
    "THE_BODY": r"""we | {ALL_PRESENT} | (?:the\s+)? (?: {BODY_ADJECTIVE} \s )?
        (?: {BODY_NOUNS} (?: \s of \s \w+ )? | {MEMBERS} ) (?: \s {MEMBERS} )?""",
    # How it decides: "unanimously", "then", "(by seven votes to two)"
    "HOW": r"{MANNER} | also | then | \( [^()]* \)",
    # What comes before the body's name: "After much thought, "
    "FIRST": r"(?: [^.?]{3,80}, \s+ )?",
    # What is told by somebody and done by others: "The clerk confirmed the plan was"
    "TOLD_BY_SOMEBODY": r"""[^.?;,]{3,80} (?<! \b as \s ) \b {ANSWERED} \b (?! \s by \b )
        (?: (?! \b (?: and | but | which ) \b | [;,] ) [^.?] ){1,160}
        \b (?: was | were ) \s""",
    # Whoever a sentence begins with: "Cllr Lee", "A Member"
    "SOMEBODY": r"(?-i:[A-Z]) [^?!:;]{0,70}?",
    # "then", "also", "again" before the verb
    "BESIDES": r"(?: (?:then|also|further|next|therefore|again) \s+ )*",
    # "In relation to fines, "
    "OPENING": r"(?: (?-i:{OPENER}) \s (?: [^.?!:;] | (?<=\d) \. (?=\d) ){3,260}?, \s+ )?",
    # "question", "further queries"
    "A_QUESTION": r"(?: {QUESTION} | {QUESTIONS} | {QUERY} )",
    # What stands between a question and its matter: "about", "as to", "of whether"
    "ABOUT": r"""(?: {REGARDING} | of \s (?= whether | how | why | what )
        | whether | if | how | why | when | what )""",
    # A name in capitals: "Bo Ray", "ACC Lee"
    "NAME": r"(?-i: [A-Z][\w./’'-]* (?: \s+ [A-Z][\w./’'-]* )* )",
    # The rest of a title in which each word has a capital: "Reports", "Reports and Plans"
    "TITLE_CASE": r"""(?-i: [A-Z][\w’'&-]*
        (?: \s (?: and | of | the | for | from | in | on | to | with | & | [A-Z][\w’'&-]* ) ){0,8} )""",
    # A name or office in capitals, with small words between: "the Head of Parks, Ann Lee"
    "WHO": r"""(?:(?:the|a|an)\s+)?
        (?-i: [A-Z][\w./&’'()-]* (?: [,\s]+ (?: of | and | the | for | [A-Z][\w./&’'()-]* ) )* )""",
    # An office, with up to two words before it: "the parish clerk"
    "THE_OFFICE": r"(?:the\s+)? (?:[\w’'-]+\s+){0,2} {OFFICE}",
    # The day in a date: "3", "3rd"
    "DAY_OF_MONTH": r"\d{1,2} (?: st | nd | rd | th )?",
    # What makes a figure in front of it a day or an hour: "3 May", "5 pm"
    "AFTER_A_FIGURE": r"(?: {MONTH} | [ap] \.? m )",
    # "no. 4", "12a"
    "NUMBERED_QUESTION": r"(?: {QUESTION_SORT} \s+ )? {QUESTION} \s+ (?:no\.?\s*)? \d{1,4} [a-z]?",
    # "asked by", "from"
    "ASKED_BY": r"{PUT} \s by | from | by",
    # Who acts, and nothing of what: "CD", "Ann Lee / the Clerk"
    "OWNER": r"{ONE_OWNER} (?: \s* (?: [,/&] | \band\b ) \s* {ONE_OWNER} ){0,4}",
    "ONE_OWNER": r"""(?-i: [A-Z]{2,4} | [A-Z][\w.’'-]*[a-z.][\w.’'-]* (?:\s+[A-Z][\w.’'-]*){0,2} )
        | (?:the\s+)? (?:[\w’'-]+\s+){0,2} (?: {OFFICE} | all )""",
    # Where a clause begins: at the start, behind a comma or dash, behind "and" or "that"
    # (that a word begins there is asked first, for it is asked at each letter)
    "CLAUSE": r"""\b (?=\w) (?: ^ | (?<= [,;:–—-] \s ) | (?<= \b and \s ) | (?<= \b that \s ) | (?<= \b but \s )
        | (?<= \b so \s ) | (?<= \b then \s ) | (?<= \( ) )""",
    # Those who act for a body: "the Parish Clerk", "Minute Secretary"
    "OFFICER": r"(?: the \s )? (?: (?-i:[A-Z]) [\w’'-]+ \s ){0,2} {OFFICER_NOUN}",
    # Several people: "Ann and Bo Ray", "AL/BR"
    "PEOPLE": r"{PERSON} (?: (?: , \s | \s? & \s? | \s? / \s? | ,? \s and \s ) {PERSON} )*",
    # "AL", "JMcK"
    "INITIALS": r"(?-i: [A-Z]{2,4} | [A-Z]{1,2} Mc [A-Z] )",
    # "Ann", "Cllr A. Lee", "JA"
    "PERSON": r"(?-i: [A-Z][\w./’'-]* (?: \s [A-Z][\w./’'-]* ){0,3} )",
    # What stands between the verbs of a promise: "also", "now"
    "BESIDE": r"(?: also | now | then | therefore | both | {KINDLY} )",
    # "said", "assured members"
    "SAYS": r"{SAID} | {ASSURED} \s+ \w+",
    # By when, behind who: "by 11 May", ", end of June"
    "LIMIT": r"(?: ,? \s+ (?: by | before | due | for ) \s+ | , \s+ (?= end\b | \d ) ) [^.?!\])]{3,30}",
    # "6 July", "end of May", "Friday"
    "DAY": r"\d | end\b | (?-i:[A-Z][a-z]{2,8}) \s \d | {WEEKDAY}",
    # What a motion is called: "the amended motion"
    "THE_MOTION": r"""(?: the \s | this \s | all \s )? (?: {AMENDED} \s )?
        (?: {MOTION} | {PUT_TO_VOTE} ) s? (?: \s to \s {AMEND} )? \s* (?: as \s {AMENDED} \s )?""",
    # The marker of a resolution, and what a body does that agrees
    "RESOLVED": r"{RESOLVING} | {AGREED}",
    # What a body does with what is before it
    "ASSENTED": r"{APPROVED} | {ACCEPTED}",
    # A time of day, taken whole or not at all: "10.30 am", "1900 hours", "noon"
    "CLOCK": r"""(?>
        \d{1,2} (?: [.:]\d\d | \d\d (?= \s* {HOUR_WORD} ) )?
            (?: \s* (?: [ap]\.?\s?m\.? | {HOUR_WORD} | {NOON} ) (?!\w) )?
        | {NOON} )""",
    # What may stand behind a body's noun: "for the county of Fenny", "on Policy", "Ltd"
    "BEHIND_A_BODY": r"""(?:
        \s+ (?: for | of (?= \s+ (?:the\s+)? (?:\w+\s+)? {AREA_NOUN} \b ) ) \s+ (?:the\s+)?
            (?-i:[A-Z]) [\w’'& -]+ (?: no\.\s*\d+ )? (?: ,\s [A-Z][\w ]{2,20} )?
        | \s+ on \s+ (?-i:[A-Z]) [\w’'& ,-]+
        | ,? \s+ (?: inc | ltd | cic ) \.? )?""",
    # A number of votes: "7", "seven", "no"
    "A_NUMBER": r"\d{1,3} | {NUMBER_IN_WORDS}",
    # Which way somebody voted, each way a group of its own
    "A_SIDE": r"""(?: (?P<votes_for> {VOTED_FOR} ) | (?P<votes_against> {VOTED_AGAINST} )
        | (?P<abstentions> {ABSTAINING} ) | (?P<absent> {ABSENT_FROM_VOTE} ) | (?P<recused> {RECUSED} ) )""",
    # What stands between a number and the side it voted for: "votes", "members voted"
    "HAVE_VOTED": r"\s+ (?: (?: {MEMBERS} | {VOTES} | {VOTED} | were | was ) \s+ )*",
    # Who moves or seconds, by name, initials or office: "AL", "Cllr A. Lee", "the Chair"
    "MOVER": r"""(?: (?:the\s+)? {OFFICER_NOUN}
        | (?: {HONORIFICS} \.? \s+ )* (?! (?: the | a | an | this | that | it | which ) \b )
            (?-i: [A-Z][\w.’'-]* (?: \s+ [A-Z][\w’'-]* ){0,2} ) )""",
    # What became of a motion: it was carried, or it was not
    "CARRIED": r"""{PASSED} (?! \s+ (?: {ELSEWHERE}
            | on (?! \s+ (?: (?: a | the ) \s+ )? (?: \w+ \s+ )? (?: {VOTE} | {SHOW_OF_HANDS} ) \b ) ) \b )
        | {NOT_CARRIED}""",
    # "lost", "failed 2-3", "defeated by one vote"; not "the failed pump"
    "NOT_CARRIED": r"""{LOST} (?! \s+ (?! (?: by | with | for | on | due | as | in | and | {MANNER} | {A_NUMBER} ) \b )
        [^\W\d_] )""",
    # What a motion or a body's decision comes to
    "SETTLED": r"{CARRIED} | {ASSENTED} | {RESOLVED}",
}
