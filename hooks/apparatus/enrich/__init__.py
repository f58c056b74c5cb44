"""What existing pages gain on their way to the reader: editorial notes, numbered notes, drawn diagrams, tooltips."""
