"""Index pages generated for readers: path below ``docs/`` -> function from (Monograph, references) to Markdown."""

from apparatus.pages import bibliography, concordance, editorial_notes, glossary

PAGES = {
    "apparatus/bibliography.md": bibliography.render,
    "apparatus/concordance.md": concordance.render,
    "apparatus/editorial-notes.md": editorial_notes.render,
    "apparatus/glossary.md": glossary.render,
}
