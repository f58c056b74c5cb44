"""The scholarly apparatus of the monograph: citations, notes, entries, checks, index pages, exports.

Imports nothing of MkDocs. Read in this order: model, read/, references, drawing/, checks/, enrich/, pages/, report.
"""
