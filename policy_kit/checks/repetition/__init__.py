"""The same text standing twice: whole sections, paragraphs and bullets."""
