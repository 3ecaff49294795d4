"""One module for each program that writes the files; each has ``render(layout, view, target)``."""
