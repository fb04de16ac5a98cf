"""How long things take, beside what others take for the same words: ratios, measured in turn in one run."""
