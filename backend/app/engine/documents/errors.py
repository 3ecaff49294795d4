"""Why a document cannot be read. ``code`` is stable; the message tells its owner what to do."""


class DocumentError(Exception):
    """The base of all refusals; each subclass is one reason."""

    code = "unreadable"


class EmptyFile(DocumentError):
    """The file holds no bytes."""

    code = "empty_file"


class FileTooLarge(DocumentError):
    """The file is over the size limit."""

    code = "file_too_large"


class UnsupportedType(DocumentError):
    """The bytes are not of a type that is read, or do not fit the file's name."""

    code = "unsupported_type"


class BrokenDocument(DocumentError):
    """The structure of the file is damaged."""

    code = "broken_document"


class EncryptedDocument(DocumentError):
    """The document needs a password."""

    code = "encrypted_document"


class UnsafeDocument(DocumentError):
    """The document holds scripts, launch actions, embedded programs or form code."""

    code = "unsafe_document"


class TooManyPages(DocumentError):
    """The document has more pages than a resume or a job description can have."""

    code = "too_many_pages"


class NoText(DocumentError):
    """The pages are images: nothing to read without character recognition."""

    code = "no_text"


class ReadingFailed(DocumentError):
    """The reading process ran out of time or memory, or died."""

    code = "reading_failed"
