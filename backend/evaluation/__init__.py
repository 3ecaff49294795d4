"""How well the readers read: a labelled corpus, and the figures of a reading against its labels."""
