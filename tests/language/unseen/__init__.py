"""The examination of Russian grammar: phrases and names that the rules have not seen, with the forms that a reader of Russian wrote.

Lists lie beside this file, as TSV with a header. Phrases: phrase, gender, animate, gen, dat, acc, ins, prep, number,
alternatives, source. Names: name, gender, origin, gen … prep, alternatives, source. ``alternatives`` are other right forms:
``gen=договоров; ins=…``. Whoever mends the rules must not read these lists: a rule that was made for a row proves nothing.

    python -m tests.language.unseen [--misses] [LIST.tsv …]
"""
