"""Who says so, and how many others: what the citation graph tells of works, sentences and chapters. It judges nothing."""
